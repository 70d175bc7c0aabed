import { Worker } from 'node:worker_threads'
import { DatabaseError } from './databaseError.ts'
import type {
  Answers,
  BatchAnswer,
  PackedRows,
  QueryAnswer,
  SqlValue,
  ThreadAnswer,
  ThreadOptions,
  ThreadRequest,
} from './threadProtocol.ts'

type Pending = { resolve: (answer: ThreadAnswer) => void; reject: (error: Error) => void }
type RequestBody = ThreadRequest extends infer R ? (R extends ThreadRequest ? Omit<R, 'id'> : never) : never

/** A statement as a query builder leaves it. */
export type SqlText = { readonly sql: string; readonly parameters: readonly unknown[] }
export type SqlRuns = { readonly sql: string; readonly runs: readonly (readonly unknown[])[] }

export interface ThreadClient {
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer>
  batch(statements: readonly SqlRuns[]): Promise<BatchAnswer>
  read(queries: readonly SqlText[]): Promise<PackedRows[]>
  rollback(): Promise<void>
  close(): Promise<void>
}

/**
 * The process' side of the database thread. When the thread ends unasked, everything waiting and
 * everything asked later is rejected at once and `onFailed` is called: nothing ever hangs.
 */
export function startThread(options: ThreadOptions, onFailed: (error: Error) => void): ThreadClient {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: options })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let ended: Error | null = null
  let closing = false

  function end(error: Error): void {
    if (ended) return
    ended = error
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
    if (!closing) onFailed(error)
  }
  worker.on('message', (reply: ThreadAnswer) => {
    const waiting = pending.get(reply.id)
    pending.delete(reply.id)
    waiting?.resolve(reply)
  })
  worker.on('error', error => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', code => end(new Error(`The database thread ended with code ${code}`)))

  async function ask<T extends RequestBody['type']>(
    request: RequestBody & { type: T },
    transfer: ArrayBuffer[] = [],
  ): Promise<Answers[T]> {
    if (ended) throw ended
    const id = ++lastId
    const reply = await new Promise<ThreadAnswer>((resolve, reject) => {
      pending.set(id, { resolve, reject })
      worker.postMessage({ ...request, id }, transfer)
    })
    if (!reply.ok) throw new DatabaseError(reply.error)
    // the thread answers each type of request with its type of answer
    return reply.answer as Answers[T]
  }

  return {
    query(sql, parameters) {
      const transfer: ArrayBuffer[] = []
      return ask(
        { type: 'query', sql, parameters: parameters.map(value => toSqlValue(value, transfer)) },
        transfer,
      )
    },
    batch: statements =>
      ask({
        type: 'batch',
        statements: statements.map(({ sql, runs }) => ({
          sql,
          runs: runs.map(parameters => parameters.map(value => toSqlValue(value, null))),
        })),
      }),
    read: queries =>
      ask({
        type: 'read',
        queries: queries.map(({ sql, parameters }) => ({
          sql,
          parameters: parameters.map(value => toSqlValue(value, null)),
        })),
      }),
    async rollback() {
      await ask({ type: 'rollback' })
    },
    async close() {
      closing = true
      const exited = new Promise(resolve => worker.once('exit', resolve))
      if (ended) return
      await ask({ type: 'close' })
      await exited
    },
  }
}

/**
 * Bytes are copied once here and handed over, so that a small view never drags its large buffer along; where
 * there are many (`transfer` null), copying them with the message costs less than handing each over.
 */
function toSqlValue(value: unknown, transfer: ArrayBuffer[] | null): SqlValue {
  if (value instanceof Uint8Array) {
    if (transfer === null) return value.byteLength === value.buffer.byteLength ? value : new Uint8Array(value)
    const own = new Uint8Array(value)
    transfer.push(own.buffer)
    return own
  }
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') {
    return value
  }
  throw new TypeError(`A query parameter of type ${typeof value} has no SQL form`)
}
