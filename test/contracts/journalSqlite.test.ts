import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createJournal, type Journal } from '#server/journal/journal.ts'
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
  let journal: Journal
  async function start() {
    database = await openDatabase({ file, role: 'journal', log })
    journal = createJournal({ database, clock: systemClock, log, metrics })
  }
  metrics.commits.inc = () => {
    commits++
  }
  await start()
  return {
    get journal() {
      return journal
    },
    async reopen() {
      await database.close()
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
    async close() {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

journalContract('SQLite', openSqlite)
