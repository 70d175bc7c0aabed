import type { Identity, SignedIn } from '#server/identity/identity.ts'
import type { Changes } from '#server/lib/changes.ts'
import type { DocumentInfo } from '#shared/api/contract.ts'
import type { AuthorId, DocumentId, Generation, PersonId, SpaceId } from '#shared/ids.ts'
import { type Action, may } from '#shared/permissions.ts'
import type { Membership, Spaces } from './spaces.ts'

/**
 * Who may do what (ARCHITECTURE 8). Default deny: no membership, no access; and no way to tell
 * „absent“ from „forbidden“ (THREATS b34).
 */
export interface Access {
  /** Changes with everything that could change an answer: while it stays, what was answered still holds. */
  readonly version: number
  person(headers: Headers): Promise<SignedIn | null>
  /** What a person is in a document; null for whoever may not even read it. Asked at every append. */
  toDocument(personId: PersonId, documentId: DocumentId): Promise<DocumentAccess | null>
  /** The membership under which the person may do it in the space, else null. */
  inSpace(personId: PersonId, spaceId: SpaceId, action: Action): Promise<Membership | null>
  /**
   * The other member, if the person may do it in the space and in every other space the member belongs to,
   * else null: with power over somebody in one space nobody gets into another one as that person.
   */
  overMember(
    personId: PersonId,
    spaceId: SpaceId,
    memberId: PersonId,
    action: Action,
  ): Promise<Membership | null>
  /** The document and the membership under which the person may do it with the document, else null. */
  withDocument(
    personId: PersonId,
    documentId: DocumentId,
    action: Action,
  ): Promise<{ document: DocumentInfo; member: Membership } | null>
}

export type DocumentAccess = {
  readonly kind: string
  readonly generation: Generation
  readonly access: 'read' | 'write'
  /** nobody can write in it any more, whatever their role */
  readonly isClosed: boolean
  readonly author: AuthorId
  readonly displayName: string
  readonly tone: Membership['tone']
}

export function createAccess(deps: {
  identity: Identity
  spaces: Spaces
  findDocument: (id: DocumentId) => Promise<DocumentInfo | null>
  changes: Changes
}): Access {
  const access: Access = {
    get version() {
      return deps.changes.count
    },

    person: headers => deps.identity.person(headers),

    async inSpace(personId, spaceId, action) {
      const member = await deps.spaces.membership(spaceId, personId)
      return member !== null && may(member.role, action) ? member : null
    },

    async overMember(personId, spaceId, memberId, action) {
      const spaces = await deps.spaces.ofPerson(memberId)
      if (!spaces.some(space => space.id === spaceId)) return null
      for (const { id } of spaces) if ((await access.inSpace(personId, id, action)) === null) return null
      return deps.spaces.membership(spaceId, memberId)
    },

    async withDocument(personId, documentId, action) {
      const document = await deps.findDocument(documentId)
      const member = document && (await access.inSpace(personId, document.spaceId, action))
      return document && member && { document, member }
    },

    async toDocument(personId, documentId) {
      const found = await access.withDocument(personId, documentId, 'read')
      if (!found) return null
      const { document, member } = found
      return {
        kind: document.kind,
        generation: document.generation,
        access: may(member.role, 'write') ? 'write' : 'read',
        isClosed: document.closed === true,
        author: member.authorId,
        displayName: member.displayName,
        tone: member.tone,
      }
    },
  }
  return access
}
