import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/** V17: minutes are approved by a later meeting, and with no objection left open. */
export function v17({ value: { header }, record }: RuleInput): Finding[] {
  const { approval, objections } = record
  if (approval === null) return []
  const open = objections.filter(({ settled }) => !settled).length
  const { date } = header
  const found: Finding[] = []
  if (date !== null && approval.on <= date)
    found.push({
      rule: 'V17',
      level: 'error',
      path: ['approval'],
      detail: 'approvalNotLater',
      fields: { on: approval.on, date },
    })
  if (open > 0)
    found.push({
      rule: 'V17',
      level: 'error',
      path: ['approval'],
      detail: 'objectionOpen',
      fields: { count: open },
    })
  return found
}
