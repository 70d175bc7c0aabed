import { setImmediate as turn } from 'node:timers/promises'
import { Kysely, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Log } from '#server/log.ts'
import { threadDialect } from './dialect.ts'
import { createFairLock } from './fairLock.ts'
import { derivedMigrations, journalMigrations } from './migrations/list.ts'
import type { Tables } from './tables.ts'
import { type SqlRuns, type SqlText, startThread } from './threadClient.ts'
import type { BatchAnswer, PackedRows } from './threadProtocol.ts'

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
  /**
   * Carries statements out in one transaction of their own, with one message to the thread; answers, per
   * statement and run, the first row. `make` is called when the connection is free, in a turn of its own:
   * whoever waited for the transaction before has heard of its end by then.
   */
  batch(make: () => readonly SqlRuns[]): Promise<BatchAnswer>
  /** Reads in one moment, waiting for no writer; made for very many rows with bytes. */
  readPacked(queries: readonly SqlText[]): Promise<readonly PackedRows[]>
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
  const thread = startThread({ file: options.file, access: 'write', synchronous }, error => {
    state = { state: 'failed', error }
    options.log.fatal({ err: error, role: options.role }, 'database thread failed')
    for (const listener of listeners) listener(error)
  })
  const lock = createFairLock()
  const kysely = new Kysely<Tables>({ dialect: threadDialect(thread, lock) })

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
    batch: make =>
      lock.hold(async () => {
        await turn()
        return thread.batch(make())
      }),
    readPacked: queries => lock.hold(() => thread.read(queries)),
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

/**
 * Opens a file beside the process that writes it, to look only. Nothing is created and no table is changed;
 * a file of another version of the tables answers with SQLite's error.
 */
export function openReadOnly(file: string): { kysely: Kysely<Tables>; close(): Promise<void> } {
  const thread = startThread({ file, access: 'read' }, () => undefined)
  const kysely = new Kysely<Tables>({ dialect: threadDialect(thread, createFairLock()) })
  return { kysely, close: () => kysely.destroy() }
}
