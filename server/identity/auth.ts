import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Kysely } from 'kysely'
import type { Clock } from '#server/clock.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Log } from '#server/log.ts'
import { sessionEndpoints, sessionSeconds } from './sessionEndpoints.ts'

/**
 * better-auth on our own database, with its own tables (user, session, account, verification), which it
 * brings up to date here. Its HTTP routes are not mounted: nothing of it can be reached from outside.
 */
export async function createAuth(deps: {
  kysely: Kysely<Tables>
  clock: Clock
  log: Log
  secret: string
  /** whether people reach the server by https: then the cookie is Secure */
  secure: boolean
}) {
  const auth = betterAuth({
    appName: 'Mitschrift',
    // only read for cookie attributes, which are set below
    baseURL: deps.secure ? 'https://localhost' : 'http://localhost',
    secret: deps.secret,
    database: { db: deps.kysely, type: 'sqlite' },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'mitschrift',
      useSecureCookies: deps.secure,
      // a link from elsewhere opens a page that needs no cookie; its requests are same-site again
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    // its texts may name people: only that something happened reaches our log
    logger: { level: 'warn', log: level => deps.log.warn({ level }, 'identity library') },
    plugins: [sessionEndpoints(deps.clock)],
  })
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
  return auth
}
export type Auth = Awaited<ReturnType<typeof createAuth>>
