import { z } from 'zod'
import type { LedgerRow } from './row.ts'

/**
 * The row that says of another one that its bytes are gone. `seq`: that row's place in the space's chain, `row`: in the
 * document's feed.
 */
export const contentErasedSchema = z.object({
  kind: z.literal('contentErased'),
  seq: z.int().min(1),
  row: z.int().min(1),
})

/** Which rows of the document the given ones say to be erased. */
export const erasedBy = (rows: readonly LedgerRow[]): ReadonlySet<number> =>
  new Set(
    rows.flatMap(({ payload }) => {
      const erasure = contentErasedSchema.safeParse(payload)
      return erasure.success ? [erasure.data.row] : []
    }),
  )

/** The rows as the server has them by now: what was erased says nothing any more. */
export const withoutErased = (rows: readonly LedgerRow[]): LedgerRow[] => {
  const erased = erasedBy(rows)
  return rows.map(row => (erased.has(row.seq) ? { ...row, by: null, payload: null } : row))
}
