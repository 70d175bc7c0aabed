import { randomUUID } from 'node:crypto'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { Person } from '#shared/api/contract.ts'
import { type PersonId, personIdSchema } from '#shared/ids.ts'
import { createAuth } from './auth.ts'
import { createPersonalLinks, type FreshLink, type LinkUses } from './links.ts'
import { createSessionCache, type KnownSession } from './sessionCache.ts'

/** `expiresAt` in milliseconds since 1970; a session may end before by a change that `changed` tells. */
export type SignedIn = { readonly personId: PersonId; readonly expiresAt: number }

/** Who somebody is. Hides the library; what a person may do is the business of server/access/. */
export interface Identity {
  /** The person of the session cookie, null without a valid session. Cheap: asked at every append. */
  person(headers: Headers): Promise<SignedIn | null>
  describe(personId: PersonId): Promise<Person | null>
  createPerson(person: { displayName: string; id?: PersonId }): Promise<PersonId>
  createPersonalLink(personId: PersonId, options: { uses: LinkUses; expiresInMs: number }): Promise<string>
  /** A link for one use, which replaces every unused one of the person. */
  replacePersonalLink(personId: PersonId, options: { expiresInMs: number }): Promise<FreshLink>
  /** Exchanges the token of a link for a session; the headers carry Set-Cookie. Null: no valid link. */
  redeem(token: string): Promise<{ personId: PersonId; headers: Headers } | null>
  beginSession(personId: PersonId): Promise<{ headers: Headers }>
  /** Ends the session of the cookie, at once for every transport; the headers take the cookie back. */
  signOut(headers: Headers): Promise<{ headers: Headers }>
}

export async function createIdentity(deps: {
  database: Database
  clock: Clock
  log: Log
  secret: string
  secure: boolean
  /** called with each session that ends before its time */
  changed?: () => void
}): Promise<Identity> {
  const auth = await createAuth({ ...deps, kysely: deps.database.kysely })
  const { internalAdapter, authCookies } = await auth.$context
  const links = createPersonalLinks(deps)
  const cache = createSessionCache()

  async function session(headers: Headers): Promise<KnownSession | null> {
    const cookie = cookieOf(headers, authCookies.sessionToken.name)
    if (cookie === null) return null
    const found = await cache.get(cookie, () => auth.api.readSession({ headers }))
    return found !== null && found.expiresAt > deps.clock.now() ? found : null
  }

  async function beginSession(personId: PersonId): Promise<{ headers: Headers }> {
    const { headers, response } = await auth.api.beginSession({ body: { personId }, returnHeaders: true })
    if (response === null) throw new Error('A session was asked for a person who is not there')
    return { headers }
  }

  return {
    async person(headers) {
      const found = await session(headers)
      return found && { personId: personIdSchema.parse(found.personId), expiresAt: found.expiresAt }
    },

    async describe(personId) {
      const user = await internalAdapter.findUserById(personId)
      return user && { id: personId, displayName: user.name }
    },

    async createPerson({ displayName, id = personIdSchema.parse(randomUUID()) }) {
      // the library insists on an address; this one can never be delivered to (RFC 2606)
      const email = `${id}@person.invalid`
      await internalAdapter.createUser(
        { id, name: displayName, email, emailVerified: false },
        { method: 'magic-link' },
      )
      return id
    },

    createPersonalLink: (personId, options) => links.create(personId, options),

    replacePersonalLink: (personId, options) => links.replace(personId, options),

    async redeem(token) {
      const personId = await links.use(token)
      if (personId === null) return null
      return { personId, ...(await beginSession(personId)) }
    },

    beginSession,

    async signOut(headers) {
      const found = await session(headers)
      if (!found) return { headers: new Headers() }
      const answer = await auth.api.endSession({ body: { token: found.token }, returnHeaders: true })
      cache.forget(found.sessionId)
      deps.changed?.()
      return { headers: answer.headers }
    },
  }
}

/** The raw value of a cookie: what it was signed as, so the key under which its session is known. */
function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}
