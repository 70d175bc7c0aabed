import { serverZone } from '#client/lib/serverClock.ts'
import { dayIn, timeIn } from '#shared/rules/zoned.ts'
import { currentLanguage, locale, text } from './i18n.ts'

/** Dates, times and lists as people write them. Days are ISO (`2026-03-14`), clock times `HH:MM`. */

const dayAtNoon = (day: string) => new Date(`${day}T12:00:00`)

/** „Sa., 14. März 2026“; an unreadable day stands as it is. */
export const longDay = (day: string): string =>
  byOptions(day, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
/** „14. März 2026“ */
export const plainDay = (day: string): string =>
  byOptions(day, { day: 'numeric', month: 'long', year: 'numeric' })
/** „Samstag, 14. März 2026“ */
export const fullDay = (day: string): string =>
  byOptions(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** „Samstag, 14. März um 10:05“ of a moment (ms since 1970), where the federation is */
export const fullMoment = (moment: number): string =>
  glued(
    new Intl.DateTimeFormat(locale(), {
      timeZone: zone(),
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(moment),
  )
/** „17. April“, with the year when it is not the year of `near` */
export const shortDay = (day: string, near: string | null): string =>
  byOptions(
    day,
    near && near.slice(0, 4) === day.slice(0, 4)
      ? { day: 'numeric', month: 'long' }
      : { day: 'numeric', month: 'long', year: 'numeric' },
  )

function byOptions(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = dayAtNoon(day)
  return Number.isNaN(date.getTime()) ? day : glued(dateFormat(options).format(date))
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes as long as formatting a hundred days, and a sheet has many days. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale()} ${JSON.stringify(options)}`
  const made = dateFormats.get(name) ?? new Intl.DateTimeFormat(locale(), options)
  dateFormats.set(name, made)
  return made
}

/** Day and month stay on one line: „14. März“. */
const glued = (written: string) => written.replace(/(\d\.?) (?=\p{L})/u, '$1\u00a0')

/** The ISO day of a moment where the federation is. */
export const isoDay = (moment: Date): string => dayIn(serverZone(), moment.getTime())

/** `HH:MM` of a moment where the federation is: whoever takes part from elsewhere writes the same minutes. */
export const clockTime = (moment: Date): string => timeIn(serverZone(), moment.getTime())

const zone = (): string | undefined => serverZone() ?? undefined

/** „gerade eben“, „vor 5 Minuten“, „heute, 9:38“, „gestern, 21:40“, „Mittwoch“, „14. März“. */
export function sinceWhen(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return text('time.justNow')
  if (minutes < 60) return text('time.minutesAgo', { count: minutes })
  const timeZone = zone()
  const time = new Intl.DateTimeFormat(locale(), { timeZone, hour: 'numeric', minute: '2-digit' }).format(
    then,
  )
  const days = daysBetween(isoDay(new Date(then)), isoDay(new Date(now)))
  if (days === 0) return text('time.today', { time })
  if (days === 1) return text('time.yesterday', { time })
  if (days < 7) return new Intl.DateTimeFormat(locale(), { timeZone, weekday: 'long' }).format(then)
  return shortDay(isoDay(new Date(then)), isoDay(new Date(now)))
}

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dayAtNoon(to).getTime() - dayAtNoon(from).getTime()) / 86_400_000)

/** „Marlies, Deniz und Hanne“ */
export const joined = (words: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(words)

/** „1.234,56 €“ of whole cents. */
export const euros = (cents: number): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' }).format(cents / 100)

/** „4.500“, „2,5“ */
export const plainNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value)
