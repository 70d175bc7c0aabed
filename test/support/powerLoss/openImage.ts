import { join } from 'node:path'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createJournal, type Journal } from '#server/journal/journal.ts'
import { createLog } from '#server/log.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { missingUpdates } from '#test/support/faults/missingUpdates.ts'
import type { Promised } from './record.ts'

const log = createLog('silent')

/** Opens a data folder as the server does at its start; answers what of `due` is missing and what is damaged. */
export async function problemsOf(folder: string, due: readonly Promised[]): Promise<string[]> {
  try {
    const database = await openDatabase({ file: join(folder, 'journal.db'), role: 'journal', log })
    try {
      return [
        ...(await integrityProblems(database)),
        ...(await missingDocuments(database, due)),
        ...(await journalProblems(database, due)),
      ]
    } finally {
      await database.close()
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

async function integrityProblems({ kysely }: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(kysely)
  return rows.map(row => row.integrity_check).filter(answer => answer !== 'ok')
}

async function missingDocuments({ kysely }: Database, due: readonly Promised[]): Promise<string[]> {
  const rows = await kysely.selectFrom('document').select('id').execute()
  const there = new Set(rows.map(row => row.id))
  return due
    .filter(promise => promise.what === 'document' && !there.has(promise.documentId))
    .map(() => 'a document is gone')
}

async function journalProblems(database: Database, due: readonly Promised[]): Promise<string[]> {
  const problems: string[] = []
  const known = await database.kysely.selectFrom('journal').select('document_id').distinct().execute()
  const documentIds = new Set([
    ...known.map(row => documentIdSchema.parse(row.document_id)),
    ...due.map(promise => promise.documentId),
  ])
  const journal = createJournal({ database, clock: systemClock, log })
  for (const documentId of documentIds) {
    const rows = await rowsOf(database, documentId)
    if (rows.some(({ seq }, index) => seq !== index + 1)) problems.push('the sequence has a gap')
    const updates: Uint8Array[] = []
    for (const promise of due) {
      if (promise.what === 'update' && promise.documentId === documentId) updates.push(promise.bytes)
    }
    const lost = missingUpdates(
      rows.map(({ bytes }) => bytes),
      updates,
    )
    if (lost.length > 0) problems.push(`${lost.length} of ${updates.length} acknowledged updates are lost`)
    for (const promise of due) {
      if (promise.what === 'mark' && promise.documentId === documentId && promise.seq > rows.length)
        problems.push(`row ${promise.seq} was said to be on disk, ${rows.length} are`)
    }
    const loaded = await journal.load(documentId, 1)
    if (loaded.seq !== rows.length) problems.push(`loaded through row ${loaded.seq} of ${rows.length}`)
    if (loaded.damage !== null) problems.push('rows are damaged')
    if (loaded.snapshot !== null && !isSame(loaded, rows)) problems.push('the snapshot differs from the rows')
  }
  await journal.close()
  return problems
}

/** Whether a document that is loaded with its snapshot is the one that its rows make. */
function isSame(
  loaded: Awaited<ReturnType<Journal['load']>>,
  rows: readonly { bytes: Uint8Array }[],
): boolean {
  const [fromSnapshot, fromRows] = [new Y.Doc(), new Y.Doc()]
  if (loaded.snapshot) Y.applyUpdateV2(fromSnapshot, loaded.snapshot)
  for (const update of loaded.updates) Y.applyUpdate(fromSnapshot, update)
  for (const { bytes } of rows) Y.applyUpdate(fromRows, bytes)
  return Y.equalSnapshots(Y.snapshot(fromSnapshot), Y.snapshot(fromRows))
}

const rowsOf = ({ kysely }: Database, documentId: DocumentId) =>
  kysely
    .selectFrom('journal')
    .select(['seq', 'bytes'])
    .where('document_id', '=', documentId)
    .where('generation', '=', 1)
    .orderBy('seq')
    .execute()
