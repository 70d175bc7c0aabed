import type { Interval } from '#shared/kinds/minutes/schema.ts'

export type Absence =
  | { readonly state: 'away'; readonly from: string; readonly to: string }
  | { readonly state: 'gone'; readonly from: string }
  | { readonly state: 'notYet' }

/** How somebody was not there at a time (from ≤ t < to, domain.md 2.4); `null` when they were. */
export function absenceAt(intervals: readonly Interval[], at: string): Absence | null {
  if (intervals.some(([from, to]) => from <= at && (to === null || at < to))) return null
  const left = intervals
    .map(([, to]) => to)
    .filter(to => to !== null && to <= at)
    .reduce<string | null>((last, to) => (last === null || to > last ? to : last), null)
  if (left === null) return { state: 'notYet' }
  const back = intervals
    .map(([from]) => from)
    .filter(from => from > at)
    .reduce<string | null>((first, from) => (first === null || from < first ? from : first), null)
  return back === null ? { state: 'gone', from: left } : { state: 'away', from: left, to: back }
}
