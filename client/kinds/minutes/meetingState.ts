import { clockTime, isoDay, longDay } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import type { Header } from '#shared/kinds/minutes/schema.ts'

/** What the meeting is at: when it will be, that it runs, when it ended. */
export function meetingState({ date, start, end }: Header): string {
  const now = new Date(serverNow())
  if (end !== null) return text('state.ended', { end })
  if (date === isoDay(now) && start !== null && start <= clockTime(now)) return text('state.running')
  return date === null ? '' : longDay(date)
}
