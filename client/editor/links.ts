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
