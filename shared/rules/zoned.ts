/** A moment as calendar and clock show it somewhere. `zone`: IANA name, null: where this runs. `moment`: ms since 1970. */

/** Making one takes as long as formatting a hundred moments. */
const made = new Map<string | null, Intl.DateTimeFormat>()

function format(zone: string | null): Intl.DateTimeFormat {
  const known = made.get(zone)
  if (known) return known
  const fresh = new Intl.DateTimeFormat('en', {
    timeZone: zone ?? undefined,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  made.set(zone, fresh)
  return fresh
}

function parts(zone: string | null, moment: number): (type: Intl.DateTimeFormatPartTypes) => string {
  const all = format(zone).formatToParts(moment)
  return type => all.find(part => part.type === type)?.value ?? ''
}

/** The ISO day, „2026-03-14“. */
export function dayIn(zone: string | null, moment: number): string {
  const part = parts(zone, moment)
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** The clock time, „10:05“. */
export function timeIn(zone: string | null, moment: number): string {
  const part = parts(zone, moment)
  return `${part('hour')}:${part('minute')}`
}
