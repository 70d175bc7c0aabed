import { createMiddleware } from 'hono/factory'
import { AppError } from '#shared/errors.ts'

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
