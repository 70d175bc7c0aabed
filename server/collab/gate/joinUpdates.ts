import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { rangeFields, section, sectionCount, sectionField, type UpdateSummary } from './summary.ts'

/** An accepted update; `summary` is `null` where its bytes are not those that were summarised. */
export type Joinable = { readonly bytes: Uint8Array; readonly summary: UpdateSummary | null }

/** One client's structs of all updates. */
type Run = {
  readonly client: number
  readonly from: number
  to: number
  count: number
  readonly parts: Uint8Array[]
}
type Range = { readonly client: number; readonly from: number; to: number }

/**
 * One update that holds what all hold, in the order in which they were accepted: no struct stands in two of them
 * [G8], and those of one client follow each other [G6]. So their bytes are put side by side, undecoded.
 */
export function joinUpdates(updates: readonly Joinable[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first.bytes
  const runs = new Map<number, Run>()
  const ranges: Range[] = []
  for (const { bytes, summary } of updates) {
    if (!summary || !addSections(runs, bytes, summary)) return Y.mergeUpdates(updates.map(each => each.bytes))
    addDeletes(ranges, summary)
  }
  const encoder = encoding.createEncoder()
  writeRuns(encoder, [...runs.values()])
  writeRanges(encoder, ranges)
  return encoding.toUint8Array(encoder)
}

/** Answers whether each section follows what its client has already. */
function addSections(runs: Map<number, Run>, bytes: Uint8Array, summary: UpdateSummary): boolean {
  for (let index = 0; index < sectionCount(summary); index++) {
    const client = sectionField(summary, index, section.client)
    const from = sectionField(summary, index, section.from)
    const to = sectionField(summary, index, section.to)
    const count =
      sectionField(summary, index, section.endRow) - sectionField(summary, index, section.firstRow)
    const part = bytes.subarray(
      sectionField(summary, index, section.begin),
      sectionField(summary, index, section.end),
    )
    const run = runs.get(client)
    if (!run) runs.set(client, { client, from, to, count, parts: [part] })
    else {
      if (run.to !== from) return false
      run.to = to
      run.count += count
      run.parts.push(part)
    }
  }
  return true
}

function addDeletes(ranges: Range[], { deletes }: UpdateSummary): void {
  for (let at = 0; at < deletes.length; at += rangeFields) {
    ranges.push({ client: deletes[at] ?? 0, from: deletes[at + 1] ?? 0, to: deletes[at + 2] ?? 0 })
  }
}

function writeRuns(encoder: encoding.Encoder, runs: Run[]): void {
  runs.sort((left, right) => right.client - left.client)
  encoding.writeVarUint(encoder, runs.length)
  for (const { client, from, count, parts } of runs) {
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, from)
    for (const part of parts) encoding.writeUint8Array(encoder, part)
  }
}

function writeRanges(encoder: encoding.Encoder, ranges: Range[]): void {
  const byClient = Map.groupBy(sorted(ranges), ({ client }) => client)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own.length)
    for (const { from, to } of own) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, to - from)
    }
  }
}

/** The highest client first; what touches is one. */
function sorted(ranges: Range[]): Range[] {
  ranges.sort((left, right) => right.client - left.client || left.from - right.from)
  const result: Range[] = []
  for (const range of ranges) {
    const last = result.at(-1)
    if (last && last.client === range.client && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push(range)
  }
  return result
}
