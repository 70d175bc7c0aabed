import type { PackedRows, SqlRow, SqlValue } from './threadProtocol.ts'

/** Lays rows of the same form out by column, and their `bytes` in one buffer. */
export function packRows(rows: readonly SqlRow[]): PackedRows {
  const names = Object.keys(rows[0] ?? {}).filter(name => name !== 'bytes')
  const columns: Record<string, SqlValue[]> = {}
  for (const name of names) columns[name] = rows.map(row => row[name] ?? null)
  const ends = new Uint32Array(rows.length)
  let end = 0
  for (const [index, { bytes }] of rows.entries()) {
    if (bytes instanceof Uint8Array) end += bytes.length
    ends[index] = end
  }
  const all = new Uint8Array(end)
  let start = 0
  for (const { bytes } of rows) {
    if (!(bytes instanceof Uint8Array)) continue
    all.set(bytes, start)
    start += bytes.length
  }
  return { count: rows.length, columns, ends, bytes: all }
}
