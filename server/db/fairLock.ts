/** One holder at a time; those who wait get it in the order in which they asked. */
export interface FairLock {
  obtain(): Promise<void>
  release(): void
}

export function createFairLock(): FairLock {
  const waiting: (() => void)[] = []
  let held = false
  return {
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
  }
}
