import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Config } from '#server/config.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import { AppError } from '#shared/errors.ts'
import { networkOf, type Peer } from './address.ts'
import type { Attempts } from './attempts.ts'
import { asAppError, bodyOf, statusOf } from './errors.ts'
import { sameOriginOnly } from './origin.ts'
import { createRpc } from './rpc.ts'
import { securityHeaders } from './securityHeaders.ts'
import type { Services } from './services.ts'
import { createSignIn } from './signIn.ts'
import { createStatic } from './static.ts'
import { plainPathsOnly } from './target.ts'
import { createWatch } from './watch.ts'

/** The largest body an endpoint reads; the longest honest one is a few kilobytes. */
const maxBodyBytes = 100_000

/** Everything that answers HTTP. Nothing is logged per request: paths and addresses are personal. */
export async function createHttpApp(deps: {
  config: Config
  services: Services
  attempts: Attempts
  metrics: Metrics
  log: Log
  baseUrl: () => string
  allowedOrigins: () => readonly string[]
  checkReady: () => Promise<void>
}): Promise<Hono> {
  const { config, services, attempts, metrics, log } = deps
  const app = new Hono()

  app.onError((error, c) => {
    const known = asAppError(error)
    if (known.code === 'unavailable') log.error({ err: error }, 'request failed')
    c.header('cache-control', 'no-store')
    return c.json(bodyOf(known), statusOf(known.code))
  })
  app.use(securityHeaders(deps.baseUrl))
  app.use(plainPathsOnly(rawTarget))
  app.use(sameOriginOnly(deps.allowedOrigins))
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new AppError('badInput', { fields: { maxBytes: maxBodyBytes } })
      },
    }),
  )

  app.route(
    '/',
    createWatch({ metrics, checkReady: deps.checkReady, metricsToken: config.metricsToken, peerOf }),
  )
  app.route('/', createRpc({ services, log }))
  app.route(
    '/',
    createSignIn({
      services,
      attempts,
      networkOf: c => networkOf(peerOf(c.req.raw, c.env), config.trustProxy),
    }),
  )
  app.all('/api/*', () => {
    throw new AppError('notFound')
  })
  app.route('/', await createStatic(config.clientDir))
  app.notFound((c: Context) => c.json(bodyOf(new AppError('notFound')), 404))
  return app
}

const isNodeBinding = (env: unknown): env is HttpBindings =>
  typeof env === 'object' && env !== null && 'incoming' in env

const rawTarget = (env: unknown): string | undefined => (isNodeBinding(env) ? env.incoming.url : undefined)

const peerOf = (request: Request, env: unknown): Peer => ({
  socketAddress: (isNodeBinding(env) && env.incoming.socket.remoteAddress) || '',
  headers: request.headers,
})
