import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type ClientRange, disjoint } from './deleteRanges.ts'
import {
  column,
  content,
  rangeFields,
  section,
  sectionCount,
  sectionField,
  structField,
  type UpdateSummary,
} from './summary.ts'

/** An accepted update; `summary` is `null` where its bytes are not those that were summarised. */
export type Joinable = { readonly bytes: Uint8Array; readonly summary: UpdateSummary | null }

/** One client's structs of all updates. */
type Run = { readonly from: number; to: number; count: number; readonly parts: Uint8Array[] }

/** One update that holds what all hold, in the order in which they were accepted; undecoded where that is possible. */
export function joinUpdates(updates: readonly Joinable[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first.bytes
  return joined(updates)?.update ?? Y.mergeUpdates(updates.map(({ bytes }) => bytes))
}

/**
 * Accepted updates, in their order, as one: no struct stands in two of them [G8], those of one client follow each
 * other [G6], and within a section structs say nothing of their own place. So their bytes are put side by side.
 * `null` where they are not like that.
 */
export function joined(updates: readonly Joinable[]): JoinedUpdate | null {
  const runs = new Map<number, Run>()
  const ranges: ClientRange[] = []
  for (const { bytes, summary } of updates) {
    if (!summary || !addSections(runs, bytes, summary)) return null
    addDeletes(ranges, summary)
  }
  return new JoinedUpdate(highestFirst(runs), disjoint(ranges))
}

/** What updates hold together. */
export class JoinedUpdate {
  readonly #runs: readonly (readonly [client: number, Run])[]
  readonly #ranges: readonly ClientRange[]

  constructor(runs: readonly (readonly [client: number, Run])[], ranges: readonly ClientRange[]) {
    this.#runs = runs
    this.#ranges = ranges
  }

  get update(): Uint8Array {
    return encoding.encode(encoder => {
      encoding.writeVarUint(encoder, this.#runs.length)
      for (const [client, { from, count, parts }] of this.#runs) {
        for (const number of [count, client, from]) encoding.writeVarUint(encoder, number)
        for (const part of parts) encoding.writeUint8Array(encoder, part)
      }
      writeRanges(encoder, this.#ranges)
    })
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(new Map(this.#runs.map(([client, { to }]) => [client, to])))
  }

  /** Whether it begins, for each client, where `clocks` ends. */
  follows(clocks: ReadonlyMap<number, number>): boolean {
    return this.#runs.every(([client, { from }]) => from === (clocks.get(client) ?? 0))
  }

  /** An update with the deletions alone. */
  get deletions(): Uint8Array {
    return encoding.encode(encoder => {
      encoding.writeVarUint(encoder, 0)
      writeRanges(encoder, this.#ranges)
    })
  }
}

/** Answers whether each section is whole, and follows what its client has already. */
function addSections(runs: Map<number, Run>, bytes: Uint8Array, summary: UpdateSummary): boolean {
  for (let index = 0; index < sectionCount(summary); index++) {
    const firstRow = sectionField(summary, index, section.firstRow)
    const endRow = sectionField(summary, index, section.endRow)
    for (let row = firstRow; row < endRow; row++) {
      if (structField(summary, row, column.content) === content.skip) return false
    }
    const client = sectionField(summary, index, section.client)
    const from = sectionField(summary, index, section.from)
    const to = sectionField(summary, index, section.to)
    const part = bytes.subarray(
      sectionField(summary, index, section.begin),
      sectionField(summary, index, section.end),
    )
    const run = runs.get(client)
    if (!run) runs.set(client, { from, to, count: endRow - firstRow, parts: [part] })
    else {
      if (run.to !== from) return false
      run.to = to
      run.count += endRow - firstRow
      run.parts.push(part)
    }
  }
  return true
}

function addDeletes(ranges: ClientRange[], { deletes }: UpdateSummary): void {
  for (let at = 0; at < deletes.length; at += rangeFields) {
    ranges.push({ client: deletes[at] ?? 0, from: deletes[at + 1] ?? 0, to: deletes[at + 2] ?? 0 })
  }
}

/** As Yjs writes clients. */
const highestFirst = (runs: ReadonlyMap<number, Run>): [client: number, Run][] =>
  [...runs].sort(([left], [right]) => right - left)

function writeRanges(encoder: encoding.Encoder, ranges: readonly ClientRange[]): void {
  // the highest client first, as Yjs writes them
  const byClient = [...Map.groupBy(ranges, ({ client }) => client)].reverse()
  encoding.writeVarUint(encoder, byClient.length)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own.length)
    for (const { from, to } of own) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, to - from)
    }
  }
}
