import { clockTime, isoDay } from '#client/i18n/format.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import type { FindingOptions } from '#shared/kinds/minutes/findings.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import type { MinutesSession } from './useMinutes.ts'

/** What the rules are told while people write: who the members are, and the time on the day of the meeting. */
export function liveOptions(session: MinutesSession, { header }: MinutesDraft): FindingOptions {
  const now = new Date(serverNow())
  return {
    members: session.members,
    ...(header.date === isoDay(now) && { now: clockTime(now) }),
  }
}

/** What they are told when somebody asks what is missing before closing. */
export const closingOptions = (session: MinutesSession): FindingOptions => ({
  members: session.members,
  moment: 'closing',
})
