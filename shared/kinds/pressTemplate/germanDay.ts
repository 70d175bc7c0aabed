const weekdays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']
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
]

/** An ISO day as a German text has it: „18. Juni 2026“. Releases are German whatever language somebody reads the program in. */
export function germanDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}. ${months[Number(month) - 1] ?? month} ${year}`
}

/** „Donnerstag“ */
export const germanWeekday = (day: string): string => weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''
