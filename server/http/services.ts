import type { Access } from '#server/access/access.ts'
import type { Setup } from '#server/access/setup.ts'
import type { Spaces } from '#server/access/spaces.ts'
import type { Documents } from '#server/documents/documents.ts'
import type { Kits } from '#server/documents/kits.ts'
import type { Identity } from '#server/identity/identity.ts'
import type { Ledger } from '#server/ledger/ledger.ts'
import type { MinutesCommands } from '#server/ledger/minutesCommands.ts'
import type { Live } from '#server/live/live.ts'
import type { Roles } from '#server/programmes/roles.ts'
import type { Rebuilds } from '#server/projections/rebuilds.ts'
import type { Registers } from '#server/projections/registers.ts'
import type { Programmes } from '#shared/programmes/schema.ts'
import type { FederationRules } from '#shared/rules/language/schema.ts'

/** What the endpoints act upon. */
export type Services = {
  readonly identity: Identity
  readonly access: Access
  readonly spaces: Spaces
  readonly setup: Setup
  readonly documents: Documents
  readonly kits: Kits
  readonly ledger: Pick<Ledger, 'rows'>
  readonly minutes: MinutesCommands
  readonly live: Pick<Live, 'act' | 'handOver'>
  readonly registers: Registers
  readonly rebuilds: Rebuilds
  readonly roles: Roles
  readonly programmes: Programmes
  /** the federation's own; `null`: it has none */
  readonly languageRules: FederationRules | null
}
