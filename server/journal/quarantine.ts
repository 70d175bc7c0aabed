import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Tables } from '#server/db/tables.ts'
import { createKeyedCache } from '#server/lib/keyedCache.ts'
import {
  type AuthorId,
  authorIdSchema,
  type DocumentId,
  documentIdSchema,
  type Generation,
} from '#shared/ids.ts'

/**
 * What was refused or found damaged, kept for a while (THREATS P6, b1–b9, a23).
 *
 * - [Q1] Nothing is kept twice: the same bytes from the same sender for the same reason are one row.
 * - [Q2] It is bounded per document and altogether: the oldest bytes go first, then the oldest rows.
 *   Whoever floods it costs no disk; the sender's own text is on the sender's device.
 * - [Q3] After 30 days a row is gone.
 * - [Q4] `list` never shows content.
 * - [Q5] Once `add` has resolved, `isSetAside` is answered by it.
 */
export interface Quarantine {
  add(entry: NewQuarantined): Promise<void>
  /** Whether something of this client id, sent by this author, lies here. */
  isSetAside(
    documentId: DocumentId,
    generation: Generation,
    author: AuthorId | null,
    client: number,
  ): Promise<boolean>
  /** Everything that is here, the oldest first. */
  list(): Promise<readonly Quarantined[]>
  /** Drops what is older than 30 days. */
  expire(): Promise<void>
}

export type NewQuarantined = {
  documentId: DocumentId
  generation: Generation
  /** null: the server */
  author: AuthorId | null
  /** the client id of the sender's handshake; null where there is no sender, as for a damaged row */
  client: number | null
  reason: string
  bytes: Uint8Array
}
export type Quarantined = Omit<NewQuarantined, 'bytes'> & {
  id: string
  size: number
  /** whether the bytes are still there */
  kept: boolean
  /** milliseconds since 1970 */
  at: number
}

/** What `[Q2]` allows; beyond it the oldest makes room. */
export type QuarantineLimits = { rows: number; bytes: number }

// A client whose update is refused keeps one row; a hundred in one document is a fault or an attack that is
// well documented by then. Four refused first syncs of 1 MB fit.
export const perDocument: QuarantineLimits = { rows: 100, bytes: 4_000_000 }
// Twenty documents under attack at once, on the smallest machine: 64 MB of its disk, and a list that can be read.
const altogether: QuarantineLimits = { rows: 2_000, bytes: 64_000_000 }
// As long as a backup keeps what was erased (THREATS d).
const keptForMs = 30 * 24 * 60 * 60 * 1000

export function createQuarantine(deps: {
  database: Database
  clock: Clock
  limits?: { perDocument: QuarantineLimits; altogether: QuarantineLimits }
}): Quarantine {
  const { database, clock } = deps
  const limits = deps.limits ?? { perDocument, altogether }
  // Asked at every handshake. It is bounded [Q2], and nobody else writes it.
  const senders = createKeyedCache<'all', ReadonlySet<string>>(async () => {
    const rows = await database.kysely
      .selectFrom('quarantine')
      .select(['document_id', 'generation', 'author', 'client_id'])
      .where('client_id', 'is not', null)
      .execute()
    return new Set(rows.map(row => senderKey(row.document_id, row.generation, row.author, row.client_id)))
  })

  return {
    async add({ documentId, generation, author, client, reason, bytes }) {
      await database.transact(async trx => {
        const crc = crc32(bytes)
        const twin = await trx
          .selectFrom('quarantine')
          .select('id')
          .where('document_id', '=', documentId)
          .where('generation', '=', generation)
          .where('client_id', client === null ? 'is' : '=', client)
          .where('author', author === null ? 'is' : '=', author)
          .where('reason', '=', reason)
          .where('crc', '=', crc)
          // let go of, the bytes cannot be compared any more; size and checksum say enough
          .where(is => is.or([is('bytes', 'is', null), is('bytes', '=', bytes)]))
          .where('size', '=', bytes.length)
          .executeTakeFirst()
        if (twin) return
        const id = randomUUID()
        await trx
          .insertInto('quarantine')
          .values({
            id,
            document_id: documentId,
            generation,
            author,
            client_id: client,
            reason,
            size: bytes.length,
            crc,
            bytes,
            at: clock.now(),
          })
          .execute()
        await makeRoom(trx, limits.perDocument, documentId)
        await makeRoom(trx, limits.altogether, null)
      })
      senders.forget('all')
    },

    async isSetAside(documentId, generation, author, client) {
      return (await senders.get('all')).has(senderKey(documentId, generation, author, client))
    },

    list: () => listQuarantine(database.kysely),

    async expire() {
      await database.kysely
        .deleteFrom('quarantine')
        .where('at', '<=', clock.now() - keptForMs)
        .execute()
      senders.forget('all')
    },
  }
}

const senderKey = (
  document: string,
  generation: number,
  author: string | null,
  client: number | null,
): string => `${document}/${generation}/${author ?? ''}/${client}`

/** The list by itself, for whoever only reads. */
export async function listQuarantine(kysely: Kysely<Tables>): Promise<readonly Quarantined[]> {
  const rows = await kysely
    .selectFrom('quarantine')
    .select(['id', 'document_id', 'generation', 'author', 'client_id', 'reason', 'size', 'at'])
    .select(({ eb }) => eb('bytes', 'is not', null).as('kept'))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ document_id, client_id, author, kept, ...row }) => ({
    ...row,
    documentId: documentIdSchema.parse(document_id),
    author: author === null ? null : authorIdSchema.parse(author),
    client: client_id,
    kept: Boolean(kept),
  }))
}

/** Lets the oldest go until the limits hold, within one document or (null) everywhere. */
async function makeRoom(
  trx: Transaction<Tables>,
  limits: QuarantineLimits,
  documentId: DocumentId | null,
): Promise<void> {
  let query = trx
    .selectFrom('quarantine')
    .select(['id', 'size'])
    .select(({ eb }) => eb('bytes', 'is not', null).as('kept'))
    .orderBy('at', 'desc')
    .orderBy('id')
  if (documentId !== null) query = query.where('document_id', '=', documentId)
  const newestFirst = await query.execute()
  const tooMany = newestFirst.slice(limits.rows).map(row => row.id)
  let bytes = 0
  const tooLarge: string[] = []
  for (const { id, size, kept } of newestFirst.slice(0, limits.rows)) {
    if (!kept) continue
    bytes += size
    if (bytes > limits.bytes) tooLarge.push(id)
  }
  if (tooMany.length > 0) await trx.deleteFrom('quarantine').where('id', 'in', tooMany).execute()
  if (tooLarge.length > 0) {
    await trx.updateTable('quarantine').set({ bytes: null }).where('id', 'in', tooLarge).execute()
  }
}
