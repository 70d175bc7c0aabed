import { type ConceptFinding, found } from './finding.ts'
import type { ConceptDraft } from './schema.ts'

/** K25: what a row points to is still there. */
export function referenceFindings({ goals, measures, milestones, budget }: ConceptDraft): ConceptFinding[] {
  const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id))
  const [goalIds, milestoneIds, incomeIds] = [idsOf(goals), idsOf(milestones), idsOf(budget.income)]
  const gone = (path: readonly string[], ids: readonly string[], known: ReadonlySet<string>) =>
    ids.some(id => !known.has(id)) ? [found('K25', 'hint', path, 'referenceGone')] : []
  return [
    ...measures.flatMap(row => gone(['measures', row.id, 'goalIds'], row.goalIds, goalIds)),
    ...milestones.flatMap(row => [
      ...gone(['milestones', row.id, 'goalIds'], row.goalIds, goalIds),
      ...gone(['milestones', row.id, 'dependsOn'], row.dependsOn, milestoneIds),
    ]),
    ...budget.expenses.flatMap(row =>
      gone(['budget', 'expenses', row.id, 'fundedBy'], row.fundedBy, incomeIds),
    ),
  ]
}
