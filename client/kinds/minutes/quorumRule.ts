import type { QuorumRule } from '#shared/kinds/minutes/schema.ts'

/** Changes of one number of the quorum rule; what does not fit the rule leaves it as it is. Pure. */
export const withMin = (rule: QuorumRule | null, min: number | null): QuorumRule | null =>
  rule?.type === 'mindestzahl' && min !== null ? { ...rule, min } : rule

export const withPercent = (rule: QuorumRule | null, percent: number | null): QuorumRule | null =>
  rule?.type === 'anteil' && percent !== null ? { ...rule, percent } : rule

/** `null` = count the rows entitled to vote. */
export function withOf(rule: QuorumRule | null, of: number | null): QuorumRule | null {
  if (rule === null || rule.type === 'keine') return rule
  const { of: _, ...rest } = rule
  return of === null ? rest : { ...rest, of }
}
