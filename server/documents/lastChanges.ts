import type { Database } from '#server/db/database.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'

/** The end of a document's journal in its present generation. */
export type LastChange = {
  readonly documentId: DocumentId
  readonly generation: number
  readonly seq: number
  readonly at: number
  /** author id; null = the server */
  readonly author: string | null
}

/** Reads where the journals of all documents, or of the given ones, end. A document without any row is left out. */
export async function readLastChanges(
  database: Database,
  ids?: readonly DocumentId[],
): Promise<readonly LastChange[]> {
  const last = database.kysely
    .selectFrom('journal')
    .innerJoin('document', join =>
      join
        .onRef('document.id', '=', 'journal.document_id')
        .onRef('document.generation', '=', 'journal.generation'),
    )
    .select(({ fn }) => ['journal.document_id', 'journal.generation', fn.max('journal.seq').as('seq')])
    .groupBy(['journal.document_id', 'journal.generation'])
  const rows = await database.kysely
    .selectFrom('journal')
    .innerJoin((ids === undefined ? last : last.where('journal.document_id', 'in', ids)).as('last'), join =>
      join
        .onRef('last.document_id', '=', 'journal.document_id')
        .onRef('last.generation', '=', 'journal.generation')
        .onRef('last.seq', '=', 'journal.seq'),
    )
    .select(['journal.document_id', 'journal.generation', 'journal.seq', 'journal.at', 'journal.author'])
    .execute()
  return rows.map(({ document_id, ...row }) => ({ documentId: documentIdSchema.parse(document_id), ...row }))
}
