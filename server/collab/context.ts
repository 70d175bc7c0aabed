import type { WebSocket } from 'ws'
import type { KindName } from '#shared/api/contract.ts'
import type { AuthorId, DocumentId, Generation, PersonId } from '#shared/ids.ts'
import type { PresencePerson } from '#shared/wire/presence.ts'
import type { Room } from '#shared/wire/room.ts'

/**
 * Who may do what with a document; answers for this very moment. Asked at the handshake and again at
 * every append, so that a frame that was queued before a revocation is refused after it (THREATS P4).
 */
export interface CollabAccess {
  person(headers: Headers): Promise<{ personId: PersonId; sessionId: string } | null>
  toDocument(
    personId: PersonId,
    documentId: DocumentId,
  ): Promise<null | {
    kind: KindName
    generation: Generation
    access: 'read' | 'write'
    author: AuthorId
    displayName: string
    tone: number
  }>
}

/** A person in a room, as the handshake has established it. */
export interface Member {
  readonly room: Room
  readonly kind: KindName
  readonly personId: PersonId
  readonly access: 'read' | 'write'
  readonly presence: PresencePerson
}

/** What Hocuspocus hands to our hooks: of the socket from its beginning, of the member from the handshake on. */
export interface CollabContext {
  readonly socket?: WebSocket
  readonly member?: Member
}

export function memberOf(context: CollabContext): Member {
  if (!context.member) throw new Error('A hook ran for a connection before its handshake')
  return context.member
}
