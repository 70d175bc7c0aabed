import { isIPv6 } from 'node:net'

/** Who asks, as far as limits are concerned: never logged, never stored. */
export type Peer = { readonly socketAddress: string; readonly headers: Headers }

/**
 * The address of the person's network. X-Forwarded-For counts only behind a trusted proxy, and of it only
 * what the proxy itself added at the end (THREATS b32). Of IPv6 the /64: one household has many.
 */
export function networkOf(peer: Peer, trustProxy: boolean): string {
  const forwarded = trustProxy ? peer.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = (forwarded || peer.socketAddress).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? firstHalf(address) : address
}

function firstHalf(address: string): string {
  const [left = '', right] = address.split('::')
  const groups = left === '' ? [] : left.split(':')
  const missing = right === undefined ? 0 : 8 - groups.length - right.split(':').filter(Boolean).length
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(right ?? '').split(':').filter(Boolean)]
  return all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** Whether the request comes from this machine itself and not through a proxy on it. */
export const isFromThisMachine = ({ socketAddress, headers }: Peer): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socketAddress) &&
  !['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some(name => headers.has(name))
