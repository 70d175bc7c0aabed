/** Runs per search at most: a ladder of twenty needs five; a machine that is busy must not make it endless. */
const mostRuns = 8

/**
 * Looks for the highest step of a ladder that holds; begins where the last search ended, so that a further
 * round needs two or three runs. Answers 0 if not even the lowest step holds.
 */
export function createSearch({ ladder, first }: { ladder: readonly number[]; first: number }) {
  let guess = Math.max(0, ladder.indexOf(first))

  return async (holds: (step: number) => Promise<boolean>): Promise<number> => {
    let low = -1
    let high = ladder.length
    let at = guess
    let stride = 1
    for (let run = 0; run < mostRuns && high - low > 1; run++) {
      const isGood = await holds(ladder[at] ?? 0)
      if (isGood) low = at
      else high = at
      // outwards with growing strides until it is between two, then by halves
      if (high === ladder.length && low >= 0) at = Math.min(low + stride, ladder.length - 1)
      else if (low === -1) at = Math.max(high - stride, 0)
      else at = Math.floor((low + high) / 2)
      stride *= 2
    }
    guess = Math.max(0, low)
    return low < 0 ? 0 : (ladder[low] ?? 0)
  }
}
