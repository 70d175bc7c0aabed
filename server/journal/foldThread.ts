import { parentPort } from 'node:worker_threads'
import { checkRows } from './checkRows.ts'
import { unpackState } from './encodings.ts'
import type { FoldAnswer, FoldRequest } from './folder.ts'
import { FoldDiffers, foldState } from './foldState.ts'

/** The thread that folds: gets bytes, answers bytes, reads and writes nothing by itself. */
const port = parentPort
if (port === null) throw new Error('foldThread.ts runs as a worker thread only')

async function fold({ snapshot, rows }: FoldRequest): Promise<FoldAnswer> {
  const { whole, damaged, missing } = checkRows(rows, snapshot?.seq ?? 0)
  if (damaged.length > 0 || missing.length > 0) return { result: 'damaged' }
  try {
    const state = snapshot && (await unpackState(snapshot.bytes))
    return { result: 'folded', bytes: await foldState(state?.update ?? null, whole) }
  } catch (error) {
    if (error instanceof FoldDiffers) return { result: 'differs' }
    return { result: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (request: FoldRequest) => {
  void fold(request).then(answer => port.postMessage(answer))
})
