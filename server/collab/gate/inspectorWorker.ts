import { parentPort } from 'node:worker_threads'
import type { InspectionAnswer, InspectionRequest } from './inspection.ts'
import { RefusedUpdate, summarize } from './summarize.ts'

/** The inspector thread: summarises one update after the other, in the order in which they arrive. */
const port = parentPort
if (port === null) throw new Error('inspectorWorker.ts runs as a worker thread only')

port.on('message', ({ id, update }: InspectionRequest) => {
  const answer = inspect(id, update)
  port.postMessage(answer, 'summary' in answer ? columnsOf(answer.summary) : [])
})

function inspect(id: number, update: Uint8Array): InspectionAnswer {
  try {
    return { id, summary: summarize(update) }
  } catch (error) {
    return error instanceof RefusedUpdate ? { id, refused: error.reason } : { id, failed: String(error) }
  }
}

/** The columns are handed over instead of copied. */
function columnsOf({ structs, sections, deletes }: ReturnType<typeof summarize>): ArrayBuffer[] {
  return [structs, sections, deletes].flatMap(numbers =>
    numbers instanceof Float64Array && numbers.buffer instanceof ArrayBuffer ? [numbers.buffer] : [],
  )
}
