import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { QueryAnswer, SqlValue, ThreadAnswer, ThreadOptions, ThreadRequest } from './threadProtocol.ts'

/**
 * The database thread: the only place that opens the SQLite file. Requests are carried out one by one in
 * the order in which they arrive, so that no fsync and no long query blocks the event loop of the process.
 */
const options = workerData as ThreadOptions
const port = parentPort
if (port === null) throw new Error('thread.ts runs as a worker thread only')

const database = new DatabaseSync(options.file, { enableForeignKeyConstraints: true, timeout: 5_000 })
// Every promise of durability rests on these (ARCHITECTURE 7); SQLite's own defaults differ by build.
for (const [pragma, value] of [
  ['journal_mode', 'WAL'],
  ['synchronous', options.synchronous],
  ['secure_delete', 'ON'],
  ['foreign_keys', 'ON'],
]) {
  database.exec(`PRAGMA ${pragma} = ${value}`)
}

// Prepared statements by their text; beyond this many the oldest is let go.
const maxStatements = 256
const statements = new Map<string, StatementSync>()
function prepare(sql: string): StatementSync {
  const known = statements.get(sql)
  if (known) return known
  const statement = database.prepare(sql)
  const oldest = statements.keys().next().value
  if (statements.size >= maxStatements && oldest !== undefined) statements.delete(oldest)
  statements.set(sql, statement)
  return statement
}

const nothing: QueryAnswer = { rows: [] }

function query(sql: string, parameters: SqlValue[]): QueryAnswer {
  const statement = prepare(sql)
  if (statement.columns().length > 0) {
    return { rows: statement.all(...parameters) }
  }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], written: { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) } }
}

function carryOut(request: ThreadRequest): QueryAnswer {
  if (request.type === 'query') return query(request.sql, request.parameters)
  if (request.type === 'rollback') {
    if (database.isTransaction) database.exec('ROLLBACK')
    return nothing
  }
  statements.clear()
  database.close()
  return nothing
}

/** Buffers that can be handed over instead of copied. */
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
  let reply: ThreadAnswer
  try {
    reply = { id: request.id, ok: true, answer: carryOut(request) }
  } catch (error) {
    reply = { id: request.id, ok: false, error: describe(error) }
  }
  port.postMessage(reply, reply.ok ? buffersOf(reply.answer) : [])
  if (request.type === 'close' && reply.ok) port.close()
})
