// A commit costs about as much for one row as for ten. While commits follow each other fast, each waits until so
// much time has passed since the one before began, and takes along what arrives meanwhile: at 400 rows a second
// that is a third of the commits.
const leastIntervalMs = 8
// Two that are further apart are no load: twenty edits a second, as in a meeting, hardly ever wait.
const busyIntervalMs = 16

/** Lets commits under load follow each other at a distance. A single one, and the second after it, begins at once. */
export interface CommitPace {
  /** Resolves when the next commit may begin, and counts it. */
  next(): Promise<void>
}

/** Real time, whatever the clock of the server is: nothing but the work of the disk depends on it. */
export function createCommitPace(time: {
  /** milliseconds, finer than one */
  now: () => number
  pause: (ms: number) => Promise<unknown>
}): CommitPace {
  let last = Number.NEGATIVE_INFINITY
  let beforeLast = Number.NEGATIVE_INFINITY
  return {
    async next() {
      const isBusy = last - beforeLast < busyIntervalMs
      const wait = last + leastIntervalMs - time.now()
      if (isBusy && wait > 0) await time.pause(Math.ceil(wait))
      beforeLast = last
      last = time.now()
    },
  }
}
