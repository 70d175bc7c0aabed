import { plainDay } from '#client/i18n/format.ts'
import { currentLanguage, locale } from '#client/i18n/i18n.ts'

const months = {
  de: [
    'januar',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
}

/** „20. Juli 2026“, „Juli 2026“; what is neither stands as it is. */
export function writeAsOf(asOf: string): string {
  if (!/^\d{4}-\d{2}$/.test(asOf)) return plainDay(asOf)
  const month = new Date(`${asOf}-15T12:00:00`)
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(month)
}

/**
 * Reads a day or a month as people write it: „20. Juli 2026“, „20.7.2026“, „Juli 2026“, „7/2026“, ISO.
 * `null` for anything else, and for days that are none.
 */
export function readAsOf(typed: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  if (iso) return valid(iso[1], Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]))
  const digits = /^(?:(\d{1,2})\. ?)?(\d{1,2}) ?[./] ?(\d{4})$/.exec(text)
  if (digits) return valid(digits[3], Number(digits[2]), digits[1] === undefined ? null : Number(digits[1]))
  const words = /^(?:(\d{1,2})\.? )?(\p{L}+) (\d{4})$/u.exec(text)
  return words
    ? valid(words[3], monthNumber(words[2] ?? ''), words[1] === undefined ? null : Number(words[1]))
    : null
}

/** A month by its name or by at least three letters of it, in the language chosen, else in the other one. */
function monthNumber(word: string): number {
  if (word.length < 3) return 0
  const language = currentLanguage()
  for (const names of [months[language], months.de, months.en]) {
    const place = names.findIndex(name => name.startsWith(word))
    if (place >= 0) return place + 1
  }
  return 0
}

function valid(year: string | undefined, month: number, day: number | null): string | null {
  if (year === undefined || month < 1 || month > 12) return null
  const start = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return start
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return day < 1 || day > last ? null : `${start}-${String(day).padStart(2, '0')}`
}
