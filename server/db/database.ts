import { Kysely, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Log } from '#server/log.ts'
import { threadDialect } from './dialect.ts'
import { derivedMigrations, journalMigrations } from './migrations/list.ts'
import type { Tables } from './tables.ts'
import { startThread } from './threadClient.ts'

export type DatabaseState = { state: 'open' } | { state: 'failed'; error: Error } | { state: 'closed' }

/**
 * One SQLite file in its own thread.
 *
 * - [DB1] What `transact` has resolved is on disk (WAL, `synchronous=FULL`).
 * - [DB2] Transactions run one after the other, in the order in which they were asked for. Within
 *   `transact`, ask only its parameter: a query on `kysely` would wait for the transaction to end.
 * - [DB3] A thread that ends unasked rejects everything and is told to `onFailed`; nothing hangs.
 */
export interface Database {
  readonly kysely: Kysely<Tables>
  readonly state: DatabaseState
  transact<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Calls back when the thread has failed, at once if it has already. The process cannot go on then. */
  onFailed(listener: (error: Error) => void): void
  close(): Promise<void>
}

const roles = {
  journal: { synchronous: 'FULL', migrations: journalMigrations },
  derived: { synchronous: 'NORMAL', migrations: derivedMigrations },
} as const

/** Opens the file, creates it where it is absent, and brings its tables up to date. */
export async function openDatabase(options: {
  file: string
  role: 'journal' | 'derived'
  log: Log
}): Promise<Database> {
  const { synchronous, migrations } = roles[options.role]
  let state: DatabaseState = { state: 'open' }
  const listeners: ((error: Error) => void)[] = []
  const thread = startThread({ file: options.file, synchronous }, error => {
    state = { state: 'failed', error }
    options.log.fatal({ err: error, role: options.role }, 'database thread failed')
    for (const listener of listeners) listener(error)
  })
  const kysely = new Kysely<Tables>({ dialect: threadDialect(thread) })

  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await kysely.destroy()
    throw error
  }

  return {
    kysely,
    get state() {
      return state
    },
    transact: work => kysely.transaction().execute(work),
    onFailed(listener) {
      listeners.push(listener)
      if (state.state === 'failed') listener(state.error)
    },
    async close() {
      if (state.state !== 'open') return
      state = { state: 'closed' }
      await kysely.destroy()
    },
  }
}
