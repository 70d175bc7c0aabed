import type { ByteReader } from './byteReader.ts'
import { maxClientId, maxClock, maxDeleteRanges } from './limits.ts'
import { RefusedUpdate } from './refusal.ts'
import { type Numbers, packed } from './summary.ts'

/** Clocks of one client, `to` excluded. */
export type ClientRange = { readonly client: number; readonly from: number; to: number }

/**
 * The deletions of an update as client, from, to (excluded), sorted and disjoint: a hostile update that names the
 * same long range a thousand times makes work once.
 */
export function readDeletes(reader: ByteReader): Numbers {
  const ranges: ClientRange[] = []
  let clients = reader.uint()
  if (clients > maxDeleteRanges) throw new RefusedUpdate('tooManyStructs')
  for (; clients > 0; clients--) {
    const client = reader.uint()
    if (client > maxClientId) throw new RefusedUpdate('undecodable')
    const count = reader.uint()
    if (ranges.length + count > maxDeleteRanges) throw new RefusedUpdate('tooManyStructs')
    for (let left = count; left > 0; left--) ranges.push(readRange(reader, client))
  }
  return flat(disjoint(ranges))
}

function readRange(reader: ByteReader, client: number): ClientRange {
  const from = reader.uint()
  const length = reader.uint()
  if (length === 0) throw new RefusedUpdate('emptyStruct')
  if (from + length > maxClock) throw new RefusedUpdate('structTooLong')
  return { client, from, to: from + length }
}

/** Sorted by client, the lowest first; what touches is one. */
export function disjoint(ranges: ClientRange[]): ClientRange[] {
  if (ranges.length < 2) return ranges
  ranges.sort((left, right) => left.client - right.client || left.from - right.from)
  const result: ClientRange[] = []
  for (const range of ranges) {
    const last = result.at(-1)
    if (last && last.client === range.client && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push(range)
  }
  return result
}

function flat(ranges: readonly ClientRange[]): Numbers {
  const numbers: number[] = []
  for (const { client, from, to } of ranges) numbers.push(client, from, to)
  return packed(numbers)
}
