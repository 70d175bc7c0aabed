import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#server/db/database.ts'
import type { RegisterSourceTable, Tables } from '#server/db/tables.ts'
import {
  entryForm,
  type Placed,
  type RegisterEntry,
  type RegisterName,
  registerEntrySchema,
} from '#shared/kinds/minutes/projections/entry.ts'

/** Up to where in journal and ledger the entries of a document hold. */
export type Source = {
  readonly documentId: string
  readonly spaceId: string
  readonly generation: number
  readonly seq: number
  readonly ledgerSeq: number
}

/**
 * The entries of the registers in `derived.db`.
 *
 * - [RS1] The entries of a document are replaced as a whole, and never by what saw less of it.
 * - [RS2] While everything is made anew (`begin` … `finish`), what stood there before answers; `finish` exchanges it in
 *   one transaction. Whatever changes meanwhile is in both.
 */
export interface EntryStore {
  put(source: Source, entries: readonly RegisterEntry[]): Promise<void>
  /** The same, for what is being made anew alone. */
  putNext(source: Source, entries: readonly RegisterEntry[]): Promise<void>
  /** Where each document stands whose entries have today's form. */
  sources(): Promise<ReadonlyMap<string, Source>>
  /** What the registers of these spaces hold, in the order of documents and places. */
  of<N extends RegisterName>(
    spaceIds: readonly string[],
    register: N,
  ): Promise<Placed<Extract<RegisterEntry, { register: N }>>[]>
  begin(): Promise<void>
  /** Exchanges what was made anew; of `gone` nothing stays. */
  finish(gone: readonly string[]): Promise<void>
  /** Leaves everything as it was before `begin`. */
  drop(): Promise<void>
}

/** SQLite takes 32,766 parameters per statement; a row has four, and documents are asked for one by one. */
const rowsAtOnce = 4_000

export function createEntryStore(derived: Database): EntryStore {
  const { kysely } = derived
  let isRebuilding = false

  async function clearNext(db: Kysely<Tables>): Promise<void> {
    await db.deleteFrom('register_entry_next').execute()
    await db.deleteFrom('register_source_next').execute()
  }

  return {
    async put(source, entries) {
      await derived.transact(async trx => {
        await replace(trx, '', source, entries)
        if (isRebuilding) await replace(trx, '_next', source, entries)
      })
    },

    async putNext(source, entries) {
      await derived.transact(trx => replace(trx, '_next', source, entries))
    },

    async sources() {
      const rows = await kysely
        .selectFrom('register_source')
        .selectAll()
        .where('form', '=', entryForm)
        .execute()
      return new Map(rows.map(row => [row.document_id, sourceOf(row)]))
    },

    async of(spaceIds, register) {
      if (spaceIds.length === 0) return []
      const rows = await kysely
        .selectFrom('register_entry as entry')
        .innerJoin('register_source as source', 'source.document_id', 'entry.document_id')
        .select(['entry.document_id', 'source.space_id', 'entry.content'])
        .where('source.space_id', 'in', spaceIds)
        .where('source.form', '=', entryForm)
        .where('entry.register', '=', register)
        .orderBy('entry.document_id')
        .orderBy('entry.position')
        .execute()
      return rows.flatMap(row => {
        const entry = registerEntrySchema.parse(JSON.parse(row.content))
        if (!isOf(entry, register)) return []
        return [{ ...entry, documentId: row.document_id, spaceId: row.space_id }]
      })
    },

    async begin() {
      await clearNext(kysely)
      isRebuilding = true
    },

    async finish(gone) {
      await derived.transact(async trx => {
        isRebuilding = false
        for (let from = 0; from < gone.length; from += rowsAtOnce) {
          const ids = gone.slice(from, from + rowsAtOnce)
          await trx.deleteFrom('register_entry').where('document_id', 'in', ids).execute()
          await trx.deleteFrom('register_source').where('document_id', 'in', ids).execute()
        }
        const made = trx.selectFrom('register_source_next').select('document_id')
        await trx.deleteFrom('register_entry').where('document_id', 'in', made).execute()
        await trx.deleteFrom('register_source').where('document_id', 'in', made).execute()
        await sql`insert into register_source select * from register_source_next`.execute(trx)
        await sql`insert into register_entry select * from register_entry_next`.execute(trx)
        await clearNext(trx)
      })
    },

    async drop() {
      isRebuilding = false
      await clearNext(kysely)
    },
  }
}

async function replace(
  trx: Transaction<Tables>,
  end: '' | '_next',
  source: Source,
  entries: readonly RegisterEntry[],
): Promise<void> {
  const { documentId } = source
  const before = await trx
    .selectFrom(`register_source${end}`)
    .selectAll()
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  // of two that run at once, the one that saw less may come last
  if (before?.form === entryForm && sawMore(sourceOf(before), source)) return
  await trx.deleteFrom(`register_entry${end}`).where('document_id', '=', documentId).execute()
  const row = {
    space_id: source.spaceId,
    generation: source.generation,
    seq: source.seq,
    ledger_seq: source.ledgerSeq,
    form: entryForm,
  }
  await trx
    .insertInto(`register_source${end}`)
    .values({ document_id: documentId, ...row })
    .onConflict(conflict => conflict.column('document_id').doUpdateSet(row))
    .execute()
  const rows = entries.map((entry, position) => ({
    document_id: documentId,
    position,
    register: entry.register,
    content: JSON.stringify(entry),
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto(`register_entry${end}`)
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

const isOf = <N extends RegisterName>(
  entry: RegisterEntry,
  register: N,
): entry is Extract<RegisterEntry, { register: N }> => entry.register === register

const sawMore = (one: Source, other: Source): boolean =>
  one.generation > other.generation ||
  (one.generation === other.generation && (one.seq > other.seq || one.ledgerSeq > other.ledgerSeq))

const sourceOf = (row: RegisterSourceTable): Source => ({
  documentId: row.document_id,
  spaceId: row.space_id,
  generation: row.generation,
  seq: row.seq,
  ledgerSeq: row.ledger_seq,
})
