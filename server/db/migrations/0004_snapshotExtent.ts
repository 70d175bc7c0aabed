import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Snapshots of the earlier encoding are dropped: the raw rows are there, and they are made anew in the present one. */
export const snapshotExtent: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`delete from snapshot where encoding = 'yjs2+deflate'`.execute(db)
  },
}
