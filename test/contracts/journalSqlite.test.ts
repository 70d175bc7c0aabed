import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createJournal, type Journal } from '#server/journal/journal.ts'
import { createQuarantine, type Quarantine } from '#server/journal/quarantine.ts'
import { createLog } from '#server/log.ts'
import { createMetrics } from '#server/metrics.ts'
import { type JournalBackend, journalContract } from './journalContract.ts'

const log = createLog('silent')

async function openSqlite(): Promise<JournalBackend> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'))
  const file = join(folder, 'journal.db')
  const metrics = createMetrics()
  let commits = 0
  let database: Database
  let quarantine: Quarantine
  let journal: Journal
  async function start() {
    database = await openDatabase({ file, role: 'journal', log })
    quarantine = createQuarantine({ database, clock: systemClock })
    journal = createJournal({ database, clock: systemClock, log, metrics, quarantine })
  }
  async function end() {
    await journal.close()
    await database.close()
  }
  metrics.commits.inc = () => {
    commits++
  }
  await start()
  const outside = new DatabaseSync(file)
  const write = (statement: string, ...values: (string | number)[]) => {
    if (outside.prepare(statement).run(...values).changes !== 1)
      throw new Error('nothing was there to change')
  }
  return {
    get journal() {
      return journal
    },
    get quarantine() {
      return quarantine
    },
    async reopen() {
      await end()
      await start()
      return journal
    },
    commits: () => commits,
    async breakCommits() {
      // SQLite answers SQLITE_FULL as on a full disk: the file may not grow beyond what it has.
      await sql`pragma max_page_count = 1`.execute(database.kysely)
      return async () => {
        await sql`pragma max_page_count = 1073741823`.execute(database.kysely)
      }
    },
    async occupy() {
      let release: () => void = () => undefined
      const released = new Promise<void>(resolve => {
        release = resolve
      })
      let held: Promise<void> = Promise.resolve()
      await new Promise<void>(began => {
        held = database.transact(async () => {
          began()
          await released
        })
      })
      return async () => {
        release()
        await held
      }
    },
    outside: {
      countRows(id) {
        const row = outside.prepare('select count(*) as count from journal where document_id = ?').get(id)
        return Number(row?.count)
      },
      snapshot(id) {
        const row = outside.prepare('select seq, bytes from snapshot where document_id = ?').get(id)
        return row ? { seq: Number(row.seq), bytes: row.bytes as Uint8Array } : null
      },
      flipByteOfRow: (id, seq) =>
        write(
          // the byte before the last: the deletions, so that it still decodes
          `update journal set bytes = cast(substr(bytes, 1, length(bytes) - 2) || x'61' || substr(bytes, -1) as blob)
           where document_id = ? and seq = ?`,
          id,
          seq,
        ),
      flipByteOfSnapshot: id =>
        write(
          `update snapshot set bytes = cast(substr(bytes, 1, 20) || x'61' || substr(bytes, 22) as blob)
           where document_id = ?`,
          id,
        ),
      removeRow: (id, seq) => write('delete from journal where document_id = ? and seq = ?', id, seq),
      setSnapshotSeq: (id, seq) => write('update snapshot set seq = ? where document_id = ?', seq, id),
      setGeneration: (id, generation) =>
        write(
          `insert into document (id, kind, space_id, generation, schema_version, created_at, created_by)
           values (?, 'minutes', 's', ?, 1, 0, 'a')`,
          id,
          generation,
        ),
    },
    async close() {
      outside.close()
      await end()
      await rm(folder, { recursive: true })
    },
  }
}

journalContract('SQLite', openSqlite)
