import * as Y from 'yjs'
import type { z } from 'zod'
import { createGate, type Flag, type Gate, type Sender } from '#server/collab/gate/gate.ts'
import {
  type RefusalReason,
  RefusedUpdate,
  summarize,
  type UpdateSummary,
} from '#server/collab/gate/summarize.ts'
import type { AuthorId } from '#shared/ids.ts'

export type Outcome =
  | { verdict: 'append'; flags: readonly Flag[] }
  | { verdict: 'nothingNew' | 'gap' }
  | { verdict: 'refuse'; reason: RefusalReason }

/** A gate with a journal in memory: rows are accepted at once, and come into the document when `apply` is called. */
export class GatedJournal {
  readonly doc = new Y.Doc()
  readonly rows: Uint8Array[] = []
  readonly gate: Gate
  readonly #owners = new Map<number, AuthorId | null>()
  #appliedRows = 0

  constructor(kind: { readonly draft: z.ZodObject; readonly seed: Uint8Array }) {
    this.gate = createGate(this.doc, kind)
    this.write(kind.seed)
  }

  /** What the server writes itself. */
  write(update: Uint8Array): void {
    this.#append(update, summarize(update), null)
  }

  /** What a client sends, as a room handles it. */
  receive(update: Uint8Array, by: Sender): Outcome {
    let summary: UpdateSummary
    try {
      summary = summarize(update)
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) throw error
      return { verdict: 'refuse', reason: error.reason }
    }
    let verdict = this.gate.judge(summary, by)
    if (verdict.verdict === 'unknownOwners') {
      this.gate.learn(this.ownersOf(verdict.clients), verdict.clients)
      verdict = this.gate.judge(summary, by)
    }
    if (verdict.verdict === 'unknownOwners') throw new Error('The gate asked twice')
    if (verdict.verdict === 'append') this.#append(update, summary, by.author)
    return verdict
  }

  ownersOf(clients: readonly number[]): Map<number, AuthorId | null> {
    return new Map([...this.#owners].filter(([client]) => clients.includes(client)))
  }

  /** Brings the next rows into the document, all of them by default. */
  apply(count = this.rows.length - this.#appliedRows): void {
    const rows = this.rows.slice(this.#appliedRows, this.#appliedRows + count)
    this.doc.transact(() => {
      for (const row of rows) Y.applyUpdate(this.doc, row)
    })
    this.#appliedRows += rows.length
    this.gate.applied(rows.length)
  }

  #append(update: Uint8Array, summary: UpdateSummary, author: AuthorId | null): void {
    const row = this.gate.withoutKnown(update, summary)
    for (const client of this.gate.accept(summary, author)) this.#owners.set(client, author)
    this.rows.push(row)
  }
}
