import type { AttendanceRow, Interval } from '#shared/kinds/minutes/schema.ts'

type Row = Pick<AttendanceRow, 'status' | 'voting' | 'intervals'>

/** Whether the row was there at a time: from ≤ time < to in one of its intervals. */
export function isThereAt(row: Pick<Row, 'intervals'>, time: string): boolean {
  return row.intervals.some(([from, to]) => from <= time && (to === null || time < to))
}

/** E(t): the rows entitled to vote who take part at `time` (domain.md 2.4). */
export function eligibleAt<R extends Row>(rows: readonly R[], time: string): R[] {
  return rows.filter(
    row =>
      row.voting === 'stimmberechtigt' &&
      (row.status === 'anwesend' || row.status === 'zugeschaltet') &&
      isThereAt(row, time),
  )
}

/** Begins an interval. One that is open already goes on. Does not change the given list. */
export function startInterval(intervals: readonly Interval[], time: string): Interval[] {
  return intervals.some(([, to]) => to === null) ? [...intervals] : [...intervals, [time, null]]
}

/** Ends every open interval at `time`. Does not change the given list. */
export function endInterval(intervals: readonly Interval[], time: string): Interval[] {
  return intervals.map(([from, to]) => [from, to ?? time])
}

/** The rows with an open interval, by id, with their intervals ended: what closing a meeting writes. */
export function endOpenIntervals(
  rows: readonly Pick<AttendanceRow, 'id' | 'intervals'>[],
  time: string,
): { id: string; intervals: Interval[] }[] {
  return rows
    .filter(row => row.intervals.some(([, to]) => to === null))
    .map(row => ({ id: row.id, intervals: endInterval(row.intervals, time) }))
}

/** E(t) for one decision: whoever is excluded from it (Befangenheit, § 34 BGB) has no vote in it. */
export function eligibleFor<R extends Row & { readonly id: string }>(
  decision: { readonly excludedPersons: readonly string[] },
  rows: readonly R[],
  time: string,
): R[] {
  return eligibleAt(rows, time).filter(({ id }) => !decision.excludedPersons.includes(id))
}

/** The largest E(t) of the meeting: it only grows where somebody comes. */
export function mostEligible(
  decision: { readonly excludedPersons: readonly string[] },
  rows: readonly (Row & { readonly id: string })[],
): number {
  // a day has 1,440 minutes, however many intervals somebody has written
  const arrivals = new Set(rows.flatMap(row => row.intervals.map(([from]) => from)))
  return Math.max(0, ...[...arrivals].map(time => eligibleFor(decision, rows, time).length))
}
