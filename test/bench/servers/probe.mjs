/** Loaded into any server with `--import`: tells its parent how much memory is in use, after a collection. */
process.on('message', message => {
  if (message !== 'memory') return
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  process.send({ memory: process.memoryUsage() })
})
