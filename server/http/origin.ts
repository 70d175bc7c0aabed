import { createMiddleware } from 'hono/factory'
import { AppError } from '#shared/errors.ts'

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')

/**
 * From where the server's own pages come: the address people type. On this machine alone that has several
 * names, and a development proxy in front knows the server by another of them.
 */
export function ownOrigins(baseUrl: string, port: number): readonly string[] {
  const { hostname, protocol } = new URL(baseUrl)
  if (protocol === 'https:' || !isLoopback(hostname)) return [baseUrl]
  return [baseUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something (THREATS b36). Browsers send Origin with every such request; a
 * program without one is no browser and holds nobody's cookie by accident.
 */
export function mayChange(headers: Headers, allowedOrigins: readonly string[]): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return allowedOrigins.includes(origin)
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** Refuses whatever changes something and comes from another site. */
export const sameOriginOnly = (allowedOrigins: () => readonly string[]) =>
  createMiddleware(async (c, next) => {
    if (!safeMethods.has(c.req.method) && !mayChange(c.req.raw.headers, allowedOrigins())) {
      throw new AppError('originRefused')
    }
    await next()
  })
