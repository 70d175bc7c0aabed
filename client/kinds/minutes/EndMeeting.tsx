import { useField } from '#client/document/hooks.ts'
import { clockTime } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import { endOpenIntervals } from '#shared/rules/attendance.ts'
import { useMinutes } from './useMinutes.ts'

/** „Sitzungsende eintragen“: the end of the meeting, and of every open interval, in one step that can be undone. */
export function EndMeeting() {
  const t = useText()
  const { session, now } = useMinutes()
  const header = session.handle.record('header')
  const end = useField(header, 'end')
  const start = useField(header, 'start')
  if (start === null || end !== null) return null
  const run = () => {
    const time = clockTime(now())
    const list = session.handle.list('attendance')
    const rows = list.ids().flatMap(id => {
      const intervals = list.get(id)?.get('intervals')
      return intervals ? [{ id, intervals }] : []
    })
    step(session, () => {
      header.set('end', time)
      for (const row of endOpenIntervals(rows, time)) list.get(row.id)?.set('intervals', row.intervals)
    })
    announce(t('end.done', { time }))
    offered.set({ says: t('end.done', { time }), does: t('offer.undo'), run: () => session.undo.undo() })
  }
  return (
    <button type="button" className="do" onClick={run}>
      {t('end.do')}
    </button>
  )
}
