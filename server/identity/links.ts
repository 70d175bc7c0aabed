import type { Kysely } from 'kysely'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Tables } from '#server/db/tables.ts'
import { type PersonId, personIdSchema } from '#shared/ids.ts'
import { hashToken, newToken } from './token.ts'

export type LinkUses = 'once' | 'untilExpiry'
/** `expiresAt` in milliseconds since 1970 */
export type FreshLink = { readonly token: string; readonly expiresAt: number }

/**
 * Personal links: whoever holds the token is the person. Only the token's hash is kept.
 *
 * - [PL1] A link for one use is used up by `use`, however often it is tried at once.
 * - [PL2] Once `replace` has resolved, no earlier unused link for one use of that person works any more.
 */
export interface PersonalLinks {
  create(personId: PersonId, options: { uses: LinkUses; expiresInMs: number }): Promise<string>
  /** A link for one use instead of those not used yet: a lost one does not wait for a finder. */
  replace(personId: PersonId, options: { expiresInMs: number }): Promise<FreshLink>
  /** The person of a valid link, or null. */
  use(token: string): Promise<PersonId | null>
}

export const createPersonalLinks = (deps: { database: Database; clock: Clock }): PersonalLinks => ({
  async create(personId, { uses, expiresInMs }) {
    const { token } = await insert(deps.database.kysely, personId, uses, deps.clock.now(), expiresInMs)
    return token
  },

  replace: (personId, { expiresInMs }) =>
    deps.database.transact(async trx => {
      await trx
        .deleteFrom('personal_link')
        .where('person_id', '=', personId)
        .where('uses', '=', 'once')
        .execute()
      return insert(trx, personId, 'once', deps.clock.now(), expiresInMs)
    }),

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

async function insert(
  db: Kysely<Tables>,
  personId: PersonId,
  uses: LinkUses,
  now: number,
  expiresInMs: number,
): Promise<FreshLink> {
  const token = newToken()
  const expiresAt = now + expiresInMs
  await db
    .insertInto('personal_link')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      uses,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}
