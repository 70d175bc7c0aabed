/** Press releases speak of German local time, whatever the clock of the device says (domain.md 4.1). */
export const embargoZone = 'Europe/Berlin'

/**
 * What a local time means in its zone (domain.md 4.4 G5). At the change to summer time an hour does not exist; at
 * the change back an hour comes twice.
 */
export type LocalMoment =
  | { readonly state: 'once'; readonly instant: number }
  /** the clocks jump from `from` to `to` („02:00“, „03:00“): what lies between is never shown */
  | { readonly state: 'never'; readonly from: string; readonly to: string }
  /** first in summer time, an hour later in winter time */
  | { readonly state: 'twice'; readonly first: number; readonly second: number }

/** Which of two equal local times is meant. */
export type Which = 'erste' | 'zweite'

const day = 86_400_000

/** The instants (ms since 1970) at which the clocks of the zone show `local` („2026-06-18T18:00“). */
export function localMoment(local: string, zone = embargoZone): LocalMoment {
  const asIfUtc = Date.parse(`${local}:00Z`)
  // The offset changes at most once within two days: it is that of the day before or that of the day after.
  const offsets = new Set([offset(asIfUtc - day, zone), offset(asIfUtc + day, zone)])
  const [first, second] = [...offsets]
    .map(shift => asIfUtc - shift)
    .filter(instant => localTime(instant, zone) === local)
    .toSorted((left, right) => left - right)
  if (first === undefined) {
    const jump = changeBetween(asIfUtc - day, asIfUtc + day, zone)
    const shown = (instant: number) => new Date(instant).toISOString().slice(11, 16)
    return {
      state: 'never',
      from: shown(jump + offset(jump - 1, zone)),
      to: shown(jump + offset(jump, zone)),
    }
  }
  return second === undefined ? { state: 'once', instant: first } : { state: 'twice', first, second }
}

/** The instant of a local time; `null` while it is unknown: it never comes, or comes twice and nobody said which. */
export function instantOf(local: string, which: Which | null, zone = embargoZone): number | null {
  const moment = localMoment(local, zone)
  if (moment.state === 'once') return moment.instant
  if (moment.state === 'never' || which === null) return null
  return which === 'erste' ? moment.first : moment.second
}

/** Whether summer time holds at an instant: the offset is larger than on New Year's Day. */
export function isSummerTime(instant: number, zone = embargoZone): boolean {
  return offset(instant, zone) > offset(Date.UTC(new Date(instant).getUTCFullYear(), 0, 1, 12), zone)
}

/** The local time „YYYY-MM-DDTHH:MM“ that the clocks show at an instant. */
export function localTime(instant: number, zone = embargoZone): string {
  return new Date(instant + offset(instant, zone)).toISOString().slice(0, 16)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Years that are written with four digits and whose clocks are known; what lies outside is shown with the nearest. */
const [firstKnown, lastKnown] = [Date.UTC(1900, 0, 1), Date.UTC(9999, 11, 31)]

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. */
function offset(at: number, zone: string): number {
  const instant = Math.min(Math.max(at, firstKnown), lastKnown)
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  formats.set(zone, format)
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`
  return Date.parse(shown) - Math.floor(instant / 60_000) * 60_000
}

/** The minute between two instants at which the offset changes, by halving. */
function changeBetween(from: number, to: number, zone: string): number {
  const minute = 60_000
  let [low, high] = [Math.floor(from / minute), Math.floor(to / minute)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offset(middle * minute, zone) === offset(low * minute, zone)) low = middle
    else high = middle
  }
  return high * minute
}
