import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { type PersonId, personIdSchema } from '#shared/ids.ts'
import { hashToken, newToken } from './token.ts'

export type LinkUses = 'once' | 'untilExpiry'

/** Personal links: whoever holds the token is the person. Only the token's hash is kept. */
export interface PersonalLinks {
  create(personId: PersonId, options: { uses: LinkUses; expiresInMs: number }): Promise<string>
  /** The person of a valid link, or null. A link for one use is used up by this, however often it is tried at once. */
  use(token: string): Promise<PersonId | null>
}

export const createPersonalLinks = (deps: { database: Database; clock: Clock }): PersonalLinks => ({
  async create(personId, { uses, expiresInMs }) {
    const token = newToken()
    const now = deps.clock.now()
    await deps.database.kysely
      .insertInto('personal_link')
      .values({
        token_hash: hashToken(token),
        person_id: personId,
        uses,
        created_at: now,
        expires_at: now + expiresInMs,
      })
      .execute()
    return token
  },

  use(token) {
    const hash = hashToken(token)
    return deps.database.transact(async trx => {
      const now = deps.clock.now()
      await trx.deleteFrom('personal_link').where('expires_at', '<=', now).execute()
      const link = await trx
        .selectFrom('personal_link')
        .select(['person_id', 'uses'])
        .where('token_hash', '=', hash)
        .executeTakeFirst()
      if (!link) return null
      if (link.uses === 'once') await trx.deleteFrom('personal_link').where('token_hash', '=', hash).execute()
      return personIdSchema.parse(link.person_id)
    })
  },
})
