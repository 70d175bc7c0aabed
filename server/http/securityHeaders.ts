import { createMiddleware } from 'hono/factory'

const common: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
}

/** Only our own files, no inline code, nobody may frame us (ARCHITECTURE 8). */
const policyFor = (socketOrigin: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socketOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')

/** On every answer. `baseUrl` is where people reach the server. */
export const securityHeaders = (baseUrl: () => string) =>
  createMiddleware(async (c, next) => {
    await next()
    const url = new URL(baseUrl())
    const https = url.protocol === 'https:'
    for (const [name, value] of Object.entries(common)) c.res.headers.set(name, value)
    c.res.headers.set('content-security-policy', policyFor(`${https ? 'wss' : 'ws'}://${url.host}`))
    if (https) c.res.headers.set('strict-transport-security', 'max-age=31536000')
  })
