import * as Y from 'yjs'
import type { Accepted } from './accepted.ts'
import { rowAt } from './freshParts.ts'
import { column, content, rangeFields, structField, type UpdateSummary } from './summary.ts'

/** A client's struct that an update deletes and nobody deleted before. */
export type Deleted = { readonly client: number; readonly clock: number }

/** Finds what the deletions of an update delete that is known and not deleted yet. */
export class Deletions {
  readonly #doc: Y.Doc
  readonly #accepted: Accepted

  constructor(doc: Y.Doc, accepted: Accepted) {
    this.#doc = doc
    this.#accepted = accepted
  }

  /** One step per struct in the ranges, however often these are named. */
  *fresh(summary: UpdateSummary): Generator<Deleted> {
    const { deletes } = summary
    for (let at = 0; at < deletes.length; at += rangeFields) {
      const client = deletes[at] ?? -1
      const parts = this.#accepted.deletes.missing(client, deletes[at + 1] ?? 0, deletes[at + 2] ?? 0)
      for (const { from, to } of parts) {
        yield* this.#inDocument(client, from, to)
        yield* this.#inAccepted(client, from, to)
      }
    }
  }

  *#inDocument(client: number, from: number, to: number): Generator<Deleted> {
    const structs = this.#doc.store.clients.get(client)
    if (!structs || from >= Y.getState(this.#doc.store, client)) return
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index]
      if (!struct || struct.id.clock >= to) return
      if (!struct.deleted) yield { client, clock: Math.max(struct.id.clock, from) }
    }
  }

  *#inAccepted(client: number, from: number, to: number): Generator<Deleted> {
    let clock = Math.max(from, Y.getState(this.#doc.store, client))
    while (clock < to) {
      const segment = this.#accepted.segmentAt(client, clock)
      if (!segment) return
      const { part, batch } = segment
      const first = rowAt(batch.summary, part.firstRow, part.endRow, clock)
      for (let row = first; row < part.endRow && clock < to; row++) {
        const kind = structField(batch.summary, row, column.content)
        if (kind !== content.gc && kind !== content.deleted) yield { client, clock }
        clock = structField(batch.summary, row, column.clock) + structField(batch.summary, row, column.length)
      }
    }
  }
}
