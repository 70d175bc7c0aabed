import { idOf } from '#server/demo/cast.ts'
import { type ConceptFixture, conceptFixtureSchema } from '#server/demo/concepts.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'

/** A projection in the form of the fixture; rows that the page gave ids of its own are numbered Z1, M1, A1, E1. */
export function asConceptFixture(value: ConceptDraft): Omit<ConceptFixture, 'fixture' | 'docId'> & {
  conceptKind: string
} {
  const numbered = (rows: readonly { readonly id: string }[], letter: string) =>
    new Map(rows.map(({ id }, place) => [id, `${letter}${place + 1}`]))
  const [goalIds, milestoneIds] = [numbered(value.goals, 'Z'), numbered(value.milestones, 'M')]
  const [expenseIds, incomeIds] = [numbered(value.budget.expenses, 'A'), numbered(value.budget.income, 'E')]
  const sum = (rows: readonly { readonly amountCents: number | null }[]) =>
    rows.reduce((cents, row) => cents + (row.amountCents ?? 0), 0)
  return conceptFixtureSchema.omit({ fixture: true, docId: true }).parse({
    conceptKind: value.cover.conceptKind,
    title: value.cover.title,
    period: value.cover.period,
    goals: value.goals.map(({ id, text, indicator, baseline, target, unit, due }) => ({
      id: goalIds.get(id),
      text,
      indicator,
      baseline,
      target,
      unit,
      due,
    })),
    milestones: value.milestones.map(({ id, due, title, who, goalIds: goals }) => ({
      id: milestoneIds.get(id),
      due,
      title,
      who: who.map(idOf).join(' '),
      goals: goals.map(goal => goalIds.get(goal)),
    })),
    budget: {
      expenses: value.budget.expenses.map(({ fundedBy, id, ...row }) => ({
        // the fixture does not say which line pays for which: nor may the page
        ...(fundedBy.length > 0 && { fundedBy }),
        id: expenseIds.get(id),
        ...row,
      })),
      income: value.budget.income.map(({ id, ...row }) => ({ id: incomeIds.get(id), ...row })),
      inKind: value.budget.inKind.map(({ text, hours }) => ({ text, hours })),
      totals: {
        expensesCents: sum(value.budget.expenses),
        incomeCents: sum(value.budget.income),
        eligibleCents: sum(value.budget.expenses.filter(({ eligible }) => eligible)),
      },
    },
    partners: value.partners.map(({ name, contribution, commitment }) => ({
      org: idOf(name),
      contribution,
      commitment,
    })),
  })
}
