import { amountOf } from '#shared/rules/money.ts'
import { figuresOf, isRequested } from './figures.ts'
import { type ConceptFinding, found } from './finding.ts'
import type { Budget, Expense } from './schema.ts'

/** K01–K06: the budget (Finanzplan, domain.md 3.2). */
export function budgetFindings(budget: Budget): ConceptFinding[] {
  const requested = new Set(budget.income.filter(isRequested).map(({ id }) => id))
  return [
    ...budget.expenses.flatMap(line => [
      ...amountFits(line),
      ...notNegative(line),
      ...paidByWhoMay(line, requested),
      ...catering(line),
    ]),
    ...sumsAgree(budget),
    ...askedWithinEligible(budget),
  ]
}

const at = (line: Expense, field: string) => ['budget', 'expenses', line.id, field]

/** K01 */
function amountFits(line: Expense): ConceptFinding[] {
  const { qty, unitCents, amountCents } = line
  if (qty === null || unitCents === null) return []
  const amount = amountOf(qty, unitCents)
  if (amountCents === null)
    return [found('K01', 'hint', at(line, 'amountCents'), 'amountMissing', { amount })]
  if (amountCents === amount) return []
  return [found('K01', 'error', at(line, 'amountCents'), 'amountDiffers', { amount, written: amountCents })]
}

/** K02 */
function notNegative(line: Expense): ConceptFinding[] {
  return [
    ...(line.qty !== null && line.qty < 0
      ? [found('K02', 'warn', at(line, 'qty'), 'qtyNegative', { qty: line.qty })]
      : []),
    ...(line.unitCents !== null && line.unitCents < 0
      ? [found('K02', 'warn', at(line, 'unitCents'), 'priceNegative', { price: line.unitCents })]
      : []),
  ]
}

/** K03: asked only once both sides have been begun. */
function sumsAgree(budget: Budget): ConceptFinding[] {
  if (budget.expenses.length === 0 || budget.income.length === 0) return []
  const { expenses, income, difference } = figuresOf(budget)
  if (difference === 0) return []
  const detail = difference < 0 ? 'moneyMissing' : 'moneyLeft'
  return [
    found('K03', 'error', ['budget', 'income'], detail, {
      expenses,
      income,
      difference: Math.abs(difference),
    }),
  ]
}

/** K04 */
function askedWithinEligible(budget: Budget): ConceptFinding[] {
  const { requested, eligible } = figuresOf(budget)
  if (requested <= Math.max(eligible, 0) || budget.expenses.length === 0) return []
  return [found('K04', 'error', ['budget', 'income'], 'requestedTooHigh', { requested, eligible })]
}

/** K05 */
const paidByWhoMay = (line: Expense, requested: ReadonlySet<string>): ConceptFinding[] =>
  line.eligible || !line.fundedBy.some(id => requested.has(id))
    ? []
    : [found('K05', 'warn', at(line, 'fundedBy'), 'ineligiblePaid')]

/** K06 */
function catering(line: Expense): ConceptFinding[] {
  if (line.category !== 'verpflegung' || !line.eligible) return []
  return [found('K06', 'hint', at(line, 'eligible'), 'cateringEligible')]
}
