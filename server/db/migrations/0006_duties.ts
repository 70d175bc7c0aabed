import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Who has which role in a space from when to when (domain.md 1.3, RoleAssignment), and to whom a report on a visit was
 * passed on after its minutes were closed.
 */
export const duties: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('role_assignment')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('space_id', 'text', c => c.notNull().references('space.id'))
      .addColumn('person_id', 'text', c => c.notNull())
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('from_day', 'text', c => c.notNull())
      .addColumn('to_day', 'text')
      .addColumn('appointed_by', 'text', c => c.notNull())
      .addColumn('written_at', 'bigint', c => c.notNull())
      .addColumn('written_by', 'text', c => c.notNull())
      .execute()
    await db.schema.createIndex('role_assignment_space').on('role_assignment').column('space_id').execute()
    await db.schema
      .createTable('forwarding')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('document_id', 'text', c => c.notNull().references('document.id'))
      .addColumn('to_whom', 'text', c => c.notNull())
      .addColumn('on_day', 'text', c => c.notNull())
      .addColumn('written_at', 'bigint', c => c.notNull())
      .addColumn('written_by', 'text', c => c.notNull())
      .execute()
    await db.schema.createIndex('forwarding_document').on('forwarding').column('document_id').execute()
  },
}
