import { Worker } from 'node:worker_threads'
import type { InspectionAnswer, InspectionRequest } from './inspection.ts'
import { RefusedUpdate, summarize, type UpdateSummary } from './summarize.ts'

/**
 * Updates of at least this many bytes are summarised in the worker: below, this thread is done in one or two
 * milliseconds, and the way to the worker and back would cost about as much as it spares.
 */
export const workerThreshold = 32_768

// A summary of the largest update takes about 200 MB; a worker beyond this dies alone, not the process.
const workerMemory = 512

export interface Inspector {
  /**
   * Throws `RefusedUpdate` for a bad update. Any other error says nothing about the update: it may be asked again.
   * Answers to one `caller` come in the order of the requests; those to different callers overtake each other.
   */
  summarize(update: Uint8Array, caller?: object): Promise<UpdateSummary>
  close(): Promise<void>
}

type Waiting = {
  readonly resolve: (summary: UpdateSummary) => void
  readonly reject: (error: Error) => void
}

/** `workerFile` is another one in tests only. */
export function createInspector(workerFile = new URL('./inspectorWorker.ts', import.meta.url)): Inspector {
  const waiting = new Map<number, Waiting>()
  /** per caller the last request that is not answered yet */
  const last = new WeakMap<object, Promise<unknown>>()
  let worker: Worker | null = null
  let lastId = 0
  let isClosed = false

  function start(): Worker {
    const started = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: workerMemory } })
    // Requests belong to sockets, which hold the process themselves.
    started.unref()
    started.on('message', (answer: InspectionAnswer) => {
      const request = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('summary' in answer) request?.resolve(answer.summary)
      else if ('refused' in answer) request?.reject(new RefusedUpdate(answer.refused))
      else request?.reject(new Error('The inspector failed', { cause: answer.failed }))
    })
    const end = (cause: unknown) => {
      // The next request starts another one.
      if (worker === started) worker = null
      else return
      for (const { reject } of waiting.values()) reject(new Error('The inspector ended', { cause }))
      waiting.clear()
    }
    started.on('error', end)
    started.on('exit', end)
    return started
  }

  function inWorker(update: Uint8Array): Promise<UpdateSummary> {
    if (isClosed) return Promise.reject(new Error('The inspector is closed'))
    worker ??= start()
    const asked = worker
    const id = ++lastId
    // The caller keeps its bytes for the journal; the copy is handed over.
    const bytes = new Uint8Array(update)
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      asked.postMessage({ id, update: bytes } satisfies InspectionRequest, [bytes.buffer])
    })
  }

  const inspect = async (update: Uint8Array): Promise<UpdateSummary> =>
    update.length < workerThreshold ? summarize(update) : await inWorker(update)

  return {
    summarize(update, caller) {
      if (!caller) return inspect(update)
      const before = last.get(caller)
      if (!before && update.length < workerThreshold) return inspect(update)
      // The work itself begins at once; only the answer waits for the ones before.
      const answer = inspect(update)
      // It may fail before the ones before it are answered, while nobody waits for it yet.
      answer.catch(() => undefined)
      const inOrder = before ? before.then(() => answer) : answer
      const settled = inOrder.then(
        () => undefined,
        () => undefined,
      )
      last.set(caller, settled)
      void settled.then(() => {
        if (last.get(caller) === settled) last.delete(caller)
      })
      return inOrder
    },
    async close() {
      isClosed = true
      await worker?.terminate()
    },
  }
}
