import { Worker } from 'node:worker_threads'
import type { Clock } from '#server/clock.ts'
import type { StoredBytes } from './readStored.ts'

export type FoldRequest = Pick<StoredBytes, 'snapshot' | 'rows'>
export type FoldAnswer =
  | { result: 'folded'; bytes: Uint8Array }
  | { result: 'damaged' }
  | { result: 'differs' }
  | { result: 'failed'; message: string }
  | { result: 'dropped' }

/** Folds in a thread of its own; the thread lives as long as there is something to do, and a little longer. */
export interface Folder {
  /** One at a time. Takes the rows' buffer over. Always answers. */
  fold(request: FoldRequest): Promise<FoldAnswer>
  /** What is under way is answered with „dropped“, as is everything that comes later. */
  close(): Promise<void>
}

// A thread with Yjs costs about 10 MB; meetings end, documents are closed one after the other.
const idleMs = 30_000
// The largest document anybody has folds in a few seconds; what takes longer would do so for ever.
const longestMs = 60_000
// Three Y.Docs of the largest document are far below this; beyond it the thread ends, not the process.
const heapMb = 512

export function createFolder(clock: Clock): Folder {
  let worker: Worker | null = null
  let closed = false
  let settle = (_answer: FoldAnswer): void => undefined
  let callOffIdle = (): void => undefined

  function start(): Worker {
    const thread = new Worker(new URL('./foldThread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    const failed = (message: string): void => {
      if (worker !== thread) return
      worker = null
      settle({ result: 'failed', message })
    }
    thread.on('message', (answer: FoldAnswer) => {
      // what a thread still says that was given up belongs to no later request
      if (worker === thread) settle(answer)
    })
    thread.on('error', error => failed(error instanceof Error ? error.message : String(error)))
    thread.on('exit', code => failed(`The folding thread ended with code ${code}`))
    // nothing of it is needed for the process to leave
    thread.unref()
    return thread
  }

  async function end(): Promise<void> {
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  return {
    async fold({ snapshot, rows }) {
      if (closed) return { result: 'dropped' }
      callOffIdle()
      worker ??= start()
      const thread = worker
      const tooLong: FoldAnswer = { result: 'failed', message: `Folding took longer than ${longestMs} ms` }
      const answer = await new Promise<FoldAnswer>(resolve => {
        const callOff = clock.after(longestMs, () => settle(tooLong))
        settle = answer => {
          callOff()
          resolve(answer)
        }
        thread.postMessage({ snapshot, rows } satisfies FoldRequest, [rows.bytes.buffer])
      })
      if (answer === tooLong) await end()
      callOffIdle = clock.after(idleMs, () => void end())
      return answer
    },
    async close() {
      closed = true
      callOffIdle()
      settle({ result: 'dropped' })
      await end()
    },
  }
}
