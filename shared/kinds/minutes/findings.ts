import type { MinutesDraft } from './schema.ts'

export type Finding = {
  rule: 'V08' | 'V09' | 'V10'
  level: 'error' | 'warn' | 'hint'
  /** The field beside which it is shown; entries by id. */
  path: string[]
  /** Code of the text in the catalogue, `findings.<detail>`. */
  detail: string
  fields: Record<string, string | number>
}

export function findings(value: MinutesDraft): Finding[] {
  return [...value.tasks.flatMap(() => [])]
}
