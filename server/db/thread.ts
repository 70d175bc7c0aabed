import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { packRows } from './packRows.ts'
import type {
  Answers,
  BatchAnswer,
  PackedRows,
  Query,
  QueryAnswer,
  Runs,
  SqlValue,
  ThreadAnswer,
  ThreadOptions,
  ThreadRequest,
} from './threadProtocol.ts'

/**
 * The database thread: the only place that opens the SQLite file. Requests are carried out one by one in
 * the order in which they arrive, so that no fsync and no long query blocks the event loop of the process.
 */
const options = workerData as ThreadOptions
const port = parentPort
if (port === null) throw new Error('thread.ts runs as a worker thread only')

const database = new DatabaseSync(options.file, {
  enableForeignKeyConstraints: true,
  // as long as somebody else may hold the file before what asks for it is rejected
  timeout: 5_000,
  readOnly: options.access === 'read',
})
if (options.access === 'write') {
  // Every promise of durability rests on these (ARCHITECTURE 7); SQLite's own defaults differ by build.
  for (const [pragma, value] of [
    ['journal_mode', 'WAL'],
    ['synchronous', options.synchronous],
    ['secure_delete', 'ON'],
    ['foreign_keys', 'ON'],
  ]) {
    database.exec(`PRAGMA ${pragma} = ${value}`)
  }
}

// Prepared statements by their text; beyond this many the oldest is let go.
const maxStatements = 256
const statements = new Map<string, StatementSync>()
function prepare(sql: string, rowsAs: 'objects' | 'arrays' = 'objects'): StatementSync {
  const key = `${rowsAs} ${sql}`
  const known = statements.get(key)
  if (known) return known
  const statement = database.prepare(sql)
  statement.setReturnArrays(rowsAs === 'arrays')
  const oldest = statements.keys().next().value
  if (statements.size >= maxStatements && oldest !== undefined) statements.delete(oldest)
  statements.set(key, statement)
  return statement
}

function query(sql: string, parameters: SqlValue[]): QueryAnswer {
  const statement = prepare(sql)
  if (statement.columns().length > 0) {
    return { rows: statement.all(...parameters) }
  }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], written: { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) } }
}

/** Whatever fails, no transaction stays open behind it. */
function inTransaction<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T {
  // what a failed rollback has left open belongs to nobody: whoever asks for this holds the connection
  rollback()
  database.exec(begin)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    rollback()
    throw error
  }
}

function rollback(): null {
  if (database.isTransaction) database.exec('ROLLBACK')
  return null
}

const batch = (list: Runs[]): BatchAnswer =>
  inTransaction('BEGIN IMMEDIATE', () =>
    list.map(({ sql, runs }) => {
      const statement = prepare(sql)
      return runs.map(parameters => statement.get(...parameters) ?? null)
    }),
  )

const read = (queries: Query[]): PackedRows[] =>
  inTransaction('BEGIN', () =>
    queries.map(({ sql, parameters }) => {
      const statement = prepare(sql, 'arrays')
      const names = statement.columns().map(column => column.name)
      // the types of node:sqlite know rows as objects only
      return packRows(names, statement.all(...parameters) as unknown as SqlValue[][])
    }),
  )

function close(): null {
  statements.clear()
  database.close()
  return null
}

/** What is asked, carried out, and the buffers that can be handed over instead of copied. */
function carryOut(request: ThreadRequest): { answer: Answers[keyof Answers]; transfer: ArrayBuffer[] } {
  switch (request.type) {
    case 'query': {
      const answer = query(request.sql, request.parameters)
      return { answer, transfer: buffersOf(answer) }
    }
    case 'read': {
      const answer = read(request.queries)
      return { answer, transfer: answer.map(packed => packed.bytes.buffer) }
    }
    case 'batch':
      return { answer: batch(request.statements), transfer: [] }
    case 'rollback':
      return { answer: rollback(), transfer: [] }
    case 'close':
      return { answer: close(), transfer: [] }
  }
}

function buffersOf(answer: QueryAnswer): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const row of answer.rows) {
    for (const value of Object.values(row)) {
      if (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
    }
  }
  return [...buffers]
}

function describe(error: unknown): { message: string; code: string; resultCode: number } {
  if (!(error instanceof Error)) return { message: String(error), code: 'ERR_SQLITE_ERROR', resultCode: 0 }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'ERR_SQLITE_ERROR'
  const resultCode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
  return { message: error.message, code, resultCode }
}

port.on('message', (request: ThreadRequest) => {
  try {
    const { answer, transfer } = carryOut(request)
    port.postMessage({ id: request.id, ok: true, answer } satisfies ThreadAnswer, transfer)
    if (request.type === 'close') port.close()
  } catch (error) {
    port.postMessage({ id: request.id, ok: false, error: describe(error) } satisfies ThreadAnswer)
  }
})
