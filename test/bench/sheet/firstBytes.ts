import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from '@playwright/test'

/** Something that the browser fetched, with its size as gzip makes it (fonts and images are packed already). */
export type Fetched = {
  readonly name: string
  readonly sort: 'code' | 'font' | 'other'
  readonly bytes: number
}

/** As the server packs them. */
const gzipLevel = 9

/**
 * Notes everything that a context fetches over HTTP from now on, the service worker's part too; answers what of it was
 * asked for before `until` (ms since 1970), the largest first. `code` is pages, scripts and styles. Fonts never hold a
 * key up (`font-display: swap`); what the API answers belongs to the document.
 */
export function watchFetches(context: BrowserContext): (until: number) => Promise<Fetched[]> {
  const responses: Response[] = []
  context.on('response', response => responses.push(response))
  return async until => {
    const asked = responses.filter(
      response => response.status() === 200 && response.request().timing().startTime <= until,
    )
    const fetched = await Promise.all(asked.map(sized))
    return fetched.sort((left, right) => right.bytes - left.bytes)
  }
}

async function sized(response: Response): Promise<Fetched> {
  const body = await response.body()
  const { pathname } = new URL(response.url())
  const sort = sortOf(response.headers()['content-type'] ?? '', pathname)
  const bytes = sort === 'font' ? body.length : gzipSync(body, { level: gzipLevel }).length
  return { name: nameOf(response, pathname), sort, bytes }
}

function sortOf(type: string, pathname: string): Fetched['sort'] {
  if (type.startsWith('font/')) return 'font'
  return !pathname.startsWith('/api/') && /^text\/(?:html|javascript|css)/.test(type) ? 'code' : 'other'
}

function nameOf(response: Response, pathname: string): string {
  const name = pathname.startsWith('/blatt/') ? 'index.html' : pathname.replace(/^\/assets\//, '')
  return response.request().serviceWorker() ? `${name} (service worker)` : name
}
