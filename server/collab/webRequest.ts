import type { IncomingHttpHeaders } from 'node:http'

/**
 * The request that Hocuspocus is shown for every socket. What was asked for is one path, and by whom is known from
 * the line's headers: thousands of sockets share it. It has no address, or Hocuspocus would take it apart for each.
 */
export const anyRequest: Request = new Request('http://localhost')
Object.defineProperty(anyRequest, 'url', { value: '' })

/** What of an upgrade request says who is there; all else of it is forgotten. */
export function personHeaders({ cookie }: IncomingHttpHeaders): Headers {
  const headers = new Headers()
  if (cookie !== undefined) headers.set('cookie', cookie)
  return headers
}
