import type { IncomingHttpHeaders } from 'node:http'
import { collabPath } from '#shared/wire/handshake.ts'

/** The upgrade request in the web's form; its Host and path are not trusted, so they are not taken over. */
export const webRequest = (headers: Headers): Request =>
  new Request(new URL(collabPath, 'http://localhost'), { headers })

/** Headers in the web's form. */
export function webHeaders(given: IncomingHttpHeaders): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    for (const item of [value ?? []].flat()) headers.append(name, item)
  }
  return headers
}
