import type { Interval } from '#shared/kinds/minutes/schema.ts'
import { minuteOfDay } from '#shared/rules/minuteOfDay.ts'

/** One piece of the strip in per cent of its length. */
export type Piece = { readonly left: number; readonly width: number }

/** The pieces in which somebody was there, on a strip from `start` to `end`; open intervals reach to its end. */
export function stripPieces(intervals: readonly Interval[], start: string, end: string): Piece[] {
  const [first, length] = [minuteOfDay(start), minuteOfDay(end) - minuteOfDay(start)]
  if (length <= 0) return []
  const place = (time: string) => Math.min(100, Math.max(0, ((minuteOfDay(time) - first) / length) * 100))
  return intervals.flatMap(([from, to]) => {
    const left = place(from)
    const width = (to === null ? 100 : place(to)) - left
    return width > 0 ? [{ left, width }] : []
  })
}

/** Where the strip of a meeting without end reaches: to now on the day of the meeting, else to the last known time. */
export function stripEnd(
  header: { readonly date: string | null; readonly start: string | null; readonly end: string | null },
  times: readonly string[],
  now: { readonly day: string; readonly time: string },
): string {
  if (header.end !== null) return header.end
  const last = [header.start ?? '00:00', ...times].reduce((a, b) => (a > b ? a : b))
  return header.date === now.day && now.time > last ? now.time : last
}
