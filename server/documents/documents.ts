import type { Doc } from 'yjs'
import type { Membership, Spaces } from '#server/access/spaces.ts'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { DocumentCard, DocumentInfo } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import { type AuthorId, type DocumentId, documentIdSchema, type PersonId, type SpaceId } from '#shared/ids.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import { may } from '#shared/permissions.ts'
import { dayIn } from '#shared/rules/zoned.ts'
import type { Room } from '#shared/wire/room.ts'
import type { Card, Cards } from './cards.ts'
import type { DocumentIndex } from './documentIndex.ts'
import { partsOf } from './kitParts.ts'

export type NewDocument = { id: DocumentId; kind: string; spaceId: SpaceId; title: string }

export type MoreOnCreation = {
  /** written into the new document after what its kind begins with; the same however often it runs */
  readonly fill?: (doc: Doc) => void
  /** a document that another member of the space began may be gone on with */
  readonly ofAnyAuthor?: boolean
}

/** The first row of a document is its seed alone, brought by whoever opens it first; what was begun comes after it. */
export const seedSeq = 1

/** Bringing documents into being and listing them. Who may do it is decided before. */
export interface Documents {
  /**
   * Makes the document; idempotent by its id (ARCHITECTURE 4, Creation). An id that belongs to another
   * author or space answers `notFound`, as everywhere; a kind that is not known `badInput`.
   */
  create(document: NewDocument, member: Membership, more?: MoreOnCreation): Promise<DocumentInfo>
  /** The cards of all documents that the person may read, the latest changed first. */
  list(personId: PersonId): Promise<DocumentCard[]>
}

export function createDocuments(deps: {
  database: Database
  clock: Clock
  kinds: Kinds
  /** IANA name; decides which day „today“ is */
  timeZone: string
  /** the items that a kit can have begun with */
  kitCodes: readonly string[]
  spaces: Spaces
  index: DocumentIndex
  cards: Cards
  durableSeq: (room: Room) => Promise<number>
  edit: (room: Room, author: AuthorId, change: (doc: Doc) => void) => Promise<unknown>
}): Documents {
  const { database, clock, index, cards } = deps

  return {
    async create({ id, kind, spaceId, title }, member, more = {}) {
      const known = deps.kinds.get(kind)
      if (!known) throw new AppError('badInput', { fields: { path: 'kind', why: 'unknown' } })
      const generation = await database.transact(async trx => {
        const row = await trx
          .selectFrom('document')
          .select(['kind', 'space_id', 'created_by', 'generation'])
          .where('id', '=', id)
          .executeTakeFirst()
        if (!row) {
          await trx
            .insertInto('document')
            .values({
              id,
              kind,
              space_id: spaceId,
              generation: 1,
              schema_version: known.schemaVersion,
              created_at: clock.now(),
              created_by: member.authorId,
            })
            .execute()
          return 1
        }
        const own = more.ofAnyAuthor === true || row.created_by === member.authorId
        const same = row.kind === kind && row.space_id === spaceId && own
        if (!same) throw new AppError('notFound')
        return row.generation
      })
      index.forget(id)
      const room = { documentId: id, generation }
      // Also after a creation that was cut off here: the title is written by whoever asks again.
      if ((await deps.durableSeq(room)) <= seedSeq) {
        const today = dayIn(deps.timeZone, clock.now())
        await deps.edit(room, member.authorId, doc =>
          doc.transact(() => {
            known.begin(doc, { title, today })
            more.fill?.(doc)
          }),
        )
        await cards.refresh(id)
      }
      return { id, kind, spaceId, generation }
    },

    async list(personId) {
      const spaces = (await deps.spaces.ofPerson(personId)).filter(space => may(space.role, 'read'))
      if (spaces.length === 0) return []
      const rows = await database.kysely
        .selectFrom('document')
        .select('id')
        .where(
          'space_id',
          'in',
          spaces.map(space => space.id),
        )
        .execute()
      const ids = rows.map(row => documentIdSchema.parse(row.id))
      const cardsById = await cards.of(ids)
      const listed: DocumentCard[] = []
      const kits: { id: DocumentId; spaceId: SpaceId; parts: ReadonlySet<string> }[] = []
      for (const id of ids) {
        const known = cardsById.get(id)
        const info = await index.find(id)
        if (!known || !info) continue
        const { parts, ...card } = known
        if (parts) kits.push({ id, spaceId: info.spaceId, parts: partsOf(id, deps.kitCodes, parts) })
        const members = await deps.spaces.members(info.spaceId)
        listed.push({ ...info, ...card, changedBy: nameOf(card, members) })
      }
      return listed
        .map(card => {
          // what was begun with a kit of one space and lies in another by now is shown there
          const kit = kits.find(one => one.spaceId === card.spaceId && one.parts.has(card.id))
          return kit ? { ...card, partOf: kit.id } : card
        })
        .sort((a, b) => b.changedAt - a.changedAt)
    },
  }
}

const nameOf = (card: Card, members: readonly Membership[]): string | null =>
  members.find(member => member.authorId === card.changedBy)?.displayName ?? null
