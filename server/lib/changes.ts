/** Counts changes of a kind, so that an answer can be known to be still true without asking again. */
export interface Changes {
  readonly count: number
  happened(): void
}

export function createChanges(): Changes {
  let count = 0
  return {
    get count() {
      return count
    },
    happened() {
      count++
    },
  }
}
