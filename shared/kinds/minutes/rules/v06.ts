import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { type RuleInput, untilClosing } from './input.ts'

/**
 * V06: an item of type `beschluss` has a decision, or was postponed or removed. A motion that nobody has voted on is
 * no decision once counts are confirmed at all; before that, what stands in the draft counts.
 */
export function v06(input: RuleInput): Finding[] {
  const { value, record } = input
  const voted = new Set(record.decisions.map(({ decisionId }) => decisionId))
  const decidedItems = new Set(
    value.decisions.filter(({ id }) => voted.size === 0 || voted.has(id)).map(item => item.agendaItemId),
  )
  return value.agenda
    .filter(({ type, result }) => type === 'beschluss' && result !== 'vertagt' && result !== 'abgesetzt')
    .filter(({ id }) => !decidedItems.has(id))
    .map(({ id }) => ({
      rule: 'V06',
      level: untilClosing(input),
      path: ['agenda', id, 'result'],
      detail: 'decisionMissing',
      fields: {},
    }))
}
