import type { Interval } from '#shared/kinds/minutes/schema.ts'

export type Absence =
  | { readonly state: 'away'; readonly from: string; readonly to: string }
  | { readonly state: 'gone'; readonly from: string }
  | { readonly state: 'notYet' }

/** How somebody was not there at a time (from ≤ t < to, domain.md 2.4); `null` when they were. */
export function absenceAt(intervals: readonly Interval[], at: string): Absence | null {
  let left: string | null = null
  let back: string | null = null
  for (const [from, to] of intervals) {
    if (from <= at && (to === null || at < to)) return null
    if (to !== null && to <= at && (left === null || to > left)) left = to
    if (from > at && (back === null || from < back)) back = from
  }
  if (left === null) return { state: 'notYet' }
  return back === null ? { state: 'gone', from: left } : { state: 'away', from: left, to: back }
}
