/** The middle value; the mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN
  const high = sorted[Math.floor(middle)] ?? Number.NaN
  return (low + high) / 2
}

/** The smallest value that a share of `fraction` does not exceed. NaN for none. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)] ?? Number.NaN
}

// Steps of 0.1 ms up to 4 s, then of 10 ms up to a minute: finer than any goal.
const fineStepMs = 0.1
const fineSteps = 40_000
const coarseStepMs = 10
const coarseSteps = 5_600

/** Durations in milliseconds, counted in small steps: millions cost nothing to keep. */
export class Durations {
  readonly #counts = new Float64Array(fineSteps + coarseSteps)
  count = 0

  add(ms: number, times = 1): void {
    const step =
      ms < fineSteps * fineStepMs
        ? Math.max(0, Math.floor(ms / fineStepMs))
        : Math.min(
            fineSteps + coarseSteps - 1,
            fineSteps + Math.floor((ms - fineSteps * fineStepMs) / coarseStepMs),
          )
    this.#counts[step] = (this.#counts[step] ?? 0) + times
    this.count += times
  }

  /** The upper end of the step in which the share is reached; NaN for none. */
  quantile(fraction: number): number {
    if (this.count === 0) return Number.NaN
    let left = Math.max(1, Math.ceil(fraction * this.count))
    for (let step = 0; step < this.#counts.length; step++) {
      left -= this.#counts[step] ?? 0
      if (left > 0) continue
      return step < fineSteps
        ? (step + 1) * fineStepMs
        : fineSteps * fineStepMs + (step - fineSteps + 1) * coarseStepMs
    }
    return fineSteps * fineStepMs + coarseSteps * coarseStepMs
  }
}
