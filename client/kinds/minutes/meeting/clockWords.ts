import { clockTime } from '#client/i18n/format.ts'

/** „3:20“, „1:02:05“ of a time span in ms. */
export function spanWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1_000)
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Whole minutes, begun ones counted as people do. */
export const minutesOf = (ms: number): number => Math.round(ms / 60_000)

/** „10:30“ of a moment (ms since 1970). */
export const timeOf = (moment: number): string => clockTime(new Date(moment))

/** How a clock stands against its plan. */
export type ClockFace =
  | { readonly state: 'left'; readonly ms: number; readonly planned: number; readonly share: number }
  | { readonly state: 'over'; readonly ms: number; readonly planned: number; readonly share: 1 }
  | { readonly state: 'spent'; readonly ms: number }

export function clockFace(spentMs: number, plannedMinutes: number | null): ClockFace {
  if (plannedMinutes === null || plannedMinutes === 0) return { state: 'spent', ms: spentMs }
  const planned = plannedMinutes * 60_000
  return spentMs <= planned
    ? { state: 'left', ms: planned - spentMs, planned: plannedMinutes, share: spentMs / planned }
    : { state: 'over', ms: spentMs - planned, planned: plannedMinutes, share: 1 }
}
