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
}

export interface SnapshotTable {
  document_id: string
  generation: number
  /** the state holds exactly the journal up to here */
  seq: number
  encoding: string
  bytes: Uint8Array
  at: number
}

export interface Tables {
  document: DocumentTable
  journal: JournalTable
  snapshot: SnapshotTable
}
