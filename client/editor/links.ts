const allowed = new Set(['https:', 'mailto:', 'tel:'])

/** The address when a link may go there (https, mailto, tel: THREATS b47), else `null`. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null
  try {
    const url = new URL(href)
    return allowed.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** What a person types as an address; the part before the colon may be missing where it is clear which is meant. */
export function addressOf(typed: string): string | null {
  const words = typed.trim()
  if (words === '') return null
  if (/^[a-z][a-z0-9+.-]*:/iu.test(words)) return safeHref(words)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(words)) return safeHref(`mailto:${words}`)
  if (/^\+?[\d\s()/-]{4,}$/u.test(words)) return safeHref(`tel:${words.replaceAll(/[^+\d]/gu, '')}`)
  return /^[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/u.test(words) ? safeHref(`https://${words}`) : null
}

/** An address as people write it, where no other words stand for it. */
export const wordsOfAddress = (href: string): string =>
  decoded(href.replace(/^(?:mailto:|tel:|https:\/\/)/u, '').replace(/\/$/u, ''))

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
