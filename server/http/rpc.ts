import { RPCHandler } from '@orpc/server/fetch'
import { ResponseHeadersPlugin } from '@orpc/server/plugins'
import { Hono } from 'hono'
import type { Log } from '#server/log.ts'
import { AppError } from '#shared/errors.ts'
import type { RpcContext } from './endpoints/base.ts'
import { router } from './endpoints/router.ts'
import { asAppError, asOrpcError } from './errors.ts'
import type { Services } from './services.ts'

const prefix = '/api/rpc'

/** The typed API. What an endpoint did not foresee is logged by its kind and leaves as `unavailable`. */
export function createRpc(deps: { services: Services; log: Log }): Hono {
  const handler = new RPCHandler<RpcContext>(router, {
    plugins: [new ResponseHeadersPlugin()],
    clientInterceptors: [
      async call => {
        try {
          return await call.next()
        } catch (error) {
          const known = asAppError(error)
          if (known.code === 'unavailable')
            deps.log.error({ err: error, endpoint: call.path.join('.') }, 'endpoint failed')
          throw asOrpcError(known)
        }
      },
    ],
  })
  const app = new Hono()
  app.all(`${prefix}/*`, async c => {
    const { matched, response } = await handler.handle(c.req.raw, {
      prefix,
      context: { headers: c.req.raw.headers, services: deps.services },
    })
    if (!matched) throw new AppError('notFound')
    response.headers.set('cache-control', 'no-store')
    return response
  })
  return app
}
