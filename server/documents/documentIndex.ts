import type { Database } from '#server/db/database.ts'
import { createKeyedCache } from '#server/lib/keyedCache.ts'
import { type DocumentInfo, documentInfoSchema } from '#shared/api/contract.ts'
import type { DocumentId } from '#shared/ids.ts'

/** Which document is what and belongs where, kept in memory: asked at every append. */
export interface DocumentIndex {
  find(id: DocumentId): Promise<DocumentInfo | null>
  /** After every change to the document's row. */
  forget(id: DocumentId): void
}

/** `changed` is called with each change to a document's row. */
export function createDocumentIndex(database: Database, changed?: () => void): DocumentIndex {
  const read = async (id: DocumentId): Promise<DocumentInfo | null> => {
    const row = await database.kysely
      .selectFrom('document')
      .select(['id', 'kind', 'space_id as spaceId', 'generation', 'closed_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const { closed_at, ...info } = row
    return documentInfoSchema.parse({ ...info, ...(closed_at !== null && { closed: true }) })
  }
  const cache = createKeyedCache(read, found => found !== null)
  return {
    find: id => cache.get(id),
    forget(id) {
      cache.forget(id)
      changed?.()
    },
  }
}
