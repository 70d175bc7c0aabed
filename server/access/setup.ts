import { randomUUID } from 'node:crypto'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Identity } from '#server/identity/identity.ts'
import { hashToken, newToken } from '#server/identity/token.ts'
import type { SetupInput } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import { personIdSchema } from '#shared/ids.ts'
import { addMember, createSpace, type Spaces } from './spaces.ts'

/**
 * Setting an installation up, once.
 *
 * - [SU1] Possible as long as there is no space, and by nobody but the holder of the newest link.
 * - [SU2] Two at once: one wins, the other is told that it is done.
 */
export interface Setup {
  isOpen(): Promise<boolean>
  /** A new link's token, which replaces every earlier one; null when the set-up is done. */
  newLink(): Promise<string | null>
  /**
   * Makes the federation, a first space and its first coordinator, and begins their session.
   * Throws `setupDone` or `linkInvalid`.
   */
  redeem(input: SetupInput): Promise<{ headers: Headers }>
}

export function createSetup(deps: {
  database: Database
  clock: Clock
  spaces: Spaces
  identity: Identity
}): Setup {
  const { database, clock, spaces, identity } = deps

  return {
    isOpen: () => spaces.isEmpty(),

    async newLink() {
      if (!(await spaces.isEmpty())) return null
      const token = newToken()
      await database.transact(async trx => {
        await trx.deleteFrom('setup_link').execute()
        await trx
          .insertInto('setup_link')
          .values({ token_hash: hashToken(token), created_at: clock.now() })
          .execute()
      })
      return token
    },

    async redeem({ token, federation, space, displayName }) {
      const hash = hashToken(token)
      if (!(await spaces.isEmpty())) throw new AppError('setupDone')
      const link = await database.kysely
        .selectFrom('setup_link')
        .select('token_hash')
        .where('token_hash', '=', hash)
        .executeTakeFirst()
      // gone meanwhile: somebody else was quicker
      if (!link) throw new AppError((await spaces.isEmpty()) ? 'linkInvalid' : 'setupDone')

      // The person first: cut off after this, the link still works and nobody is locked out.
      const personId = await identity.createPerson({
        displayName,
        id: personIdSchema.parse(randomUUID()),
      })
      const now = clock.now()
      await database.transact(async trx => {
        const used = await trx.deleteFrom('setup_link').where('token_hash', '=', hash).executeTakeFirst()
        if (used.numDeletedRows === 0n) throw new AppError('setupDone')
        const federationId = await createSpace(
          trx,
          { name: federation, level: 'federation', parentId: null },
          now,
        )
        const spaceId = await createSpace(
          trx,
          { name: space, level: 'regionalAssociation', parentId: federationId },
          now,
        )
        const member = { personId, displayName, label: '', role: 'coordinator' } as const
        await addMember(trx, federationId, member, now)
        await addMember(trx, spaceId, member, now)
      })
      return identity.beginSession(personId)
    },
  }
}
