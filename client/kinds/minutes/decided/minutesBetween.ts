import { daysBetween } from '#client/i18n/format.ts'

export type Moment = { readonly on: string; readonly at: string }

const minuteOfDay = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes from one moment of the federation's calendar and clock to another; below zero: it comes before. */
export const minutesBetween = (from: Moment, to: Moment): number =>
  daysBetween(from.on, to.on) * 24 * 60 + minuteOfDay(to.at) - minuteOfDay(from.at)
