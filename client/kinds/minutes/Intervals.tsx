import { useField } from '#client/document/hooks.ts'
import { clockTime } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { attendanceRowSchema, Interval } from '#shared/kinds/minutes/schema.ts'
import { endInterval, startInterval } from '#shared/rules/attendance.ts'
import s from './Attendance.module.css'
import { stripPieces } from './timeStrip.ts'
import { useMeetingTime } from './useMeetingTime.ts'
import { useMinutes } from './useMinutes.ts'

/**
 * When somebody was there: one atomic list of from–to. Times are typed in place; an emptied beginning takes its
 * interval out, an emptied end opens it again.
 */
export function Intervals(props: {
  readonly id: string
  readonly name: string
  readonly row: RecordHandle<typeof attendanceRowSchema>
}) {
  const t = useText()
  const { session, readOnly, now } = useMinutes()
  const intervals = useAtom(props.row, 'intervals')
  const status = useField(props.row, 'status')
  const start = useField(session.handle.record('header'), 'start')
  const isOver = useField(session.handle.record('header'), 'end') !== null
  const { until } = useMeetingTime()
  const path = `attendance/${props.id}/intervals`
  const isOpen = intervals.value.some(([, to]) => to === null)
  const isAway = status === 'entschuldigt' || status === 'unentschuldigt'

  const change = (index: number, next: Interval | null, shown: string): Written => {
    const answer = intervals.try(
      intervals.value.flatMap((interval, place) => (place !== index ? [interval] : next ? [next] : [])),
    )
    return 'problem' in answer ? answer : { value: shown }
  }
  const come = (time: string) => {
    intervals.set(startInterval(intervals.value, time))
    announce(t('attendance.cameAt', { name: props.name, time }))
  }
  const go = (time: string) => {
    intervals.set(endInterval(intervals.value, time))
    announce(t('attendance.wentAt', { name: props.name, time }))
  }

  return (
    <div data-path={path} role="group" aria-label={t('attendance.timesOf', { name: props.name })}>
      <div className={s.spans}>
        {intervals.value.map(([from, to], index) => (
          // Intervals have no id; their place in the list is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <span className={s.span} key={index}>
            <TimeField
              quiet
              small
              label={t('attendance.fromOf', { name: props.name, number: index + 1 })}
              path={`${path}/${index}/from`}
              value={from}
              readOnly={readOnly}
              write={time => change(index, time === null ? null : [time, to], time ?? '')}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              quiet
              small
              label={t('attendance.toOf', { name: props.name, number: index + 1 })}
              path={`${path}/${index}/to`}
              value={to}
              readOnly={readOnly}
              placeholder={t('attendance.open')}
              write={time => change(index, [from, time], time ?? '')}
            />
          </span>
        ))}
        {intervals.value.length === 0 ? (
          <span className="soft">{isAway ? '–' : t('attendance.notYet')}</span>
        ) : null}
        {readOnly || isAway ? null : (
          <span className={cx(s.nowDo, 'noprint')}>
            {intervals.value.length === 0 && start !== null ? (
              <button
                type="button"
                className="do small"
                aria-label={t('attendance.fromStartName', { name: props.name, start })}
                onClick={() => come(start)}
              >
                {t('attendance.fromStart', { start })}
              </button>
            ) : null}
            {isOpen ? (
              <button
                type="button"
                className="do small"
                aria-label={t('attendance.goNowName', { name: props.name })}
                onClick={() => go(clockTime(now()))}
              >
                {t('attendance.goNow')}
              </button>
            ) : isOver ? null : (
              <button
                type="button"
                className="do small"
                aria-label={t('attendance.comeNowName', { name: props.name })}
                onClick={() => come(clockTime(now()))}
              >
                {t('attendance.comeNow')}
              </button>
            )}
          </span>
        )}
      </div>
      {start !== null && intervals.value.length > 0 ? (
        <span className={s.strip} aria-hidden="true">
          {stripPieces(intervals.value, start, until).map(piece => (
            <i key={piece.left} style={{ left: `${piece.left}%`, width: `${piece.width}%` }} />
          ))}
        </span>
      ) : null}
    </div>
  )
}
