import type { Doc } from 'yjs'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { DocumentInfo } from '#shared/api/contract.ts'
import { type CardContent, cardContentSchema } from '#shared/document/card.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import type { Room } from '#shared/wire/room.ts'
import { createDocumentJob } from './documentJob.ts'
import type { LastChange } from './lastChanges.ts'

/** Raised with every change of `cardContentSchema` or of what a kind puts into it: older cards are made anew. */
const cardForm = 4

export type Card = CardContent & { readonly changedAt: number; readonly changedBy: string | null }

/**
 * What the desk shows of each document, derived from the journal and kept in `derived.db`.
 *
 * - [CA1] A change is in the card as soon as [DJ1] says.
 * - [CA2] A lost or older card is made anew by `catchUp`; nothing but time is lost with `derived.db`.
 */
export interface Cards {
  /** To be called after each change of a document. Never throws. */
  changed(room: Room): void
  /** Makes the document's card now. */
  refresh(documentId: DocumentId): Promise<void>
  /** Makes every card that is missing or behind the journal. */
  catchUp(): Promise<void>
  of(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, Card>>
  /** Resolves when no card is being made; those that wait for their time stay waiting. */
  settled(): Promise<void>
  /** Makes the cards that wait and takes no more. */
  close(): Promise<void>
}

export function createCards(deps: {
  derived: Database
  clock: Clock
  log: Log
  kinds: Kinds
  find: (id: DocumentId) => Promise<DocumentInfo | null>
  read: (room: Room, look: (doc: Doc) => CardContent) => Promise<CardContent>
  /** every document's last journal row, or that of the given ones */
  lastChanges: (ids?: readonly DocumentId[]) => Promise<readonly LastChange[]>
}): Cards {
  const { derived, clock, log } = deps
  const job = createDocumentJob({ clock, log, failed: 'card not made, trying again', run: refresh })

  async function refresh(documentId: DocumentId): Promise<void> {
    const [info, [last]] = await Promise.all([deps.find(documentId), deps.lastChanges([documentId])])
    if (!info || !last) return
    const kind = deps.kinds.get(info.kind)
    // a kind of a newer version: its card stays as that one made it
    if (!kind) return
    const content = await deps.read(roomOf(info), doc => kind.card(doc))
    const row = {
      generation: info.generation,
      seq: last.seq,
      form: cardForm,
      content: JSON.stringify(content),
      changed_at: last.at,
      changed_by: last.author,
    }
    await derived.kysely
      .insertInto('card')
      .values({ document_id: documentId, ...row })
      .onConflict(conflict =>
        conflict
          .column('document_id')
          .doUpdateSet(row)
          // of two that run at once, the one that saw less may come last
          .where(is =>
            is.or([
              is('card.form', '!=', row.form),
              is('card.generation', '<', row.generation),
              is.and([is('card.generation', '=', row.generation), is('card.seq', '<=', row.seq)]),
            ]),
          ),
      )
      .execute()
  }

  return {
    changed: ({ documentId }) => job.changed(documentId),
    refresh,

    async catchUp() {
      const rows = await derived.kysely
        .selectFrom('card')
        .select(['document_id', 'generation', 'seq'])
        .where('form', '=', cardForm)
        .execute()
      const kept = new Map(rows.map(row => [row.document_id, row]))
      for (const last of await deps.lastChanges()) {
        if (job.isClosed) return
        const card = kept.get(last.documentId)
        if (card?.generation !== last.generation || card.seq < last.seq) await job.start(last.documentId)
      }
    },

    async of(documentIds) {
      if (documentIds.length === 0) return new Map()
      const rows = await derived.kysely
        .selectFrom('card')
        .selectAll()
        .where('document_id', 'in', documentIds)
        .where('form', '=', cardForm)
        .execute()
      return new Map(
        rows.map(row => [
          documentIdSchema.parse(row.document_id),
          {
            ...cardContentSchema.parse(JSON.parse(row.content)),
            changedAt: row.changed_at,
            changedBy: row.changed_by,
          },
        ]),
      )
    },

    settled: () => job.settled(),
    close: () => job.close(),
  }
}

const roomOf = (info: DocumentInfo): Room => ({ documentId: info.id, generation: info.generation })
