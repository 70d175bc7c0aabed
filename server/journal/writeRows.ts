import type { Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'

export type NewRow = {
  documentId: DocumentId
  generation: Generation
  /** null: the server itself */
  author: AuthorId | null
  bytes: Uint8Array
}

// SQLite takes 32,766 parameters per statement, a row has seven.
const rowsPerStatement = 1_000

/** Writes rows at the end of their documents' journals; answers the sequence of each, in order. */
export async function writeRows(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
  encoding: string,
  at: number,
): Promise<{ seq: number }[]> {
  const last = new Map<string, number>()
  const values = []
  for (const { documentId, generation, author, bytes } of rows) {
    const key = `${documentId}/${generation}`
    const seq = (last.get(key) ?? (await lastSeq(trx, documentId, generation))) + 1
    last.set(key, seq)
    values.push({ document_id: documentId, generation, seq, author, encoding, bytes, at })
  }
  for (let start = 0; start < values.length; start += rowsPerStatement) {
    await trx
      .insertInto('journal')
      .values(values.slice(start, start + rowsPerStatement))
      .execute()
  }
  return values.map(({ seq }) => ({ seq }))
}

async function lastSeq(trx: Transaction<Tables>, documentId: string, generation: number): Promise<number> {
  const row = await trx
    .selectFrom('journal')
    .select(select => select.fn.max('seq').as('seq'))
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)
    .executeTakeFirst()
  return row?.seq ?? 0
}
