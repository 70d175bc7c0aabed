import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import { createJournal } from '#server/journal/journal.ts'
import { createLog } from '#server/log.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { missingUpdates } from '#test/support/faults/missingUpdates.ts'
import type { Promised } from './record.ts'

const log = createLog('silent')
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Rows = ReadonlyMap<DocumentId, readonly Uint8Array[]>

/** Opens what a power cut has left with SQLite alone; answers what of `due` is missing and what is damaged. */
export function problemsOf(folder: string, due: readonly Promised[]): string[] {
  try {
    const database = new DatabaseSync(join(folder, 'journal.db'))
    try {
      const problems = database
        .prepare('pragma integrity_check')
        .all()
        .map(row => String(row.integrity_check))
        .filter(answer => answer !== 'ok')
      if (due.length === 0) return problems
      return [...problems, ...sequenceProblems(database), ...missing(database, due)]
    } finally {
      database.close()
    }
  } catch (error) {
    return [messageOf(error)]
  }
}

/** The same, but opened by the server's own code: what it loads is what lies there. */
export async function problemsOfServer(folder: string): Promise<string[]> {
  const problems: string[] = []
  try {
    const database = await openDatabase({ file: join(folder, 'journal.db'), role: 'journal', log })
    const journal = createJournal({ database, clock: systemClock, log })
    const found = await database.kysely.selectFrom('journal').select('document_id').distinct().execute()
    const loaded = new Map<DocumentId, Uint8Array>()
    for (const { document_id } of found) {
      const documentId = documentIdSchema.parse(document_id)
      const { snapshot, updates, damage } = await journal.load(documentId, 1)
      if (damage !== null) problems.push('the journal is damaged')
      const doc = new Y.Doc()
      if (snapshot) Y.applyUpdate(doc, snapshot)
      for (const update of updates) Y.applyUpdate(doc, update)
      loaded.set(documentId, contentOf(doc))
    }
    await journal.close()
    await database.close()
    const plain = new DatabaseSync(join(folder, 'journal.db'))
    for (const [documentId, rows] of rowsOf(plain)) {
      const doc = new Y.Doc()
      for (const row of rows) Y.applyUpdate(doc, row)
      if (!isDeepStrictEqual(loaded.get(documentId), contentOf(doc)))
        problems.push('what is loaded is not what lies there')
    }
    plain.close()
  } catch (error) {
    problems.push(messageOf(error))
  }
  return problems
}

const contentOf = (doc: Y.Doc): Uint8Array => Y.encodeSnapshot(Y.snapshot(doc))

function rowsOf(database: DatabaseSync): Rows {
  const rows = new Map<DocumentId, Uint8Array[]>()
  const stored = database.prepare(
    'select document_id, bytes from journal order by document_id, generation, seq',
  )
  for (const { document_id, bytes } of stored.iterate()) {
    const documentId = documentIdSchema.parse(document_id)
    if (!(bytes instanceof Uint8Array)) throw new Error('A row without bytes')
    const known = rows.get(documentId)
    if (known) known.push(bytes)
    else rows.set(documentId, [bytes])
  }
  return rows
}

function sequenceProblems(database: DatabaseSync): string[] {
  return database
    .prepare('select count(*) as rows, min(seq) as first, max(seq) as last from journal group by document_id')
    .all()
    .filter(({ rows, first, last }) => first !== 1 || last !== rows)
    .map(({ rows, first, last }) => `a gap: ${String(rows)} rows from ${String(first)} to ${String(last)}`)
}

function missing(database: DatabaseSync, due: readonly Promised[]): string[] {
  const problems: string[] = []
  const documents = new Set(
    database
      .prepare('select id from document')
      .all()
      .map(({ id }) => id),
  )
  const rows = rowsOf(database)
  const updates = new Map<DocumentId, Uint8Array[]>()
  for (const promise of due) {
    const count = rows.get(promise.documentId)?.length ?? 0
    if (promise.what === 'document') {
      if (!documents.has(promise.documentId)) problems.push('a document is gone')
    } else if (promise.what === 'mark') {
      if (promise.seq > count) problems.push(`row ${promise.seq} was said to be on disk, there are ${count}`)
    } else {
      const known = updates.get(promise.documentId)
      if (known) known.push(promise.bytes)
      else updates.set(promise.documentId, [promise.bytes])
    }
  }
  for (const [documentId, acknowledged] of updates) {
    const lost = missingUpdates(rows.get(documentId) ?? [], acknowledged).length
    if (lost > 0) problems.push(`${lost} of ${acknowledged.length} acknowledged updates are lost`)
  }
  return problems
}
