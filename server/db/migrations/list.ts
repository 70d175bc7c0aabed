import type { Migration } from 'kysely/migration'
import { journal } from './0001_journal.ts'
import { people } from './0002_people.ts'
import { journalCare } from './0003_journalCare.ts'
import { snapshotExtent } from './0004_snapshotExtent.ts'
import { ledger } from './0005_ledger.ts'
import { duties } from './0006_duties.ts'
import { card } from './derived0001_card.ts'
import { live } from './derived0002_live.ts'
import { register } from './derived0003_register.ts'

/** Every migration of `journal.db`, in order; a released one is never changed. */
export const journalMigrations: Record<string, Migration> = {
  '0001_journal': journal,
  '0002_people': people,
  '0003_journalCare': journalCare,
  '0004_snapshotExtent': snapshotExtent,
  '0005_ledger': ledger,
  '0006_duties': duties,
}

/** `derived.db` holds what can be rebuilt. */
export const derivedMigrations: Record<string, Migration> = {
  '0001_card': card,
  '0002_live': live,
  '0003_register': register,
}
