import type { RecordHandle } from '#shared/document/handle.ts'
import type { expenseSchema } from '#shared/kinds/concept/schema.ts'
import { amountOf } from '#shared/rules/money.ts'

type Line = RecordHandle<typeof expenseSchema>

/** Quantity × price of a line; `null` while one of them is missing. */
export const productOf = (qty: number | null, unitCents: number | null): number | null =>
  qty === null || unitCents === null ? null : amountOf(qty, unitCents)

/**
 * Writes quantity or price of a line, in one transaction with the amount: it follows as long as nobody has written
 * another one by hand.
 */
export function writeFactor(
  line: Line,
  factor: { readonly qty: number | null } | { readonly unitCents: number | null },
): void {
  line.transact(() => {
    const amount = line.get('amountCents')
    const follows = amount === null || amount === productOf(line.get('qty'), line.get('unitCents'))
    line.assign(factor)
    const next = productOf(line.get('qty'), line.get('unitCents'))
    if (follows && next !== null) line.set('amountCents', next)
  })
}
