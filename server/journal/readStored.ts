import { crc32 } from 'node:zlib'
import type { Database } from '#server/db/database.ts'
import type { PackedRows } from '#server/db/threadProtocol.ts'
import type { DocumentId, Generation } from '#shared/ids.ts'
import { rowEncoding, snapshotEncoding } from './encodings.ts'

/** Snapshot and later rows as they lie there, nothing decoded. */
export type StoredBytes = {
  /** null where there is none, or none that can be trusted */
  snapshot: { seq: number; bytes: Uint8Array } | null
  /** A snapshot that is not what was written: to be replaced. */
  damagedSnapshot: { seq: number; crc: number } | null
  rows: PackedRows
  /** the last row, 0 = nothing yet */
  seq: number
}

/**
 * Reads in one moment what a document is made of. A damaged snapshot is left aside: the raw rows hold all
 * of it.
 */
export async function readStored(
  { kysely, readPacked }: Pick<Database, 'kysely' | 'readPacked'>,
  documentId: DocumentId,
  generation: Generation,
): Promise<StoredBytes> {
  const snapshotQuery = kysely
    .selectFrom('snapshot')
    .select(eb => ['seq', 'crc', 'bytes', eb('encoding', '!=', snapshotEncoding).as('foreign')])
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)
  const allRows = kysely
    .selectFrom('journal')
    .select(eb => ['seq', 'crc', 'bytes', eb('encoding', '!=', rowEncoding).as('foreign')])
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)
    .orderBy('seq')
  const laterRows = allRows.where('seq', '>', eb =>
    eb.fn.coalesce(snapshotQuery.clearSelect().select('seq'), eb.lit(0)),
  )
  const lastRow = kysely
    .selectFrom('journal')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)

  const [found, later, last] = await readPacked([
    snapshotQuery.compile(),
    laterRows.compile(),
    lastRow.compile(),
  ])
  if (!found || !later || !last) throw new Error('The database answered fewer results than queries')
  const seq = Number(last.columns.seq?.[0] ?? 0)
  const snapshot = found.count === 0 ? null : firstSnapshot(found)
  // rows are never removed: a snapshot that claims to hold more than they do is not what was written
  if (snapshot === null || (snapshot.crc === crc32(snapshot.bytes) && snapshot.seq <= seq)) {
    return { snapshot, damagedSnapshot: null, rows: known(later), seq }
  }
  const [rows] = await readPacked([allRows.where('seq', '<=', seq).compile()])
  if (!rows) throw new Error('The database answered fewer results than queries')
  return { snapshot: null, damagedSnapshot: snapshot, rows: known(rows), seq }
}

function firstSnapshot(packed: PackedRows): { seq: number; crc: number; bytes: Uint8Array } {
  const { columns, bytes } = known(packed)
  return { seq: Number(columns.seq?.[0]), crc: Number(columns.crc?.[0]), bytes }
}

/** What a newer version wrote in an encoding of its own is nothing to guess about. */
function known(packed: PackedRows): PackedRows {
  if (packed.columns.foreign?.some(Boolean))
    throw new Error('The journal holds an encoding that is not known')
  return packed
}
