import type { IncomingMessage } from 'node:http'
import { collabPath } from '#shared/wire/handshake.ts'

/** The upgrade request in the web's form; its Host and path are not trusted, so they are not taken over. */
export function toWebRequest(request: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const item of [value ?? []].flat()) headers.append(name, item)
  }
  return new Request(new URL(collabPath, 'http://localhost'), { headers })
}
