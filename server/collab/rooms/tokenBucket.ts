/** How much somebody may do: `rate` per second on average, `burst` at once. */
export interface TokenBucket {
  /** Takes `count`; answers in how many milliseconds the next may be taken, 0 = at once. */
  take(now: number, count?: number): number
}

export function createTokenBucket({ rate, burst }: { rate: number; burst: number }): TokenBucket {
  let tokens = burst
  let last = Number.NEGATIVE_INFINITY
  return {
    take(now, count = 1) {
      // a clock that was set back gives nothing and takes nothing
      const passed = last === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, now - last)
      last = now
      tokens = Math.min(burst, tokens + (passed * rate) / 1000) - count
      return tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / rate)
    },
  }
}
