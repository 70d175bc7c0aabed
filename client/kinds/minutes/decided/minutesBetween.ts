import { daysBetween } from '#client/i18n/format.ts'
import { minuteOfDay } from '#shared/rules/minuteOfDay.ts'

export type Moment = { readonly on: string; readonly at: string }

/** Minutes from one moment of the federation's calendar and clock to another; below zero: it comes before. */
export const minutesBetween = (from: Moment, to: Moment): number =>
  daysBetween(from.on, to.on) * 24 * 60 + minuteOfDay(to.at) - minuteOfDay(from.at)
