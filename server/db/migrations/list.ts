import type { Migration } from 'kysely/migration'
import { journal } from './0001_journal.ts'

/** Every migration of `journal.db`, in order; a released one is never changed. */
export const journalMigrations: Record<string, Migration> = {
  '0001_journal': journal,
}

/** `derived.db` holds what can be rebuilt. */
export const derivedMigrations: Record<string, Migration> = {}
