import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, statfs, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { DatabaseError } from '#server/db/databaseError.ts'
import { createJournal, type Journal, type JournalHealth } from '#server/journal/journal.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { createLog } from '#server/log.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import { docOf, randomRows, sameDocs } from '#test/support/randomRows.ts'

const log = createLog('silent')
const author = authorIdSchema.parse('author-1')
const id = documentIdSchema.parse(randomUUID())
const rows = randomRows(3, 40)

const sqliteBusy = 5
const sqliteFull = 13

let folder: string
let database: Database
let journal: Journal & JournalHealth

async function open(): Promise<void> {
  database = await openDatabase({ file: join(folder, 'journal.db'), role: 'journal', log })
  journal = createJournal({ database, clock: systemClock, log })
}
async function close(): Promise<void> {
  await journal.close()
  await database.close()
}
const append = (from: number, to: number) =>
  Promise.all(
    rows.slice(from, to).map(bytes => journal.append({ documentId: id, generation: 1, author, bytes })),
  )
/** That exactly the first `count` rows are there, read by whoever opens the folder anew. */
async function holdsTheFirst(count: number): Promise<void> {
  await close()
  await open()
  const loaded = await journal.load(id, 1)
  expect(loaded).toMatchObject({ seq: count, damage: null })
  expect(sameDocs(docOf(loaded.updates, loaded.snapshot), docOf(rows.slice(0, count)))).toBe(true)
}

describe('[a4] a database that another process holds', () => {
  let other: DatabaseSync
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-busy-'))
    await open()
    other = new DatabaseSync(join(folder, 'journal.db'))
  })
  afterEach(async () => {
    other.close()
    await close()
    await rm(folder, { recursive: true })
  })

  it('[J4] takes no row, goes on reading, and drains when it is free again', async () => {
    await append(0, 10)
    other.exec('BEGIN EXCLUSIVE')
    const refused = append(10, 20)
    await expect(refused).rejects.toMatchObject({ resultCode: sqliteBusy })
    await expect(refused).rejects.toBeInstanceOf(DatabaseError)
    expect(await journal.load(id, 1)).toMatchObject({ seq: 10, damage: null })
    expect(await journal.durableSeq(id, 1)).toBe(10)
    // so is what asks for a transaction by another way, and no half of it stays open
    await journal.compact(id, 1)
    await expect(
      database.transact(trx => trx.updateTable('journal').set({ at: 1 }).execute()),
    ).rejects.toMatchObject({
      resultCode: sqliteBusy,
    })
    other.exec('ROLLBACK')
    expect((await append(10, 20)).map(({ seq }) => seq)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    await journal.compact(id, 1)
    expect(await journal.load(id, 1)).toMatchObject({ snapshotSeq: 20 })
    await holdsTheFirst(20)
  })

  it('[a5] a row waits for a lock that is let go of within five seconds', async () => {
    other.exec('BEGIN EXCLUSIVE')
    const appended = append(0, 10)
    await new Promise(resolve => setTimeout(resolve, 300))
    other.exec('ROLLBACK')
    expect((await appended).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await holdsTheFirst(10)
  })
})

describe('[a3] a full disk', () => {
  /** Takes the disk but for so many bytes; the answer gives it back. */
  let fill: (leaving: number) => Promise<() => Promise<void>>
  let unmount: () => void
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-full-'))
    const mounted = mountSmallDisk(folder)
    unmount = mounted ? () => execFileSync('umount', [folder]) : () => undefined
    fill = mounted ? fillDisk : limitFile
    await open()
  })
  afterEach(async () => {
    await close()
    unmount()
    await rm(folder, { recursive: true })
  })

  async function fillDisk(leaving: number): Promise<() => Promise<void>> {
    const { bavail, bsize } = await statfs(folder)
    const filler = join(folder, 'filler')
    await writeFile(filler, new Uint8Array(bavail * bsize - leaving))
    return () => truncate(filler, 0)
  }
  async function limitFile(leaving: number): Promise<() => Promise<void>> {
    const pageSize = 4096
    const ask = async (pragma: string) => {
      const [[row]] = (await database.batch(() => [{ sql: `pragma ${pragma}`, runs: [[]] }])) as [
        [{ page_count?: number }],
      ]
      return Number(row.page_count)
    }
    await ask(`max_page_count = ${(await ask('page_count')) + Math.floor(leaving / pageSize)}`)
    return async () => void (await ask('max_page_count = 1073741823'))
  }

  it('[J4] takes no row, goes on reading, and works again without a restart', async () => {
    await append(0, 10)
    const release = await fill(0)
    const large = { documentId: id, generation: 1, author, bytes: new Uint8Array(900_000) }
    for (let time = 0; time < 3; time++) {
      await expect(journal.append(large)).rejects.toMatchObject({ resultCode: sqliteFull })
    }
    expect(await journal.load(id, 1)).toMatchObject({ seq: 10, damage: null })
    const stale = { ...large, bytes: new Uint8Array(10), isValid: () => false }
    await expect(journal.append(stale)).rejects.toThrow(StaleWrite)
    expect(journal.isFailing()).toBe(true)
    await release()
    expect((await append(10, 40)).at(-1)).toEqual({ seq: 40 })
    expect(journal.isFailing()).toBe(false)
    await journal.compact(id, 1)
    expect(await journal.load(id, 1)).toMatchObject({ snapshotSeq: 40 })
    await holdsTheFirst(40)
  })

  it('[J1] what was acknowledged while the disk ran full is there, nothing else', async () => {
    const doc = new Y.Doc()
    const release = await fill(600_000)
    let acknowledged = 0
    let refused: unknown
    while (refused === undefined) {
      const before = Y.encodeStateVector(doc)
      doc.getText('t').insert(0, 'x'.repeat(20_000))
      const bytes = Y.encodeStateAsUpdate(doc, before)
      try {
        acknowledged = (await journal.append({ documentId: id, generation: 1, author, bytes })).seq
      } catch (error) {
        refused = error
      }
    }
    expect(refused).toMatchObject({ resultCode: sqliteFull })
    expect(acknowledged).toBeGreaterThan(2)
    await release()
    await close()
    await open()
    const { updates, seq, damage } = await journal.load(id, 1)
    expect({ seq, damage }).toEqual({ seq: acknowledged, damage: null })
    expect(docOf(updates).getText('t').length).toBe(acknowledged * 20_000)
  })
})

/** A disk of its own that is really small; false where this process may not mount one. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
