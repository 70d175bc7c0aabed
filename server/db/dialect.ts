import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { FairLock } from './fairLock.ts'
import type { ThreadClient } from './threadClient.ts'

/** Kysely over the database thread: one connection, handed out fairly by the lock, transactions never interleave. */
export const threadDialect = (thread: ThreadClient, lock: FairLock): Dialect => ({
  createDriver: () => createDriver(thread, lock),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new Adapter(),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
})

class Adapter extends SqliteAdapter {
  // The driver below queues for its one connection itself, in order; Kysely's own lock is not in order.
  override get supportsMultipleConnections() {
    return true
  }
  // SQLite rolls back DDL too: a migration that fails leaves nothing behind.
  override get supportsTransactionalDdl() {
    return true
  }
}

function createDriver(thread: ThreadClient, lock: FairLock): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, written } = await thread.query(query.sql, query.parameters)
      return {
        // Kysely's contract: the caller names the row's type with its query, the driver cannot know it.
        rows: rows as R[],
        ...(written && { numAffectedRows: written.changes, insertId: written.lastInsertRowid }),
      }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('The database thread does not stream: read in pages')
    },
  }
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      await lock.obtain()
      return connection
    },
    releaseConnection() {
      lock.release()
      return Promise.resolve()
    },
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('commit'))
    },
    rollbackTransaction: () => thread.rollback(),
    destroy: () => thread.close(),
  }
}
