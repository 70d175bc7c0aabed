import { clockTime, isoDay } from '#client/i18n/format.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import type { FindingOptions } from '#shared/kinds/minutes/findings.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { hashHere } from './hashHere.ts'
import type { MinutesSession } from './useMinutes.ts'
import { recordIn } from './useRecord.ts'

type IsAtHome = NonNullable<FindingOptions['isAtHome']>

/**
 * What the rules are told while people write: who the members are, where they are at home, and the time on the day of
 * the meeting.
 */
export function liveOptions(
  session: MinutesSession,
  { header }: MinutesDraft,
  isAtHome: IsAtHome,
): FindingOptions {
  const now = new Date(serverNow())
  return {
    members: session.members,
    isAtHome,
    record: recordIn(session),
    contentHash: hashHere(session).get(),
    ...(header.date === isoDay(now) && { now: clockTime(now) }),
  }
}

/** What they are told when somebody asks what is missing before closing. */
export const closingOptions = (session: MinutesSession, isAtHome: IsAtHome): FindingOptions => ({
  members: session.members,
  isAtHome,
  record: recordIn(session),
  moment: 'closing',
})
