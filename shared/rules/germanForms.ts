/** German words for days, times and rhythms, as a sentence needs them (domain.md 4.2, 5.3). */

export const weekdays = ['MO', 'DI', 'MI', 'DO', 'FR', 'SA', 'SO'] as const
export type Weekday = (typeof weekdays)[number]

const weekdayForms: Readonly<Record<Weekday, readonly [name: string, adverb: string]>> = {
  MO: ['Montag', 'montags'],
  DI: ['Dienstag', 'dienstags'],
  MI: ['Mittwoch', 'mittwochs'],
  DO: ['Donnerstag', 'donnerstags'],
  FR: ['Freitag', 'freitags'],
  SA: ['Samstag', 'samstags'],
  SO: ['Sonntag', 'sonntags'],
}
/** „Montag“ */
export const weekdayName = (weekday: Weekday): string => weekdayForms[weekday][0]
/** „montags“ */
export const weekdayAdverb = (weekday: Weekday): string => weekdayForms[weekday][1]

/** Which one of the month's, for a meeting that is monthly. */
export const weeksOfMonth = ['1', '2', '3', '4', 'letzte'] as const
export type WeekOfMonth = (typeof weeksOfMonth)[number]

const ordinals: Readonly<Record<WeekOfMonth, string>> = {
  '1': 'ersten',
  '2': 'zweiten',
  '3': 'dritten',
  '4': 'vierten',
  letzte: 'letzten',
}
/** „jeden zweiten Samstag im Monat“; all names of days are masculine */
export const everyNth = (week: WeekOfMonth, weekday: Weekday): string =>
  `jeden ${ordinals[week]} ${weekdayName(weekday)} im Monat`

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** „14. März 2026“ for an ISO day; another text stays as it is. */
export function germanDay(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? day : `${Number(date)}. ${name} ${year}`
}

/** The weekday of an ISO day. */
export function weekdayOf(day: string): Weekday | null {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekdays[(at + 6) % 7] ?? null
}

/** „Donnerstag“ for an ISO day; '' for another text. */
export function germanWeekday(day: string): string {
  const weekday = weekdayOf(day)
  return weekday === null ? '' : weekdayName(weekday)
}

/** „17:30 bis 19:00 Uhr“, „10 bis 12 Uhr“ where both are full hours, „ab 17:30 Uhr“ without an end. */
export function germanSpan(from: string, to: string | null): string {
  const isFull = from.endsWith(':00') && (to === null || to.endsWith(':00'))
  const said = (time: string) => (isFull ? String(Number(time.slice(0, 2))) : time)
  return to === null ? `ab ${said(from)} Uhr` : `${said(from)} bis ${said(to)} Uhr`
}

/** „a“, „a und b“, „a, b und c“; the same one once. */
export function germanList(words: readonly string[]): string {
  const distinct = [...new Set(words)]
  const last = distinct.pop() ?? ''
  return distinct.length === 0 ? last : `${distinct.join(', ')} und ${last}`
}
