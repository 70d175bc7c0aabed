import { keep, recall } from './kept.ts'

/** How far the server's clock is ahead of the device's, in ms; 0 until a server told its time. A wrong laptop clock must not write wrong times into minutes (domain.md 2.6). */
let offset = 0

const storageKey = 'mitschrift.timeZone'
let zone: string | null | undefined

/**
 * Takes the time a server just told (ms since 1970), and where it is (IANA name). The way of the message, some ms, is
 * left out: minutes are written.
 */
export function noteServerTime(serverTime: number, timeZone: string | null): void {
  offset = serverTime - Date.now()
  if (timeZone === null || timeZone === serverZone() || !isZone(timeZone)) return
  zone = timeZone
  keep(storageKey, timeZone)
}

/** Now, by the server's clock as far as it is known (ms since 1970). */
export const serverNow = (): number => Date.now() + offset

/** By whose calendar and clock minutes are written (IANA name); null: no server told, the device's own. */
export function serverZone(): string | null {
  if (zone === undefined) {
    const kept = recall(storageKey)
    zone = kept !== null && isZone(kept) ? kept : null
  }
  return zone
}

/** Whether this browser knows a zone of that name. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return false
  }
}
