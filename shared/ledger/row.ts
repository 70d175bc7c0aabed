import { z } from 'zod'
import { personIdSchema } from '#shared/ids.ts'

/** The client's final id of a command: whoever sends it twice is answered twice and decides once. */
export const commandIdSchema = z.uuid().brand<'CommandId'>()
export type CommandId = z.infer<typeof commandIdSchema>

/**
 * A row of the ledger as clients get it: something that was decided about a document, once and in order.
 * `seq` counts 1, 2, 3 … per document. `at` in ms since 1970 by the server's clock; `by`: who commanded, `null` for the
 * server. What `payload` holds is for the kind of the document to say; `null`: its bytes were erased.
 */
export const ledgerRowSchema = z.object({
  seq: z.int().min(1),
  commandId: commandIdSchema,
  at: z.int(),
  by: personIdSchema.nullable(),
  payload: z.unknown(),
})
export type LedgerRow = z.infer<typeof ledgerRowSchema>
