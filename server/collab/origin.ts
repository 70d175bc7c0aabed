import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a websocket may be opened from where the request comes from (THREATS b31). Browsers always
 * send Origin with an upgrade, other programs need none; so a browser's mark without Origin is refused.
 */
export function isOriginAllowed(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  if (headers.origin !== undefined) return allowed.includes(headers.origin)
  return headers['sec-fetch-mode'] === undefined && headers['sec-fetch-site'] === undefined
}
