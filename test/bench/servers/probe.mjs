import { setTimeout as pause } from 'node:timers/promises'

// Pages that a collection has emptied are given back by other threads, a moment later.
const givenBackMs = 200
const rounds = 3

/** Loaded into any server with `--import`: tells its parent how much memory is in use, after a collection. */
process.on('message', async message => {
  if (message !== 'memory') return
  for (let round = 0; round < rounds; round++) {
    // also what is kept only for speed: code that has not run for long, room for new objects
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    await pause(givenBackMs)
  }
  process.send({ memory: process.memoryUsage() })
})
