import { z } from 'zod'
import { durableMarkSchema } from './notice.ts'

/** Raised with every change that an older client or server could not understand. */
export const protocolVersion = 2

/**
 * What a client says of itself when it opens a room; travels as JSON in the provider's token field.
 * `schemaVersions`: highest schema version per kind that the client can edit.
 * `client`: the client id of the Y.Doc that will write, also the only one it shows presence for.
 * `build`: which release of the client, for the operator's log.
 * `durable`: the last `durable` or `welcome` mark that the device has seen of this room, null = none.
 */
export const handshakeSchema = z.object({
  protocol: z.int().min(1),
  schemaVersions: z.record(z.string(), z.int().min(1)),
  client: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  build: z.string().max(60),
  durable: durableMarkSchema.nullable(),
})
export type Handshake = z.infer<typeof handshakeSchema>

/**
 * Why a room stays closed; the provider hands it on as the `reason` of a failed authentication.
 * `setAside`: an update of this client id was refused. The client keeps its text for a supervised merge
 * and opens the room anew from the server, under a fresh client id (ARCHITECTURE 5, Refusal).
 */
export const refusalSchema = z.enum([
  'signedOut',
  'notFound',
  'clientTooOld',
  'generationChanged',
  'setAside',
  'unavailable',
])
export type Refusal = z.infer<typeof refusalSchema>

/** Path of the websocket endpoint. */
export const collabPath = '/collab'

/** The largest frame the server reads (THREATS b7); beyond it the socket closes with 1009. */
export const maxFrameBytes = 1_000_000
/** An outbox is replayed in frames of at most this size (ARCHITECTURE 5). */
export const maxReplayFrameBytes = 256_000
