import type { Budget, Income } from './schema.ts'

/** The sums of a budget in cents (domain.md 3.2). Income that was refused does not come, so it does not count. */
export type Figures = {
  readonly expenses: number
  readonly income: number
  /** what may be asked for: the lines that can be funded */
  readonly eligible: number
  /** what is asked for under § 20h SGB V */
  readonly requested: number
  /** income less expenses; below 0 money is missing */
  readonly difference: number
  readonly inKindHours: number
}

export function figuresOf(budget: Budget): Figures {
  const income = budget.income.filter(comes)
  const expenses = sum(budget.expenses)
  return {
    expenses,
    income: sum(income),
    eligible: sum(budget.expenses.filter(line => line.eligible)),
    requested: sum(income.filter(isRequested)),
    difference: sum(income) - expenses,
    inKindHours: budget.inKind.reduce((hours, line) => hours + (line.hours ?? 0), 0),
  }
}

const sum = (lines: readonly { readonly amountCents: number | null }[]): number =>
  lines.reduce((cents, line) => cents + (line.amountCents ?? 0), 0)

const comes = (line: Income): boolean => line.status !== 'abgelehnt'

/** Both strands of § 20h SGB V: lump sum and project funding. */
export const isRequested = (line: Pick<Income, 'source'>): boolean =>
  line.source === '20h_projekt' || line.source === '20h_pauschal'
