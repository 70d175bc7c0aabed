import { cx } from '#client/ui/cx.ts'
import { itemMs, spentOn } from '#shared/rules/live.ts'
import { clockFace, minutesOf, spanWords, timeOf } from './clockWords.ts'
import s from './Meeting.module.css'
import type { MeetingItem } from './meetingItems.ts'
import { useMeeting } from './useMeeting.ts'
import { useNow } from './useNow.ts'
import { useWords } from './words.ts'

/** How long the item has taken against its plan, and the ways to stop the clock or give it more. */
export function Clock({ item }: { readonly item: MeetingItem }) {
  const w = useWords()
  const { state, rights, act } = useMeeting()
  const isPaused = state.pausedSince !== null
  const now = useNow(!isPaused)
  const { extraMinutes } = spentOn(state, item.id)
  const planned =
    item.plannedMin === null && extraMinutes === 0 ? null : (item.plannedMin ?? 0) + extraMinutes
  const face = clockFace(itemMs(state, item.id, now), planned)
  const minutes = minutesOf(face.ms)
  const says =
    face.state === 'spent'
      ? w('spentSay', { minutes })
      : w(face.state === 'left' ? 'leftSay' : 'overSay', { minutes, count: face.planned })
  return (
    <section aria-labelledby="meeting-time" data-part="time">
      <h2 id="meeting-time">{w('time', { number: item.number })}</h2>
      <p className={cx(s.clock, face.state === 'over' && s.over)} role="timer" aria-label={says}>
        <span aria-hidden="true">
          {face.state === 'over' ? '+' : ''}
          {spanWords(face.ms)}
        </span>
      </p>
      {face.state === 'spent' ? null : (
        <div className={s.bar} aria-hidden="true">
          <i style={{ width: `${Math.round(face.share * 100)}%` }} />
        </div>
      )}
      <p className={cx(s.soft, isPaused && s.paused)}>
        {isPaused
          ? w('paused', { time: timeOf(state.pausedSince ?? 0) })
          : face.state === 'spent'
            ? w('spent')
            : w(face.state, { count: face.planned })}
      </p>
      {rights.timer ? (
        <p className="dos">
          <button type="button" className="do" onClick={() => act({ type: isPaused ? 'resume' : 'pause' })}>
            {w(isPaused ? 'resume' : 'pause')}
          </button>
          <button
            type="button"
            className="do"
            onClick={() => act({ type: 'extraMinutes', item: item.id, minutes: extraMinutes + 5 })}
          >
            {w('extra')}
          </button>
          {extraMinutes > 0 ? (
            <button
              type="button"
              className="do small"
              onClick={() => act({ type: 'extraMinutes', item: item.id, minutes: 0 })}
            >
              {w('extraLess')}
            </button>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
