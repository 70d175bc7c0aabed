import { crc32 } from 'node:zlib'
import type { PackedRows } from '#server/db/threadProtocol.ts'
import { decodes } from './encodings.ts'

export type CheckedRows = {
  /** in order */
  whole: Uint8Array[]
  /** Rows whose checksum fails or that are no complete update. */
  damaged: { seq: number; bytes: Uint8Array }[]
  /** Rows that should be there and are not. */
  missing: number[]
}

// So many missing rows are named at most: a sequence that was overwritten may claim any number.
const maxMissing = 1_000

/** Whether a row is checked to be what was written, or to be a complete update, too. */
export type Check = 'checksum' | 'decoding'

/** Checks the rows that follow on row `after`. */
export function checkRows(
  { count, columns, ends, bytes }: PackedRows,
  after: number,
  check: Check = 'decoding',
): CheckedRows {
  const checked: CheckedRows = { whole: [], damaged: [], missing: [] }
  let expected = after + 1
  for (let index = 0; index < count; index++) {
    const seq = Number(columns.seq?.[index])
    for (; expected < seq && checked.missing.length < maxMissing; expected++) checked.missing.push(expected)
    expected = seq + 1
    const row = bytes.subarray(ends[index - 1] ?? 0, ends[index])
    if (crc32(row) === columns.crc?.[index] && (check === 'checksum' || decodes(row))) checked.whole.push(row)
    else checked.damaged.push({ seq, bytes: row })
  }
  return checked
}
