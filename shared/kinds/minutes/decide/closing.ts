import { closedDraft, registerNumber, registerSeries, signedText } from '#shared/kinds/minutes/closing.ts'
import { findings } from '#shared/kinds/minutes/findings.ts'
import { traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import type { PayloadOf } from '#shared/kinds/minutes/payload.ts'
import { withPayload } from '#shared/kinds/minutes/recordOf.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'
import { isChair, isMinuteTaker } from './functions.ts'
import { type Decide, type DecideInput, done, refused } from './input.ts'
import { closedBefore } from './votes.ts'

/**
 * Closing: nothing may be missing that is an error at closing (domain.md 2.4), every vote gets its number in the
 * register in the order of the votes, and what was written becomes the content that is signed.
 */
export const closeMeeting: Decide<'closeMeeting'> = (_, given) => {
  const { value, record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given) && !isMinuteTaker(given)) return refused('onlyChair')
  const end = value.header.end ?? (value.header.date === when.on ? endAt(given) : null)
  if (end === null) return refused('endMissing')
  const draft = closedDraft(value, end)
  const errors = findings(draft, { ...given.findings, record, moment: 'closing' }).filter(
    ({ level }) => level === 'error',
  )
  const [first] = errors
  if (first) {
    const fields = { count: errors.length, rule: first.rule, path: first.path.join('/') }
    return refused('errorsOpen', { fields })
  }
  const numbered = registersOf(given)
  if (numbered.taken !== null) return refused('numberTaken', { fields: { number: numbered.taken } })
  const { hasChair } = traitsOf(value.header.meetingKind)
  const payload: PayloadOf<'meetingClosed'> = {
    kind: 'meetingClosed',
    ...when,
    by,
    end,
    registers: numbered.registers,
    withoutRegister: withoutVote(given),
    signers:
      hasChair && hasOwnChair(given) ? ['sitzungsleitung', 'protokollfuehrung'] : ['protokollfuehrung'],
    contentHash: '-',
  }
  const text = signedText(draft, withPayload(record, payload), minutes.schemaVersion)
  return done({ ...payload, contentHash: given.hash(text) })
}

/**
 * Now, and not before the minute of the last vote is over: whoever leaves at the end was there until then
 * (from ≤ t < to, domain.md 2.4).
 */
export function endAt({ record, when }: Pick<DecideInput, 'record' | 'when'>): string {
  const votes = [...record.decisions, ...record.elections].map(({ at }) => at)
  return votes.includes(when.at) ? minuteAfter(when.at) : when.at
}

function minuteAfter(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const total = Math.min(hours * 60 + minutes + 1, 24 * 60 - 1)
  return [Math.floor(total / 60), total % 60].map(part => String(part).padStart(2, '0')).join(':')
}

/** Whether somebody is in the chair who can sign here; where nobody is named, somebody will. */
const hasOwnChair = ({ value, isWriter }: DecideInput): boolean =>
  value.header.chair === null || isWriter(value.header.chair)

type Registers = Pick<PayloadOf<'meetingClosed'>, 'registers'>

/** Decisions and elections share one register (scenarios.md c.7, G-04), without gaps (V14). */
function registersOf({ value, record, isTaken }: DecideInput): Registers & { taken: string | null } {
  const voted = [
    ...record.decisions.map(row => ({ entry: { decision: row.decisionId }, at: momentOf(row, value) })),
    ...record.elections.map(row => ({ entry: { election: row.electionId }, at: momentOf(row, value) })),
  ].toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
  const own = registerSeries(value.header)
  const series = own ?? freeSeries(value, isTaken)
  const registers = voted.map(({ entry }, index) => ({
    register: registerNumber(series, index + 1),
    ...entry,
  }))
  return { registers, taken: registers.map(({ register }) => register).find(isTaken) ?? null }
}

/** Day and time, so that texts compare like moments. */
const momentOf = (row: { on?: string | undefined; at: string }, { header }: MinutesDraft): string =>
  `${row.on ?? header.date ?? ''} ${row.at}`

/** Minutes without a number of their own get the next of their year. */
function freeSeries({ header }: MinutesDraft, isTaken: DecideInput['isTaken']): string {
  const year = header.date?.slice(0, 4) ?? ''
  for (let place = 1; ; place++) {
    const series = `${year}-${String(place).padStart(2, '0')}/`
    if (!isTaken(registerNumber(series, 1))) return series
  }
}

/** Motions that nobody voted on: they have no number. */
function withoutVote({ value, record }: DecideInput): string[] {
  const voted = new Set(record.decisions.map(row => row.decisionId))
  return value.decisions.map(({ id }) => id).filter(id => !voted.has(id))
}
