/** Messages between the process and its database thread; both sides are ours, so they are not validated. */
export type SqlValue = null | number | bigint | string | Uint8Array
export type SqlRow = Record<string, SqlValue>

/** One statement, run once for each list of parameters. */
export type Runs = { sql: string; runs: SqlValue[][] }
export type Query = { sql: string; parameters: SqlValue[] }

export type ThreadRequest =
  | { id: number; type: 'query'; sql: string; parameters: SqlValue[] }
  /** All statements in one transaction of their own that writes. */
  | { id: number; type: 'batch'; statements: Runs[] }
  /** All queries in one transaction of their own that only reads; the rows come packed. */
  | { id: number; type: 'read'; queries: Query[] }
  /** Ends an open transaction; nothing happens where a failed commit has ended it already. */
  | { id: number; type: 'rollback' }
  | { id: number; type: 'close' }

/** `written` is absent where the statement answers with rows. */
export type QueryAnswer = {
  rows: SqlRow[]
  written?: { changes: bigint; lastInsertRowid: bigint }
}
/** Per statement and run the first row that it answered. */
export type BatchAnswer = (SqlRow | null)[][]
/**
 * Rows by column: ten thousand of them are a handful of values to hand over. What the column `bytes` holds
 * lies in one buffer, that of row i up to `ends[i]`.
 */
export type PackedRows = {
  count: number
  columns: Record<string, SqlValue[]>
  ends: Uint32Array
  bytes: Uint8Array<ArrayBuffer>
}

/** What each request is answered with. */
export type Answers = {
  query: QueryAnswer
  batch: BatchAnswer
  read: PackedRows[]
  rollback: null
  close: null
}
export type ThreadAnswer =
  | { id: number; ok: true; answer: Answers[keyof Answers] }
  | { id: number; ok: false; error: { message: string; code: string; resultCode: number } }

export type ThreadOptions = { file: string } & (
  | { access: 'write'; synchronous: 'FULL' | 'NORMAL' }
  /** beside a process that writes; the tables are taken as they are */
  | { access: 'read' }
)
