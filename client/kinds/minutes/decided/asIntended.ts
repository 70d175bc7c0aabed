import { clockTime, isoDay } from '#client/i18n/format.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { recordIn } from '#client/kinds/minutes/useRecord.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { type MinutesCommand, minutesCommandSchemas } from '#shared/kinds/minutes/commands.ts'
import { decideMinutes } from '#shared/kinds/minutes/decide/decide.ts'
import type { Decided, DecideInput } from '#shared/kinds/minutes/decide/input.ts'
import type { FindingOptions } from '#shared/kinds/minutes/findings.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { withPayload } from '#shared/kinds/minutes/recordOf.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { may } from '#shared/permissions.ts'

type Options = { readonly isAtHome: NonNullable<FindingOptions['isAtHome']>; readonly now: Date }

const momentOf = (moment: Date) => ({ on: isoDay(moment), at: clockTime(moment) })

/** What the server would be given, as far as this device knows it. */
const inputOf = (
  session: MinutesSession,
  value: MinutesDraft,
  record: MinutesRecord,
  { isAtHome, now }: Options,
  when: Date,
): DecideInput => ({
  value,
  record,
  documentId: session.info.id,
  by: session.self,
  isWriter: id => session.members.some(({ personId, role }) => personId === id && may(role, 'write')),
  when: momentOf(when),
  now: momentOf(now),
  newId: randomUuid,
  isTaken: () => false,
  hash: () => '-',
  findings: { members: session.members, isAtHome },
  other: () => null,
})

/** The record as it will be once the server has confirmed what waits here: so a meeting without a network can be closed. */
export function recordAsIntended(
  session: MinutesSession,
  value: MinutesDraft,
  options: Options,
): MinutesRecord {
  return session.intentions.get().reduce((record, { name, input, madeAt, progress }) => {
    const command = progress.state === 'waiting' ? commandOf(name, input) : null
    if (!command) return record
    const decided = decideMinutes(command, inputOf(session, value, record, options, new Date(madeAt)))
    return decided.outcome === 'done' ? decided.payloads.reduce(withPayload, record) : record
  }, recordIn(session))
}

/** What the server would make of closing now. */
export const closingNow = (
  session: MinutesSession,
  value: MinutesDraft,
  record: MinutesRecord,
  options: Options,
): Decided =>
  decideMinutes({ name: 'closeMeeting', input: {} }, inputOf(session, value, record, options, options.now))

function commandOf(name: string, input: unknown): MinutesCommand | null {
  if (!Object.hasOwn(minutesCommandSchemas, name)) return null
  const known = name as MinutesCommand['name']
  const parsed = minutesCommandSchemas[known].safeParse(input)
  // what the schema of this name has parsed is the input of this name
  return parsed.success ? ({ name: known, input: parsed.data } as MinutesCommand) : null
}
