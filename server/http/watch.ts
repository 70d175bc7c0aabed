import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Metrics } from '#server/metrics.ts'
import { AppError } from '#shared/errors.ts'
import { isFromThisMachine, type Peer } from './address.ts'

/** What those who run the server ask of it. None of it names a person or a document. */
export function createWatch(deps: {
  metrics: Metrics
  /** resolves if the database answers and nobody is leaving; throws otherwise */
  checkReady: () => Promise<void>
  metricsToken: string | null
  peerOf: (request: Request, env: unknown) => Peer
}): Hono {
  const app = new Hono()
  app.get('/healthz', c => c.text('ok\n'))

  app.get('/readyz', async c => {
    await deps.checkReady()
    return c.text('ok\n')
  })

  app.get('/metrics', async c => {
    const { metricsToken } = deps
    const allowed =
      metricsToken === null
        ? isFromThisMachine(deps.peerOf(c.req.raw, c.env))
        : isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)
    if (!allowed) throw new AppError('notFound')
    return c.text(await deps.metrics.registry.metrics(), 200, {
      'content-type': deps.metrics.registry.contentType,
    })
  })
  return app
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
/** Compares in a time that tells nothing of where they differ. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
