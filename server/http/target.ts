import { createMiddleware } from 'hono/factory'
import { AppError } from '#shared/errors.ts'

/** Whether a path is one we ever give out: decodable, no NUL, no backslash, no way up (THREATS b33). */
export function isPlainPath(path: string): boolean {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
  return !/[\0\\]/.test(decoded) && !decoded.split('/').includes('..')
}

/** Refuses paths that are no plain paths; `raw` is the target as it came, before anybody tidied it up. */
export const plainPathsOnly = (raw: (env: unknown) => string | undefined) =>
  createMiddleware(async (c, next) => {
    const target = raw(c.env) ?? c.req.path
    if (!isPlainPath(target.split('?')[0] ?? '')) throw new AppError('badInput')
    await next()
  })
