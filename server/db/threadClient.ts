import { Worker } from 'node:worker_threads'
import { DatabaseError } from './databaseError.ts'
import type { QueryAnswer, SqlValue, ThreadAnswer, ThreadOptions, ThreadRequest } from './threadProtocol.ts'

type Pending = { resolve: (answer: QueryAnswer) => void; reject: (error: Error) => void }
type RequestBody = ThreadRequest extends infer R ? (R extends ThreadRequest ? Omit<R, 'id'> : never) : never

export interface ThreadClient {
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer>
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
    if (reply.ok) waiting?.resolve(reply.answer)
    else waiting?.reject(new DatabaseError(reply.error))
  })
  worker.on('error', error => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', code => end(new Error(`The database thread ended with code ${code}`)))

  function ask(request: RequestBody, transfer: ArrayBuffer[] = []): Promise<QueryAnswer> {
    if (ended) return Promise.reject(ended)
    const id = ++lastId
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject })
      worker.postMessage({ ...request, id } satisfies ThreadRequest, transfer)
    })
  }

  return {
    query(sql, parameters) {
      const transfer: ArrayBuffer[] = []
      return ask(
        { type: 'query', sql, parameters: parameters.map(value => toSqlValue(value, transfer)) },
        transfer,
      )
    },
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

/** Bytes are copied once here and handed over, so that a small view never drags its large buffer along. */
function toSqlValue(value: unknown, transfer: ArrayBuffer[]): SqlValue {
  if (value instanceof Uint8Array) {
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
