import { join } from 'node:path'
import { sql } from 'kysely'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createJournal } from '#server/journal/journal.ts'
import { createLog } from '#server/log.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { HeldUpdates } from '#test/support/heldUpdates.ts'
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
  for (const documentId of documentIds) {
    const rows = await rowsOf(database, documentId)
    if (rows.some(({ seq }, index) => seq !== index + 1)) problems.push('the sequence has a gap')
    const held = new HeldUpdates(rows.map(({ bytes }) => bytes))
    const updates = due.filter(promise => promise.what === 'update' && promise.documentId === documentId)
    const lost = updates.filter(promise => promise.what === 'update' && !held.contains(promise.bytes))
    if (lost.length > 0) problems.push(`${lost.length} of ${updates.length} acknowledged updates are lost`)
    const journal = createJournal({ database, clock: systemClock, log })
    const { seq } = await journal.load(documentId, 1)
    if (seq !== rows.length) problems.push(`loaded through row ${seq} of ${rows.length}`)
  }
  return problems
}

const rowsOf = ({ kysely }: Database, documentId: DocumentId) =>
  kysely
    .selectFrom('journal')
    .select(['seq', 'bytes'])
    .where('document_id', '=', documentId)
    .where('generation', '=', 1)
    .orderBy('seq')
    .execute()
