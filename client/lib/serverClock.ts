/** How far the server's clock is ahead of the device's, in ms; 0 until a server told its time. A wrong laptop clock must not write wrong times into minutes (domain.md 2.6). */
let offset = 0

/** Takes the time a server just told (ms since 1970). The way of the message, some ms, is left out: minutes are written. */
export function noteServerTime(serverTime: number): void {
  offset = serverTime - Date.now()
}

/** Now, by the server's clock as far as it is known (ms since 1970). */
export const serverNow = (): number => Date.now() + offset
