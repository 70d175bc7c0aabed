import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { summarize } from '#server/collab/gate/summarize.ts'
import {
  column,
  content,
  rangeFields,
  section,
  sectionCount,
  sectionField,
  structField,
  type UpdateSummary,
} from '#server/collab/gate/summary.ts'
import type { State } from '#server/journal/encodings.ts'

/** What one client wrote in all rows: its structs as they stand there. */
type Written = { readonly from: number; to: number; structs: number; readonly bytes: Uint8Array[] }

/**
 * Puts rows of the journal, in their order, together into one update that holds exactly their structs and deletions,
 * and says how far it reaches. No struct is made: within a section structs say nothing of their own place, so that
 * the bytes of one row can follow those of another (no clock stands in two rows [G8]).
 * @throws where a row is no complete update, or does not follow on the rows before
 */
export function joinRows(rows: readonly Uint8Array[]): State {
  const clients = new Map<number, Written>()
  const deletes = new Map<number, number[]>()
  for (const row of rows) {
    const summary = summarize(row)
    for (let index = 0; index < sectionCount(summary); index++) addSection(clients, row, summary, index)
    for (let at = 0; at < summary.deletes.length; at += rangeFields) {
      const client = summary.deletes[at] ?? 0
      const ranges = deletes.get(client) ?? []
      deletes.set(client, ranges)
      ranges.push(summary.deletes[at + 1] ?? 0, summary.deletes[at + 2] ?? 0)
    }
  }
  return {
    update: encoding.encode(encoder => {
      encoding.writeVarUint(encoder, clients.size)
      for (const [client, { from, structs, bytes }] of highestFirst(clients)) {
        for (const number of [structs, client, from]) encoding.writeVarUint(encoder, number)
        for (const part of bytes) encoding.writeUint8Array(encoder, part)
      }
      writeDeletes(encoder, deletes)
    }),
    extent: {
      stateVector: Y.encodeStateVector(new Map([...clients].map(([client, { to }]) => [client, to]))),
      deletions: encoding.encode(encoder => {
        encoding.writeVarUint(encoder, 0)
        writeDeletes(encoder, deletes)
      }),
    },
  }
}

function addSection(
  clients: Map<number, Written>,
  row: Uint8Array,
  summary: UpdateSummary,
  index: number,
): void {
  const client = sectionField(summary, index, section.client)
  const from = sectionField(summary, index, section.from)
  const to = sectionField(summary, index, section.to)
  const firstRow = sectionField(summary, index, section.firstRow)
  const endRow = sectionField(summary, index, section.endRow)
  for (let at = firstRow; at < endRow; at++) {
    if (structField(summary, at, column.content) === content.skip) throw new Error('A row with a gap')
  }
  const bytes = row.subarray(
    sectionField(summary, index, section.bytesFrom),
    sectionField(summary, index, section.bytesTo),
  )
  const written = clients.get(client)
  if (!written) clients.set(client, { from, to, structs: endRow - firstRow, bytes: [bytes] })
  else if (written.to !== from) throw new Error('Rows that do not follow each other')
  else {
    written.to = to
    written.structs += endRow - firstRow
    written.bytes.push(bytes)
  }
}

function writeDeletes(encoder: encoding.Encoder, deletes: ReadonlyMap<number, readonly number[]>): void {
  encoding.writeVarUint(encoder, deletes.size)
  for (const [client, ranges] of highestFirst(deletes)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length / 2)
    for (let at = 0; at < ranges.length; at += 2) {
      const from = ranges[at] ?? 0
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, (ranges[at + 1] ?? 0) - from)
    }
  }
}

/** As Yjs writes clients. */
const highestFirst = <T>(clients: ReadonlyMap<number, T>): [number, T][] =>
  [...clients].sort(([left], [right]) => right - left)
