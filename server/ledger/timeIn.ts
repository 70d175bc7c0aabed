/** „HH:MM“ at a place. `now` in ms since 1970. */
export function timeIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('de', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now)
}
