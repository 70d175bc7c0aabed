import type { Generated } from 'kysely'

/** Rows as they lie in the database: times in milliseconds since 1970, booleans as 0 and 1. */
export interface DocumentTable {
  id: string
  kind: string
  space_id: string
  generation: number
  schema_version: number
  created_at: number
  /** author id of that space, not a person id */
  created_by: string
  /** ms since 1970; from then on it takes no more writing */
  closed_at: Generated<number | null>
}

export interface JournalTable {
  document_id: string
  generation: number
  /** 1, 2, 3 … without gaps per document and generation */
  seq: number
  author: string | null
  encoding: string
  bytes: Uint8Array
  at: number
  /** crc32 of the bytes */
  crc: number
}

export interface SnapshotTable {
  document_id: string
  generation: number
  /** the state holds exactly the journal up to here */
  seq: number
  encoding: string
  bytes: Uint8Array
  at: number
  /** crc32 of the bytes */
  crc: number
}

export interface JournalClientTable {
  document_id: string
  generation: number
  /** a Yjs client id */
  client_id: number
  /** whose row first held it; null = the server */
  author: string | null
}

export interface QuarantineTable {
  id: string
  document_id: string
  generation: number
  author: string | null
  /** the client id of the sender's handshake */
  client_id: number | null
  reason: string
  /** of the bytes, also when they are gone */
  size: number
  crc: number
  /** null: let go of to make room */
  bytes: Uint8Array | null
  at: number
}

export interface SpaceTable {
  id: string
  name: string
  level: string
  parent_id: string | null
  created_at: number
}

export interface MembershipTable {
  space_id: string
  person_id: string
  /** the random id under which the person writes in this space */
  author_id: string
  role: string
  display_name: string
  label: string
  /** 1, 2, 3 … in the order of joining; never given twice in a space */
  position: number
  created_at: number
}

export interface PersonalLinkTable {
  token_hash: string
  person_id: string
  uses: 'once' | 'untilExpiry'
  created_at: number
  expires_at: number
}

export interface SetupLinkTable {
  token_hash: string
  created_at: number
}

export interface LedgerTable {
  space_id: string
  /** 1, 2, 3 … without gaps per space */
  seq: number
  document_id: string
  /** 1, 2, 3 … without gaps per document: the feed */
  document_seq: number
  command_id: string
  /** what was decided; the name of the payload */
  kind: string
  /** the schema version of the canonical bytes */
  form: number
  at: number
  /** author id; null: the server */
  actor: string | null
  /** the journal up to here was before whoever decided */
  generation: number
  journal_seq: number
  /** SHA-256 of salt and bytes */
  content: Uint8Array
  /** SHA-256 of the digest of the row before and everything above */
  digest: Uint8Array
  /** canonical JSON of the payload; null: erased */
  bytes: Uint8Array | null
  salt: Uint8Array | null
}

/** The content that was signed, under its own hash (hex). */
export interface LedgerContentTable {
  document_id: string
  hash: string
  bytes: Uint8Array
}

export interface LedgerHeadTable {
  space_id: string
  seq: number
  digest: Uint8Array
}

export interface LedgerRegisterTable {
  space_id: string
  register: string
  document_id: string
}

export interface CardTable {
  document_id: string
  generation: number
  /** the content holds the journal up to here */
  seq: number
  /** which form `content` has; another form than the code's is rebuilt */
  form: number
  /** JSON */
  content: string
  changed_at: number
  changed_by: string | null
}

export interface RegisterSourceTable {
  document_id: string
  space_id: string
  generation: number
  /** the entries hold the journal up to here */
  seq: number
  /** and the ledger up to here */
  ledger_seq: number
  /** which form the entries have; others than the code's are made anew */
  form: number
}

export interface RegisterEntryTable {
  document_id: string
  /** in the order of the document */
  position: number
  register: string
  /** JSON */
  content: string
}

export interface RoleAssignmentTable {
  id: string
  space_id: string
  person_id: string
  role: string
  /** ISO days, the last one included; null: until further notice */
  from_day: string
  to_day: string | null
  appointed_by: string
  written_at: number
  /** author id */
  written_by: string
}

export interface ForwardingTable {
  id: string
  document_id: string
  to_whom: string
  /** ISO day */
  on_day: string
  written_at: number
  /** author id */
  written_by: string
}

/** Where a meeting stands; the row goes when it is closed. */
export interface LiveTable {
  document_id: string
  /** grows with each change of any meeting */
  counter: number
  /** JSON (`liveStateSchema`) */
  state: string
  changed_at: number
}

export interface Tables {
  document: DocumentTable
  journal: JournalTable
  journal_client: JournalClientTable
  snapshot: SnapshotTable
  quarantine: QuarantineTable
  space: SpaceTable
  membership: MembershipTable
  personal_link: PersonalLinkTable
  setup_link: SetupLinkTable
  ledger: LedgerTable
  ledger_content: LedgerContentTable
  ledger_head: LedgerHeadTable
  ledger_register: LedgerRegisterTable
  role_assignment: RoleAssignmentTable
  forwarding: ForwardingTable
  /** in derived.db */
  card: CardTable
  live: LiveTable
  register_source: RegisterSourceTable
  register_source_next: RegisterSourceTable
  register_entry: RegisterEntryTable
  register_entry_next: RegisterEntryTable
}
