import type { Finding } from './finding.ts'
import { type MinutesRecord, noRecord } from './record.ts'
import type { Rule, RuleInput } from './rules/input.ts'
import { v01 } from './rules/v01.ts'
import { v02 } from './rules/v02.ts'
import { v03 } from './rules/v03.ts'
import { v04 } from './rules/v04.ts'
import { v05 } from './rules/v05.ts'
import { v06 } from './rules/v06.ts'
import { v07 } from './rules/v07.ts'
import { v08 } from './rules/v08.ts'
import { v09 } from './rules/v09.ts'
import { v10 } from './rules/v10.ts'
import { v11 } from './rules/v11.ts'
import { v12 } from './rules/v12.ts'
import { v13 } from './rules/v13.ts'
import { v14 } from './rules/v14.ts'
import { v15 } from './rules/v15.ts'
import { v16 } from './rules/v16.ts'
import { v17 } from './rules/v17.ts'
import { v18 } from './rules/v18.ts'
import { v19 } from './rules/v19.ts'
import { v20 } from './rules/v20.ts'
import { runningTexts } from './runningText.ts'
import type { MinutesDraft } from './schema.ts'
import { inSheetOrder } from './sheetOrder.ts'

export type { Finding, FindingDetail } from './finding.ts'

export type FindingOptions = {
  /** What has been decided; nothing where nobody gives it. */
  record?: Partial<MinutesRecord>
  moment?: RuleInput['moment']
  /** „HH:MM“ of now, while the sheet is open in a meeting: tells when the meeting can no longer decide. */
  now?: string
  /** The people of the space: their names, looked for in running text. */
  members?: RuleInput['members']
  /** The name under which the space shows a person; from `members` where nobody gives it. */
  displayName?: (personId: string) => string | undefined
  isAtHome?: RuleInput['isAtHome']
  /** of closed minutes as they stand here; `null` while nobody has made it */
  contentHash?: string | null
}

/** The rules of domain.md 2.4 by number. */
const rules: readonly Rule[] = [
  v01,
  v02,
  v03,
  v04,
  v05,
  v06,
  v07,
  v08,
  v09,
  v10,
  v11,
  v12,
  v13,
  v14,
  v15,
  v16,
  v17,
  v18,
  v19,
  v20,
]

/** All findings of V01–V20, in the order of the sheet. */
export function findings(value: MinutesDraft, options: FindingOptions = {}): Finding[] {
  const { members = [] } = options
  const displayName =
    options.displayName ?? (id => members.find(({ personId }) => personId === id)?.displayName)
  const rowNames = new Map(value.attendance.map(({ id, name }) => [id, name]))
  const input: RuleInput = {
    value,
    record: { ...noRecord, ...options.record },
    moment: options.moment ?? 'live',
    now: options.now ?? null,
    nameOf: id => rowNames.get(id) ?? displayName(id),
    isAtHome: options.isAtHome ?? (() => false),
    members,
    contentHash: options.contentHash ?? null,
    texts: runningTexts(value),
  }
  return inSheetOrder(
    rules.flatMap(rule => rule(input)),
    value,
  )
}
