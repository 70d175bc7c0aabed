import { z } from 'zod'
import { generationSchema, personIdSchema } from '#shared/ids.ts'

/**
 * Server → client, as JSON in Hocuspocus' stateless messages, per document.
 * `welcome` is the first after the handshake: what the server holds on disk for this document.
 */
export const welcomeSchema = z.object({
  type: z.literal('welcome'),
  generation: generationSchema,
  durableSeq: z.int().min(0),
  /** milliseconds since 1970, the server's clock */
  serverTime: z.int(),
  access: z.enum(['read', 'write']),
  self: personIdSchema,
})
export const noticeSchema = z.discriminatedUnion('type', [welcomeSchema])
export type Notice = z.infer<typeof noticeSchema>
