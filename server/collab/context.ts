import type { AuthorId, DocumentId, Generation, PersonId } from '#shared/ids.ts'
import type { ReadOnlyReason } from '#shared/wire/notice.ts'
import type { PresencePerson } from '#shared/wire/presence.ts'
import type { Room } from '#shared/wire/room.ts'
import type { Line } from './rooms/line.ts'

/**
 * Who may do what with a document; answers for this very moment. Asked at the handshake and again at
 * every append, so that a frame that was queued before a revocation is refused after it (THREATS P4).
 */
export interface CollabAccess {
  /** Changes with everything that could change an answer: while it stays, what was answered still holds. */
  readonly version: number
  person(headers: Headers): Promise<{ personId: PersonId; expiresAt: number } | null>
  toDocument(
    personId: PersonId,
    documentId: DocumentId,
  ): Promise<null | {
    kind: string
    generation: Generation
    access: 'read' | 'write'
    /** what is written in it comes too late; absent: it is open */
    isClosed?: boolean
    author: AuthorId
    displayName: string
    tone: number
  }>
}

/** What somebody may do under this author until `expiresAt` (milliseconds since 1970); `isValid`: it still holds. */
export type Permit = {
  readonly access: 'read' | 'write'
  readonly isClosed: boolean
  readonly author: AuthorId
  readonly expiresAt: number
  readonly isValid: () => boolean
}

/** A person in a room, as the handshake has established it. */
export interface Member {
  readonly room: Room
  readonly kind: string
  readonly personId: PersonId
  /** the only client id that this connection shows presence for */
  readonly client: number
  readonly readOnly: ReadOnlyReason | null
  readonly presence: PresencePerson
}

/** What Hocuspocus hands to our hooks: of the socket from its beginning, of the member from the handshake on. */
export interface CollabContext {
  readonly line?: Line
  readonly member?: Member
}

export function memberOf(context: CollabContext): Member {
  if (!context.member) throw new Error('A hook ran for a connection before its handshake')
  return context.member
}

export function lineOf(context: CollabContext): Line {
  if (!context.line) throw new Error('A hook ran for a connection without a socket')
  return context.line
}
