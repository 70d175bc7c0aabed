import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { setupInputSchema, signInInputSchema } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Attempts } from './attempts.ts'
import type { Services } from './services.ts'

/** The two doors that set the session cookie. Access: anybody with a valid token. */
export function createSignIn(deps: {
  services: Services
  attempts: Attempts
  /** the network that a request comes from */
  networkOf: (c: Context) => string
}): Hono {
  const { services, attempts, networkOf } = deps
  const app = new Hono()

  app.post('/api/sign-in', async c => {
    const { token } = await parseBody(c, signInInputSchema)
    const { headers } = await attempts.try(networkOf(c), async () => {
      const redeemed = await services.identity.redeem(token)
      if (redeemed === null) throw new AppError('linkInvalid')
      return redeemed
    })
    return signedInAnswer(c, headers)
  })

  app.post('/api/setup', async c => {
    const input = await parseBody(c, setupInputSchema)
    const { headers } = await attempts.try(networkOf(c), () => services.setup.redeem(input))
    return signedInAnswer(c, headers)
  })
  return app
}

/** Throws `badInput`, naming the first field that does not parse. */
async function parseBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await readJson(c))
  if (parsed.success) return parsed.data
  throw new AppError('badInput', { fields: { field: String(parsed.error.issues[0]?.path[0] ?? '') } })
}

async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return null
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function signedInAnswer(c: Context, headers: Headers): Response {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
  return c.json({})
}
