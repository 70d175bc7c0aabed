import { clockTime, isoDay, longDay } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { Header } from '#shared/kinds/minutes/schema.ts'
import { word } from './words.ts'

const words = {
  geschlossen: 'closed',
  entwurf: 'signed',
  versandt: 'sent',
  genehmigt: 'approved',
  berichtigt: 'corrected',
} as const satisfies Record<Exclude<MinutesRecord['state'], 'laufend'>, string>

/** What the meeting is at: when it will be, that it runs, when it ended, what has become of its minutes. */
export function meetingState({ date, start, end }: Header, record: Pick<MinutesRecord, 'state'>): string {
  if (record.state !== 'laufend') return word(`state.${words[record.state]}`)
  const now = new Date(serverNow())
  if (end !== null) return text('state.ended', { end })
  if (date === isoDay(now) && start !== null && start <= clockTime(now)) return text('state.running')
  return date === null ? '' : longDay(date)
}
