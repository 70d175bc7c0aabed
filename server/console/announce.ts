import type { Config } from '#server/config.ts'
import { say, type Words } from './say.ts'
import { words } from './words.ts'

const isLocal = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  hostname.startsWith('127.')
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/** What reaching the server at this address costs; null where it costs nothing. */
export function costOf(url: string, config: Pick<Config, 'host' | 'baseUrl'>): Words | null {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return null
  if (!isLocal(hostname)) return words.plainHttp
  return config.baseUrl === null && !isLoopback(config.host)
    ? words.baseUrlMissing(config.host, url)
    : words.localOnly
}

/** Says where the server is and what that costs. */
export function announce(url: string, config: Pick<Config, 'host' | 'baseUrl'>): void {
  say(words.running(url))
  const cost = costOf(url, config)
  if (cost) say(cost)
}
