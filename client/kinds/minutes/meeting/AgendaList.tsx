import { useText } from '#client/i18n/i18n.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { cx } from '#client/ui/cx.ts'
import { softBreaks } from '#client/ui/softBreaks.ts'
import { itemMs, spentOn } from '#shared/rules/live.ts'
import { minutesOf } from './clockWords.ts'
import s from './Meeting.module.css'
import { useItems } from './meetingItems.ts'
import { useMeeting } from './useMeeting.ts'
import { useWords } from './words.ts'

/** The agenda with what each item has taken: look at one, or bring the meeting there. */
export function AgendaList(props: { readonly looked: string | null; readonly onLook: (id: string) => void }) {
  const t = useText()
  const w = useWords()
  const { session } = useMinutes()
  const { state, rights, act } = useMeeting()
  const items = useItems()
  // minutes: as often as the meeting changes is often enough
  const now = serverNow()
  if (items.length === 0) return <p className={s.soft}>{w('noneItems')}</p>
  return (
    <ol className={s.agenda}>
      {items.map(({ id, number, title, plannedMin }) => {
        const isNow = state.current?.item === id
        const { done, extraMinutes } = spentOn(state, id)
        const spent = minutesOf(itemMs(state, id, now))
        const planned = plannedMin === null && extraMinutes === 0 ? null : (plannedMin ?? 0) + extraMinutes
        const time =
          spent > 0 || done || isNow
            ? planned === null
              ? w('spentOnly', { spent })
              : w('spentPlanned', { spent, count: planned })
            : planned === null
              ? null
              : w('planned', { count: planned })
        const note = [isNow ? w('item.now') : done ? w('item.done') : null, time].filter(Boolean).join(' · ')
        return (
          <li key={id} aria-current={isNow ? 'step' : undefined} className={cx(done && s.itemDone)}>
            <button
              type="button"
              className={s.item}
              aria-pressed={props.looked === id}
              onClick={() => props.onLook(id)}
            >
              <span className={s.n}>{number}</span>
              <span>
                <span className={s.title}>{softBreaks(title) || t('agenda.untitled')}</span>
                {note === '' ? null : <small>{note}</small>}
              </span>
            </button>
            {rights.lead && !isNow && session.access.get() === 'write' ? (
              <button
                type="button"
                className="do small"
                aria-label={w('goToOf', { number })}
                onClick={() => act({ type: 'goTo', item: id })}
              >
                {w('goTo')}
              </button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
