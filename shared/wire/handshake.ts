import { z } from 'zod'

/** Raised with every change that an older client or server could not understand. */
export const protocolVersion = 1

/**
 * What a client says of itself when it opens a room; travels as JSON in the provider's token field.
 * `schemaVersions`: highest schema version per kind that the client can edit.
 * `durableSeq`: highest journal sequence of this document that the device has seen acknowledged, 0 = none.
 */
export const handshakeSchema = z.object({
  protocol: z.int().min(1),
  schemaVersions: z.record(z.string(), z.int().min(1)),
  durableSeq: z.int().min(0),
})
export type Handshake = z.infer<typeof handshakeSchema>

/** Why a room stays closed; the provider hands it on as the `reason` of a failed authentication. */
export const refusalSchema = z.enum([
  'signedOut',
  'notFound',
  'clientTooOld',
  'generationChanged',
  'unavailable',
])
export type Refusal = z.infer<typeof refusalSchema>

/** Path of the websocket endpoint. */
export const collabPath = '/collab'

/** The largest frame the server reads (THREATS b7); beyond it the socket closes with 1009. */
export const maxFrameBytes = 1_000_000
/** An outbox is replayed in frames of at most this size (ARCHITECTURE 5). */
export const maxReplayFrameBytes = 256_000
