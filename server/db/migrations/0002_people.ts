import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Spaces, who belongs to them, and the links that let people in. `membership` is the one table that
 * connects a person with the random author id of a space (THREATS d). Of a token only its SHA-256 is kept.
 */
export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('space')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('name', 'text', c => c.notNull())
      .addColumn('level', 'text', c => c.notNull())
      .addColumn('parent_id', 'text', c => c.references('space.id'))
      .addColumn('created_at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('membership')
      .addColumn('space_id', 'text', c => c.notNull().references('space.id'))
      .addColumn('person_id', 'text', c => c.notNull())
      .addColumn('author_id', 'text', c => c.notNull().unique())
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('display_name', 'text', c => c.notNull())
      .addColumn('label', 'text', c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('membership_key', ['space_id', 'person_id'])
      .execute()
    await db.schema.createIndex('membership_person').on('membership').column('person_id').execute()
    await db.schema
      .createTable('personal_link')
      .addColumn('token_hash', 'text', c => c.primaryKey().notNull())
      .addColumn('person_id', 'text', c => c.notNull())
      .addColumn('uses', 'text', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('setup_link')
      .addColumn('token_hash', 'text', c => c.primaryKey().notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .execute()
  },
}
