export type KnownSession = {
  readonly sessionId: string
  readonly personId: string
  /** better-auth's own token of the session, not the cookie */
  readonly token: string
  readonly expiresAt: number
}

/** So many sessions are kept in memory; beyond that the one kept longest is read anew. */
const maxSessions = 10_000

/**
 * Sessions by their cookie, so that a question at every append costs no query.
 *
 * - [SC1] Once `forget` has returned, no session it named is answered, not even by a `read` that was
 *   under way when it was called.
 */
export interface SessionCache {
  get(cookie: string, read: () => Promise<KnownSession | null>): Promise<KnownSession | null>
  forget(sessionId: string): void
}

export function createSessionCache(): SessionCache {
  const known = new Map<string, KnownSession>()
  let forgettings = 0
  return {
    async get(cookie, read) {
      const hit = known.get(cookie)
      if (hit) return hit
      for (;;) {
        const before = forgettings
        const found = await read()
        if (found === null) return null
        if (before !== forgettings) continue
        const oldest = known.keys().next().value
        if (known.size >= maxSessions && oldest !== undefined) known.delete(oldest)
        known.set(cookie, found)
        return found
      }
    },
    forget(sessionId) {
      forgettings += 1
      for (const [cookie, session] of known) if (session.sessionId === sessionId) known.delete(cookie)
    },
  }
}
