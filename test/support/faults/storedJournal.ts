import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import type { DocumentId } from '#shared/ids.ts'
import { missingUpdates } from './missingUpdates.ts'

/** A document's rows as they lie in a data folder, seen with nothing of the server's own. */
export interface StoredJournal {
  readonly rows: readonly Uint8Array[]
  /** rows whose sequence is not one more than that of the row before */
  readonly gaps: number
  /** how many clocks of all clients are written by more than one row */
  readonly twice: number
  /** those of the updates that are not there */
  missing(updates: readonly Uint8Array[]): Uint8Array[]
  /** the document that the rows make */
  document(): Y.Doc
}

/** Reads a copy of the folder, so that it may be in use: a copy is what a crash at this moment leaves. */
export async function readStoredJournal(dataDir: string, documentId: DocumentId): Promise<StoredJournal> {
  const copy = await mkdtemp(join(tmpdir(), 'stored-'))
  try {
    const files = (await readdir(dataDir)).filter(name => /^journal\.db(-wal)?$/.test(name))
    // The log first: a checkpoint in between has brought what it held into the database, not the other way.
    for (const name of files.toSorted().toReversed()) await cp(join(dataDir, name), join(copy, name))
    const database = new DatabaseSync(join(copy, 'journal.db'))
    const found = database
      .prepare('select seq, bytes from journal where document_id = ? order by generation, seq')
      .all(documentId)
    database.close()
    const rows = found.map(row => row.bytes).filter(bytes => bytes instanceof Uint8Array)
    return describe(rows, found.filter((row, index) => row.seq !== index + 1).length)
  } finally {
    await rm(copy, { recursive: true })
  }
}

function describe(rows: readonly Uint8Array[], gaps: number): StoredJournal {
  return {
    rows,
    gaps,
    get twice() {
      return clocksWrittenTwice(rows)
    },
    missing: updates => missingUpdates(rows, updates),
    document() {
      const doc = new Y.Doc()
      for (const row of rows) Y.applyUpdate(doc, row)
      return doc
    },
  }
}

function clocksWrittenTwice(rows: readonly Uint8Array[]): number {
  const next = new Map<number, number>()
  let twice = 0
  for (const row of rows) {
    for (const { id, length } of Y.decodeUpdate(row).structs) {
      const known = next.get(id.client) ?? 0
      twice += Math.max(0, Math.min(known, id.clock + length) - id.clock)
      next.set(id.client, Math.max(known, id.clock + length))
    }
  }
  return twice
}
