/** What a rule of a kind has found. Rules are pure: they read a projection and change nothing. */
export interface Finding<Detail extends string = string> {
  /** the rule's number in domain.md, e.g. `V08` */
  rule: string
  /** `error`: it has to be settled before the sheet is finished; `warn`: please look; `hint`: good to know */
  level: 'error' | 'warn' | 'hint'
  /** the field beside which it is shown; entries by id */
  path: string[]
  /** code of the sentence in the words of the kind */
  detail: Detail
  fields: Record<string, string | number>
}
