import type * as Y from 'yjs'
import type { z } from 'zod'
import type { AuthorId, PersonId } from '#shared/ids.ts'
import type { RefusalReason } from './refusal.ts'
import type { UpdateSummary } from './summary.ts'

/** Oddities that are taken, and told (THREATS b11, b12, b14). */
export type Flag = 'unknownRoot' | 'rootOfAnotherType' | 'subdocument' | 'binary'

/**
 * What happens to an update before it reaches the journal.
 * - `append`: it holds something new. `claims` are client ids that nobody had before.
 * - `nothingNew`: all of it was accepted before: acknowledged without a row (THREATS b29).
 * - `gap`: it rests on something that is not here: no acknowledgement, a full sync is asked (b3, b4).
 * - `unknownOwners`: ask the journal whose these ids are, `learn` it, judge again.
 * - `refuse`: neither row nor acknowledgement.
 */
export type Verdict =
  | { readonly verdict: 'append'; readonly claims: readonly number[]; readonly flags: readonly Flag[] }
  | { readonly verdict: 'nothingNew' }
  | { readonly verdict: 'gap' }
  | { readonly verdict: 'unknownOwners'; readonly clients: readonly number[] }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason }

/** Who sends: the key of owned subtrees is the person, the journal knows the author only. */
export type Sender = { readonly author: AuthorId; readonly personId: PersonId }

export interface Gate {
  /** Synchronous; changes nothing that another verdict depends on. */
  judge(summary: UpdateSummary, by: Sender): Verdict
  /**
   * The update without the structs that were accepted before: these bytes are journaled, broadcast and applied.
   * Called between `judge` and `accept`. Usually the same array: only an update that repeats something is cut.
   */
  withoutKnown(update: Uint8Array, summary: UpdateSummary): Uint8Array
  /**
   * The update was handed to the journal in this order: from now on its clocks, deletions and types count,
   * and ids that nobody had belong to `author`; `null` is the server.
   */
  accept(summary: UpdateSummary, author: AuthorId | null): void
  /** Owners as the journal knows them. An id that was asked for and is absent from `owners` is free. */
  learn(owners: ReadonlyMap<number, AuthorId | null>, asked: readonly number[]): void
  /** The first `count` of the accepted updates, or all, are in the document now: what was remembered beside it is dropped. */
  applied(count?: number): void
  /** What was accepted and is not in the document never reached the journal: it is forgotten, its claims, too. */
  reset(): void
}

/** The gate of one open document. */
export function createGate(doc: Y.Doc, kind: { readonly draft: z.ZodObject }): Gate {
  throw new Error(`Not built: ${doc.guid} ${kind.draft.type}`)
}
