import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { MembershipTable, SpaceTable, Tables } from '#server/db/tables.ts'
import { createKeyedCache } from '#server/lib/keyedCache.ts'
import { type Space, spaceSchema } from '#shared/api/contract.ts'
import {
  type AuthorId,
  authorIdSchema,
  type PersonId,
  personIdSchema,
  type SpaceId,
  spaceIdSchema,
} from '#shared/ids.ts'
import { type Role, roleSchema } from '#shared/permissions.ts'

export const membershipSchema = z.object({
  spaceId: spaceIdSchema,
  personId: personIdSchema,
  authorId: authorIdSchema,
  role: roleSchema,
  displayName: z.string(),
  label: z.string(),
  /** in the order of joining; the ninth begins again */
  tone: z.literal([1, 2, 3, 4, 5, 6, 7, 8]),
})
export type Membership = z.infer<typeof membershipSchema>

export type NewSpace = { id?: SpaceId; name: string; level: Space['level']; parentId: SpaceId | null }
export type NewMember = { personId: PersonId; displayName: string; label: string; role: Role }

/**
 * Spaces and who belongs to them.
 *
 * - [SP1] Once a change here has resolved, every later question is answered by it; also by a question
 *   that was under way.
 * - [SP2] An author id is random, belongs to one person in one space, and is never given again.
 */
export interface Spaces {
  isEmpty(): Promise<boolean>
  create(space: NewSpace): Promise<SpaceId>
  /** Adds the person; one who is a member already keeps their author id and gets the new role, name and label. */
  addMember(spaceId: SpaceId, member: NewMember): Promise<Membership>
  removeMember(spaceId: SpaceId, personId: PersonId): Promise<void>
  /** The spaces of a person with their role there, the widest first. */
  ofPerson(personId: PersonId): Promise<Space[]>
  /** In the order of joining. */
  members(spaceId: SpaceId): Promise<readonly Membership[]>
  membership(spaceId: SpaceId, personId: PersonId): Promise<Membership | null>
  space(spaceId: SpaceId, personId: PersonId): Promise<Space | null>
}

export function createSpaces(deps: {
  database: Database
  clock: Clock
  /** called with each change of who belongs where */
  changed?: () => void
}): Spaces {
  const { kysely } = deps.database
  const read = async (spaceId: SpaceId): Promise<readonly Membership[]> => {
    const rows = await kysely
      .selectFrom('membership')
      .selectAll()
      .where('space_id', '=', spaceId)
      .orderBy('position')
      .execute()
    return rows.map(toMembership)
  }
  const cache = createKeyedCache(read, members => members.length > 0)

  const forget = (spaceId: SpaceId): void => {
    cache.forget(spaceId)
    deps.changed?.()
  }

  const spaces: Spaces = {
    async isEmpty() {
      return (await kysely.selectFrom('space').select('id').limit(1).executeTakeFirst()) === undefined
    },

    create: space => createSpace(kysely, space, deps.clock.now()),

    async addMember(spaceId, member) {
      await deps.database.transact(trx => addMember(trx, spaceId, member, deps.clock.now()))
      forget(spaceId)
      const added = await spaces.membership(spaceId, member.personId)
      if (!added) throw new Error('A member was removed while being added')
      return added
    },

    async removeMember(spaceId, personId) {
      await kysely
        .deleteFrom('membership')
        .where('space_id', '=', spaceId)
        .where('person_id', '=', personId)
        .execute()
      forget(spaceId)
    },

    async ofPerson(personId) {
      const rows = await kysely
        .selectFrom('membership')
        .innerJoin('space', 'space.id', 'membership.space_id')
        .select(['space.id', 'space.name', 'space.level', 'space.parent_id', 'membership.role'])
        .where('membership.person_id', '=', personId)
        .execute()
      return rows.map(toSpace).sort(byLevelAndName)
    },

    members: spaceId => cache.get(spaceId),

    async membership(spaceId, personId) {
      const members = await cache.get(spaceId)
      return members.find(member => member.personId === personId) ?? null
    },

    async space(spaceId, personId) {
      return (await spaces.ofPerson(personId)).find(space => space.id === spaceId) ?? null
    },
  }
  return spaces
}

/** Inserts a space; for callers that do more in the same transaction. */
export async function createSpace(db: Kysely<Tables>, space: NewSpace, now: number): Promise<SpaceId> {
  const id = space.id ?? spaceIdSchema.parse(randomUUID())
  await db
    .insertInto('space')
    .values({ id, name: space.name, level: space.level, parent_id: space.parentId, created_at: now })
    .execute()
  return id
}

/** Inserts a member of a space nobody has asked about yet; everybody else uses `Spaces.addMember`. */
export async function addMember(
  trx: Transaction<Tables>,
  spaceId: SpaceId,
  { personId, displayName, label, role }: NewMember,
  now: number,
): Promise<void> {
  const last = await trx
    .selectFrom('membership')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('space_id', '=', spaceId)
    .executeTakeFirst()
  await trx
    .insertInto('membership')
    .values({
      space_id: spaceId,
      person_id: personId,
      author_id: newAuthorId(),
      role,
      display_name: displayName,
      label,
      position: (last?.position ?? 0) + 1,
      created_at: now,
    })
    .onConflict(conflict =>
      conflict.columns(['space_id', 'person_id']).doUpdateSet({ role, display_name: displayName, label }),
    )
    .execute()
}

const newAuthorId = (): AuthorId => authorIdSchema.parse(randomUUID())

const toMembership = (row: MembershipTable): Membership =>
  membershipSchema.parse({
    spaceId: row.space_id,
    personId: row.person_id,
    authorId: row.author_id,
    role: row.role,
    displayName: row.display_name,
    label: row.label,
    tone: ((row.position - 1) % 8) + 1,
  })

const toSpace = (row: Omit<SpaceTable, 'created_at'> & { role: string }): Space =>
  spaceSchema.parse({ id: row.id, name: row.name, level: row.level, parentId: row.parent_id, role: row.role })

const levels = spaceSchema.shape.level.options
const byLevelAndName = (a: Space, b: Space): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || a.name.localeCompare(b.name, 'de')
