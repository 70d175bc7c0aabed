import type { PackedRows, SqlValue } from './threadProtocol.ts'

/** Lays rows out by column, and what the column `bytes` holds in one buffer. */
export function packRows(names: readonly string[], rows: readonly (readonly SqlValue[])[]): PackedRows {
  const bytesAt = names.indexOf('bytes')
  const ends = new Uint32Array(rows.length)
  let end = 0
  for (let index = 0; index < rows.length; index++) {
    end += bytesIn(rows[index], bytesAt).length
    ends[index] = end
  }
  const bytes = new Uint8Array(end)
  for (let index = 0; index < rows.length; index++) {
    bytes.set(bytesIn(rows[index], bytesAt), ends[index - 1] ?? 0)
  }
  const columns: Record<string, SqlValue[]> = {}
  for (const [at, name] of names.entries()) {
    if (at !== bytesAt) columns[name] = rows.map(row => row[at] ?? null)
  }
  return { count: rows.length, columns, ends, bytes }
}

const nothing = new Uint8Array()

function bytesIn(row: readonly SqlValue[] | undefined, at: number): Uint8Array {
  const value = row?.[at]
  return value instanceof Uint8Array ? value : nothing
}
