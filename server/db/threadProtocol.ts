/** Messages between the process and its database thread; both sides are ours, so they are not validated. */
export type SqlValue = null | number | bigint | string | Uint8Array

export type ThreadRequest =
  | { id: number; type: 'query'; sql: string; parameters: SqlValue[] }
  /** Ends an open transaction; nothing happens where a failed commit has ended it already. */
  | { id: number; type: 'rollback' }
  | { id: number; type: 'close' }

/** `written` is absent where the statement answers with rows. */
export type QueryAnswer = {
  rows: Record<string, SqlValue>[]
  written?: { changes: bigint; lastInsertRowid: bigint }
}
export type ThreadAnswer =
  | { id: number; ok: true; answer: QueryAnswer }
  | { id: number; ok: false; error: { message: string; code: string; resultCode: number } }

export type ThreadOptions = { file: string; synchronous: 'FULL' | 'NORMAL' }
