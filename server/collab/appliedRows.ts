/**
 * Which rows of the journal a document in memory holds. Rows are committed in order but may be applied
 * out of order; `through` is the last one up to which none is missing.
 */
export interface AppliedRows {
  readonly through: number
  /** Whether rows beyond `through` have been applied while an earlier one is still missing. */
  readonly hasGap: boolean
  add(seq: number): void
}

export function createAppliedRows(loadedThrough: number): AppliedRows {
  let through = loadedThrough
  const ahead = new Set<number>()
  return {
    get through() {
      return through
    },
    get hasGap() {
      return ahead.size > 0
    },
    add(seq) {
      if (seq > through) ahead.add(seq)
      while (ahead.delete(through + 1)) through++
    },
  }
}
