/** How much somebody may do: `rate` per second on average, `burst` at once. */
export class TokenBucket {
  readonly #rate: number
  readonly #burst: number
  #tokens: number
  #last = Number.NEGATIVE_INFINITY

  constructor(rate: number, burst: number) {
    this.#rate = rate
    this.#burst = burst
    this.#tokens = burst
  }

  /** Takes `count`; answers in how many milliseconds the next may be taken, 0 = at once. */
  take(now: number, count = 1): number {
    // a clock that was set back gives nothing and takes nothing
    const passed = this.#last === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, now - this.#last)
    this.#last = now
    this.#tokens = Math.min(this.#burst, this.#tokens + (passed * this.#rate) / 1000) - count
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#rate)
  }
}
