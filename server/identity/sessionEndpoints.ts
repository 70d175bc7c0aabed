import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Clock } from '#server/clock.ts'

/** A session lasts this long and is not prolonged: whoever comes back later asks for a new link. */
export const sessionSeconds = 90 * 24 * 60 * 60

/**
 * What we need of better-auth's sessions, as endpoints that have no address: callable by our own code alone.
 * No session keeps an address or a user agent (THREATS d).
 */
export const sessionEndpoints = (clock: Clock) =>
  ({
    id: 'mitschrift-session',
    endpoints: {
      /** Begins a session of the person and sets the cookie. */
      beginSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ personId: z.string() }) },
        async ctx => {
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(ctx.body.personId)
          if (!user) return ctx.json(null)
          const now = clock.now()
          const session = await internalAdapter.createSession(
            user.id,
            false,
            {
              ipAddress: '',
              userAgent: '',
              createdAt: new Date(now),
              updatedAt: new Date(now),
              expiresAt: new Date(now + sessionSeconds * 1000),
            },
            true,
          )
          await setSessionCookie(ctx, { session, user }, false)
          return ctx.json({ sessionId: session.id })
        },
      ),
      /** The session of the cookie, also an expired one; null without a genuine cookie. */
      readSession: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async ctx => {
        const { authCookies, internalAdapter, secret } = ctx.context
        const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
        const found = token ? await internalAdapter.findSession(token) : null
        if (!found) return ctx.json(null)
        return ctx.json({
          token: found.session.token,
          sessionId: found.session.id,
          personId: found.user.id,
          expiresAt: new Date(found.session.expiresAt).getTime(),
        })
      }),
      /** Ends the session and takes the cookie back. */
      endSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ token: z.string() }) },
        async ctx => {
          await ctx.context.internalAdapter.deleteSession(ctx.body.token)
          expireCookie(ctx, ctx.context.authCookies.sessionToken)
          return ctx.json({})
        },
      ),
    },
  }) satisfies BetterAuthPlugin
