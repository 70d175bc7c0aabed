import type {
  MinutesCommandInput,
  MinutesCommandName,
  RefusalReason,
} from '#shared/kinds/minutes/commands.ts'
import type { FindingOptions } from '#shared/kinds/minutes/findings.ts'
import type { MinutesPayload } from '#shared/kinds/minutes/payload.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** A day and a time in the zone of the federation. */
export type Moment = { readonly on: string; readonly at: string }

/** A decision of these or of other minutes, as far as another one needs to know it. */
export type OtherMinutes = {
  readonly value: MinutesDraft
  readonly record: MinutesRecord
}

/** What a command is judged by: both sides of the minutes, who commands and when, and what only the server knows. */
export type DecideInput = {
  readonly value: MinutesDraft
  readonly record: MinutesRecord
  readonly documentId: string
  /** person id */
  readonly by: string
  /** whether a person may write in the space, and so command at all */
  readonly isWriter: (personId: string) => boolean
  /** when it was made: now, or while there was no connection */
  readonly when: Moment
  readonly now: Moment
  readonly newId: () => string
  /** whether a register number of the space is given already */
  readonly isTaken: (register: string) => boolean
  /** SHA-256 of a text, in hex */
  readonly hash: (text: string) => string
  /** for the rules that are asked at closing */
  readonly findings: Pick<FindingOptions, 'members' | 'isAtHome'>
  /** other minutes of the same space; `null` where there are none of this id */
  readonly other: (documentId: string) => OtherMinutes | null
}

export type Refused = {
  readonly outcome: 'refused'
  readonly reason: RefusalReason
  readonly fields: Readonly<Record<string, string | number>>
  /** what is recorded of the refusal; it decides nothing */
  readonly payloads: readonly MinutesPayload[]
  /** of what was decided before: the rows that stand in the way */
  readonly stands: (payload: MinutesPayload) => boolean
}
export type Decided =
  | { readonly outcome: 'done'; readonly payloads: readonly [MinutesPayload, ...MinutesPayload[]] }
  | Refused

export type Decide<N extends MinutesCommandName> = (
  input: MinutesCommandInput<N>,
  given: DecideInput,
) => Decided

export const done = (...payloads: [MinutesPayload, ...MinutesPayload[]]): Decided => ({
  outcome: 'done',
  payloads,
})

export const refused = (
  reason: RefusalReason,
  more: Partial<Pick<Refused, 'fields' | 'payloads' | 'stands'>> = {},
): Refused => ({
  outcome: 'refused',
  reason,
  fields: more.fields ?? {},
  payloads: more.payloads ?? [],
  stands: more.stands ?? (() => false),
})
