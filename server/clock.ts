/** The time, so that tests and replays can bring their own. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number
  /** Calls back once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void
}

/** Resolves after `ms` milliseconds of the given clock. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise(resolve => {
    clock.after(ms, resolve)
  })

/** Resolves when `work` has ended, however it ended, at the latest after `ms` milliseconds. */
export function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise(resolve => {
    const cancel = clock.after(ms, resolve)
    const end = () => {
      cancel()
      resolve()
    }
    work.then(end, end)
  })
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
