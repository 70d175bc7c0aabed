import { paragraphTexts } from '#shared/document/prose.ts'
import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/**
 * V15: a frozen wording never changes – a second freezing of one decision with other words is an error. The live text
 * goes on; where it says something else by now, that is shown as a late contribution.
 */
export function v15({ value, record }: RuleInput): Finding[] {
  const first = new Map<string, string>()
  const twice = record.frozen.flatMap(({ decisionId, wording }): Finding[] => {
    const before = first.get(decisionId)
    if (before === undefined) first.set(decisionId, wording)
    if (before === undefined || before === wording) return []
    const path = ['decisions', decisionId, 'wording']
    return [{ rule: 'V15', level: 'error', path, detail: 'frozenTwice', fields: {} }]
  })
  const edited = value.decisions.flatMap(({ id, wording }): Finding[] => {
    const frozen = first.get(id)
    if (frozen === undefined || paragraphTexts(wording).join('\n') === frozen) return []
    const path = ['decisions', id, 'wording']
    return [{ rule: 'V15', level: 'hint', path, detail: 'editedAfterFreezing', fields: {} }]
  })
  return [...twice, ...edited]
}
