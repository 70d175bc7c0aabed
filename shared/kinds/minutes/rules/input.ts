import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { RunningText } from '#shared/kinds/minutes/runningText.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** What every rule is given: both sides of the minutes, and what the space knows of people. */
export type RuleInput = {
  readonly value: MinutesDraft
  readonly record: MinutesRecord
  /** Closing the meeting asks for more: what is a hint while people write is an error then (domain.md appendix B). */
  readonly moment: 'live' | 'closing'
  /** „HH:MM“ while the meeting runs */
  readonly now: string | null
  /** the name of a row, a guest or a person of the space */
  readonly nameOf: (id: string) => string | undefined
  /** whether a person is at home in the group of this name or id, as far as that is known */
  readonly isAtHome: (personId: string, group: string) => boolean
  /** the people of the space by name */
  readonly members: readonly { readonly personId: string; readonly displayName: string }[]
  /** hash of the content as it stands now, as the signatures have it; `null` where nobody asks for them */
  readonly contentHash: string | null
  readonly texts: readonly RunningText[]
}

/** One rule of domain.md 2.4. Pure: it reads and says what it has found. */
export type Rule = (input: RuleInput) => Finding[]

/** The level of what has to be settled before closing. */
export const untilClosing = ({ moment }: Pick<RuleInput, 'moment'>): 'error' | 'hint' =>
  moment === 'closing' ? 'error' : 'hint'
