import { type DocumentId, documentIdSchema, type Generation, generationSchema } from '#shared/ids.ts'

/**
 * A room is what one socket channel carries. Two generations of a document are two rooms, so they
 * can never merge by accident (ARCHITECTURE 4). `comments` and `proposal` rooms follow this form:
 * `doc/<uuid>/<generation>[/<part>…]`.
 */
export type Room = { readonly documentId: DocumentId; readonly generation: Generation }

export const roomName = (room: Room): string => `doc/${room.documentId}/${room.generation}`

/** Parses the name a client asks for; `null` for anything that is not a room (THREATS b18). */
export function parseRoom(name: string): Room | null {
  const match = /^doc\/([^/]{36})\/([1-9]\d{0,8})$/.exec(name)
  if (!match) return null
  const documentId = documentIdSchema.safeParse(match[1])
  const generation = generationSchema.safeParse(Number(match[2]))
  return documentId.success && generation.success
    ? { documentId: documentId.data, generation: generation.data }
    : null
}
