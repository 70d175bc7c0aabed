import { z } from 'zod'
import { generationSchema, personIdSchema } from '#shared/ids.ts'

/**
 * A point up to which a room's journal was on disk, and the server's proof that it said so: only a mark
 * with a valid proof makes a server that holds less begin a new generation (THREATS a22).
 */
export const durableMarkSchema = z.object({ seq: z.int().min(0), proof: z.string().max(100) })
export type DurableMark = z.infer<typeof durableMarkSchema>

/**
 * Why a room is only for reading: the person's role, a client that is too old, a damaged journal; `closed`: what was
 * written together is decided and signed, and takes no further writing.
 */
export const readOnlyReasonSchema = z.enum(['role', 'clientTooOld', 'damaged', 'closed'])
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>

/**
 * Server → client, as JSON in Hocuspocus' stateless messages, per document.
 * `welcome` is the first after the handshake, and comes again when the access changes.
 */
export const welcomeSchema = z.object({
  type: z.literal('welcome'),
  generation: generationSchema,
  durable: durableMarkSchema,
  /** milliseconds since 1970, the server's clock */
  serverTime: z.int(),
  /** where the federation is (IANA name): by the clock there attendance and votes are written; null: not told */
  timeZone: z.string().max(100).nullable().default(null),
  access: z.enum(['read', 'write']),
  /** null where the access is `write` */
  readOnly: readOnlyReasonSchema.nullable(),
  self: personIdSchema,
  /** how many rows the ledger has about the document */
  ledger: z.int().min(0).default(0),
  /** the counter of the meeting's state, whose notice follows; 0: no meeting runs */
  live: z.int().min(0).default(0),
})
/** Now and then while people write: how far the journal is on disk. */
export const durableNoticeSchema = z.object({ type: z.literal('durable'), durable: durableMarkSchema })

/** Something was decided: the ledger has rows about the document up to `seq`. */
export const ledgerNoticeSchema = z.object({ type: z.literal('ledger'), seq: z.int().min(0) })

/**
 * Where the meeting stands, after the welcome and at each change; `counter` only grows. The state is read
 * (`liveStateSchema`) by whoever shows a meeting; `null`: there is none any more.
 */
export const liveNoticeSchema = z.object({
  type: z.literal('live'),
  counter: z.int().min(0),
  state: z.unknown(),
})
export type LiveNotice = z.infer<typeof liveNoticeSchema>

export const noticeSchema = z.discriminatedUnion('type', [
  welcomeSchema,
  durableNoticeSchema,
  ledgerNoticeSchema,
  liveNoticeSchema,
])
export type Notice = z.infer<typeof noticeSchema>
