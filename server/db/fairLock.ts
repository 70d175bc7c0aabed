/** One holder at a time; those who wait get it in the order in which they asked. */
export interface FairLock {
  obtain(): Promise<void>
  release(): void
  /** Holds it while `work` runs, however that ends. */
  hold<T>(work: () => Promise<T>): Promise<T>
}

export function createFairLock(): FairLock {
  const waiting: (() => void)[] = []
  let held = false
  const lock: FairLock = {
    obtain() {
      if (!held) {
        held = true
        return Promise.resolve()
      }
      return new Promise(resolve => {
        waiting.push(resolve)
      })
    },
    release() {
      const next = waiting.shift()
      if (next) next()
      else held = false
    },
    async hold(work) {
      await lock.obtain()
      try {
        return await work()
      } finally {
        lock.release()
      }
    },
  }
  return lock
}
