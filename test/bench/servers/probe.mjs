import { setTimeout as pause } from 'node:timers/promises'
import { isMainThread, threadId } from 'node:worker_threads'

// Pages that a collection has emptied are given back by other threads, a moment later.
const givenBackMs = 200
const rounds = 3
// For a thread that is just carrying something out.
const answerWithinMs = 1_000

/**
 * Loaded into any server with `--import`, and so into its threads: tells its parent how much memory is in use, after a
 * collection; the heap of each thread by its number, with external memory.
 */
const threads = new BroadcastChannel('mitschrift-bench-memory')

async function collected() {
  for (let round = 0; round < rounds; round++) {
    // also what is kept only for speed: code that has not run for long, room for new objects
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    await pause(givenBackMs)
  }
  return process.memoryUsage()
}

if (isMainThread) {
  const heard = new Map()
  threads.onmessage = ({ data }) => {
    if (data.heap !== undefined) heard.set(data.threadId, data.heap)
  }
  process.on('message', async message => {
    if (message !== 'memory') return
    heard.clear()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    threads.postMessage('memory')
    await pause(answerWithinMs)
    const { rss, heapUsed, external } = await collected()
    heard.set(0, heapUsed + external)
    process.send({ memory: { rss, heaps: [...heard] } })
  })
} else {
  threads.onmessage = async ({ data }) => {
    if (data !== 'memory') return
    const { heapUsed, external } = await collected()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    threads.postMessage({ threadId, heap: heapUsed + external })
  }
}
// a thread ends when it has nothing else to do
threads.unref()
