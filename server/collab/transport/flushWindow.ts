/** How long changes of a room are collected before they leave together. */
export interface FlushWindow {
  /** Milliseconds to wait from now; 0 = leave with this turn. A fraction is to be rounded up, as a timer does. */
  delay(): number
  /** A flush ran from `beganAt` to `endedAt`, both of `now`. */
  ran(beganAt: number, endedAt: number): void
}

/**
 * Two frames of a screen: nobody sees the difference, and a room that flushes 30 times a second has
 * merged what 100 people type in the meantime.
 */
export const longestWindowMs = 33

/** Share of the loop that one room's flushing may take, until its window has become as long as it may. */
export const usualShare = 0.06

/**
 * The first change after a quiet spell leaves at once. Then the next flush begins so much later that
 * flushing takes `share` of the time: one of 2 ms at a share of 6 % begins 33 ms after the one before, one
 * of 0.2 ms after 3 ms. So ten readers hardly wait, and two hundred are written to 30 times a second.
 * `now` in milliseconds, finer than one.
 */
export function createFlushWindow(options: {
  now: () => number
  maxMs?: number
  share?: number
}): FlushWindow {
  const { now, maxMs = longestWindowMs, share = usualShare } = options
  let cost: number | null = null
  let opensAt = Number.NEGATIVE_INFINITY
  return {
    delay: () => Math.min(maxMs, Math.max(0, opensAt - now())),
    ran(beganAt, endedAt) {
      const took = Math.max(0, endedAt - beganAt)
      // A quarter of the newest: one pause of the garbage collector does not slow the room for long.
      cost = cost === null ? took : cost + (took - cost) / 4
      opensAt = beganAt + Math.min(maxMs, cost / share)
    },
  }
}
