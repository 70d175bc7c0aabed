import type { Membership } from '#server/access/spaces.ts'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { SpaceId } from '#shared/ids.ts'
import { type Programmes, type RoleAssignment, roleAssignmentSchema } from '#shared/programmes/schema.ts'

/** So many roles can be written down in a space: a register of them stays a page. */
const mostRoles = 500

/** Who has which role in a space, from one day to another. Who may write it down is decided before. */
export interface Roles {
  of(spaceId: SpaceId): Promise<RoleAssignment[]>
  /**
   * Writes one down, or changes it; idempotent by its id. `badInput` for somebody who is no member, a role that no
   * programme knows and an end before the beginning; `notFound` for one of another space.
   */
  assign(spaceId: SpaceId, assignment: RoleAssignment, by: Membership): Promise<void>
  unassign(spaceId: SpaceId, id: string): Promise<void>
}

export function createRoles(deps: {
  database: Database
  clock: Clock
  programmes: Programmes
  isMember: (spaceId: SpaceId, personId: string) => Promise<boolean>
}): Roles {
  const { kysely } = deps.database
  const known = new Set(deps.programmes.programmes.flatMap(({ roles }) => roles.map(({ id }) => id)))

  async function check(spaceId: SpaceId, { personId, role, from, to }: RoleAssignment): Promise<void> {
    const wrong = (path: string, why: string) => new AppError('badInput', { fields: { path, why } })
    if (to !== null && to < from) throw wrong('to', 'backwards')
    const before = await kysely
      .selectFrom('role_assignment')
      .select(['person_id', 'role'])
      .where('space_id', '=', spaceId)
      .execute()
    // what was written down once may be ended and corrected, also of a former member and a role of another programme
    const has = before.some(row => row.person_id === personId)
    if (!has && !(await deps.isMember(spaceId, personId))) throw wrong('personId', 'unknown')
    if (!known.has(role) && !before.some(row => row.role === role)) throw wrong('role', 'unknown')
    if (before.length >= mostRoles) throw wrong('role', 'tooMany')
  }

  return {
    async of(spaceId) {
      const rows = await kysely
        .selectFrom('role_assignment')
        .selectAll()
        .where('space_id', '=', spaceId)
        .orderBy('from_day')
        .orderBy('id')
        .execute()
      return rows.map(row =>
        roleAssignmentSchema.parse({
          id: row.id,
          personId: row.person_id,
          role: row.role,
          from: row.from_day,
          to: row.to_day,
          appointedBy: row.appointed_by,
        }),
      )
    },

    async assign(spaceId, assignment, by) {
      await check(spaceId, assignment)
      const row = {
        person_id: assignment.personId,
        role: assignment.role,
        from_day: assignment.from,
        to_day: assignment.to,
        appointed_by: assignment.appointedBy,
        written_at: deps.clock.now(),
        written_by: by.authorId,
      }
      const written = await kysely
        .insertInto('role_assignment')
        .values({ id: assignment.id, space_id: spaceId, ...row })
        .onConflict(conflict =>
          conflict.column('id').doUpdateSet(row).where('role_assignment.space_id', '=', spaceId),
        )
        .executeTakeFirst()
      if (written.numInsertedOrUpdatedRows === 0n) throw new AppError('notFound')
    },

    async unassign(spaceId, id) {
      await kysely
        .deleteFrom('role_assignment')
        .where('space_id', '=', spaceId)
        .where('id', '=', id)
        .execute()
    },
  }
}
