import { z } from 'zod'
import { personIdSchema } from '#shared/ids.ts'

/**
 * Somebody by the name they go by. It stands apart from the contract: a browser reads it before the first key, the
 * contract never.
 */
export const personSchema = z.object({ id: personIdSchema, displayName: z.string() })
export type Person = z.infer<typeof personSchema>
