import { type Clock, pause } from '#server/clock.ts'

// A disk that is full or a database that is busy often comes back within seconds; beyond this the
// client is cut off, keeps its work, and comes back by itself.
const boundMs = 5_000
const firstPauseMs = 50
const longestPauseMs = 1_000

/** Tries again with growing pauses until it works; after 5 s altogether the last error is thrown. */
export async function retryWithinBound<T>(clock: Clock, attempt: () => Promise<T>): Promise<T> {
  const end = clock.now() + boundMs
  for (let wait = firstPauseMs; ; wait = Math.min(wait * 2, longestPauseMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (clock.now() + wait >= end) throw error
    }
    await pause(clock, wait)
  }
}
