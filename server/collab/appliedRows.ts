/**
 * Which rows of the journal a document in memory holds. Rows are committed in order but may be applied
 * out of order; `through` is the last one up to which none is missing.
 */
export class AppliedRows {
  #through: number
  #ahead: Set<number> | null = null

  constructor(loadedThrough: number) {
    this.#through = loadedThrough
  }

  get through(): number {
    return this.#through
  }

  /** Whether rows beyond `through` have been applied while an earlier one is still missing. */
  get hasGap(): boolean {
    return this.#ahead !== null
  }

  add(seq: number): void {
    if (seq <= this.#through) return
    if (seq === this.#through + 1) this.#through = seq
    else {
      this.#ahead ??= new Set()
      this.#ahead.add(seq)
    }
    while (this.#ahead?.delete(this.#through + 1)) this.#through++
    if (this.#ahead?.size === 0) this.#ahead = null
  }
}
