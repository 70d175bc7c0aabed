import * as Y from 'yjs'
import type { z } from 'zod'
import { lastSeedClientId, metaName, rootName } from '#shared/document/seed.ts'
import { maxDepth } from '#shared/document/text.ts'
import type { AuthorId, PersonId } from '#shared/ids.ts'
import { Accepted, type OwnedSpot } from './accepted.ts'
import { type Batch, newBatch } from './batch.ts'
import { bury } from './bury.ts'
import { Deletions } from './deletions.ts'
import { type FreshPart, freshParts } from './freshParts.ts'
import { integrationOrder } from './integrationOrder.ts'
import { maxClaims } from './limits.ts'
import { Locator } from './locator.ts'
import { Neighbours } from './neighbours.ts'
import { OwnedSubtrees } from './ownedSubtrees.ts'
import { type OwnedNode, ownedTree } from './ownedTree.ts'
import { Owners } from './owners.ts'
import { ownerAt, type Spot } from './place.ts'
import type { RefusalReason } from './refusal.ts'
import {
  column,
  content,
  deletesRange,
  rangeFields,
  section,
  sectionCount,
  sectionField,
  structField,
  type UpdateSummary,
} from './summary.ts'

/**
 * What is taken, and told (THREATS b11, b12, b14). `swallowed`: something was written into what is deleted for good;
 * the row says that it was, not what it was (`withoutKnown`), so that a text in it is left in the arrived bytes only.
 */
export type Flag = 'unknownRoot' | 'rootOfAnotherType' | 'subdocument' | 'binary' | 'swallowed'

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

/**
 * [G6] What is judged `append` can be applied after everything accepted before it, at once and completely:
 *      no document that takes the accepted updates in order ever keeps something pending.
 * [G7] A struct that is new comes from the author who owns its client id, or whose it becomes by this update.
 * [G8] A struct that is known is taken from nobody again, whatever the update says of it (`withoutKnown`): no
 *      clock stands in two rows of the journal, so that rows can be merged in any way.
 * [G9] Nothing at or below another person's key is written or deleted (THREATS b57).
 * [G10] No container or value stands deeper than 64 levels.
 * [G11] A struct stands between two neighbours of one list, or after one neighbour at one key: replicas that take
 *       others, in different orders, would differ for ever.
 * [G12] At a key stands a single value. Yjs merges values that one client overwrote itself: a longer struct is taken
 *       if the same update deletes it as a whole. If one half of it lived on, Yjs would throw once its parent goes.
 * [G13] What stands nowhere, because its container is deleted for good, is nowhere for everybody: nobody can check
 *       it here, and a replica that still has the container would have to take it as it is.
 */
export interface Gate {
  /** Synchronous; changes nothing that another verdict depends on. */
  judge(summary: UpdateSummary, by: Sender): Verdict
  /**
   * The bytes to journal, broadcast and apply in the place of those that arrived: without the structs that were
   * accepted before [G8], and with GC structs for what stands nowhere [G13]. Called between `judge` and `accept`.
   * Usually the very same array.
   */
  withoutKnown(update: Uint8Array, summary: UpdateSummary): Uint8Array
  /**
   * The update was handed to the journal in this order: from now on its clocks, deletions and types count, and
   * ids that nobody had belong to `author`; `null` is the server. Gives these ids. Throws for an update with a gap.
   */
  accept(summary: UpdateSummary, author: AuthorId | null): readonly number[]
  /** Owners as the journal knows them. An id that was asked for and is absent from `owners` is free. */
  learn(owners: ReadonlyMap<number, AuthorId | null>, asked: readonly number[]): void
  /** The first `count` of the accepted updates, or all, are in the document now: what was remembered beside it is dropped. */
  applied(count?: number): void
  /** What was accepted and is not in the document never reached the journal: it is forgotten, its claims, too. */
  reset(): void
}

/** The gate of one open document. */
export function createGate(doc: Y.Doc, kind: { readonly draft: z.ZodObject }): Gate {
  return new DocumentGate(doc, ownedTree(kind.draft))
}

class DocumentGate implements Gate {
  readonly #accepted = new Accepted()
  readonly #owners = new Owners()
  readonly #locator: Locator
  readonly #deletions: Deletions
  readonly #tree: OwnedNode | null
  /** What `judge` found out last, for `accept`; an `accept` in between makes it stale. */
  #judged: Batch | null = null

  constructor(doc: Y.Doc, tree: OwnedNode | null) {
    this.#tree = tree
    this.#locator = new Locator(doc, this.#accepted, tree)
    this.#deletions = new Deletions(doc, this.#accepted)
  }

  judge(summary: UpdateSummary, by: Sender): Verdict {
    this.#judged = null
    const batch = this.#batchOf(summary)
    if (batch === 'gap') return { verdict: 'gap' }
    if (batch === 'cycle') return refuse('undecodable')
    if (batch.fresh.size === 0 && this.#deletions.fresh(summary).next().done) return { verdict: 'nothingNew' }

    const owners = this.#judgeOwners(batch, by.author)
    if ('verdict' in owners) return owners
    const flags = new Set<Flag>()
    const reason = this.#judgeRows(batch, by.personId, flags)
    if (reason) return refuse(reason)
    if (summary.hasSubdocument) flags.add('subdocument')
    if (summary.hasBinary) flags.add('binary')
    this.#judged = batch
    return { verdict: 'append', claims: owners.claims, flags: [...flags] }
  }

  withoutKnown(update: Uint8Array, summary: UpdateSummary): Uint8Array {
    const known = new Map<number, number>()
    let isRepeating = false
    for (let index = 0; index < sectionCount(summary); index++) {
      const client = sectionField(summary, index, section.client)
      const stand = this.#locator.known(client)
      known.set(client, stand)
      isRepeating ||= sectionField(summary, index, section.from) < stand
    }
    const news = isRepeating ? Y.diffUpdate(update, Y.encodeStateVector(known)) : update
    const batch = this.#knownBatchOf(summary)
    if (typeof batch === 'string' || !this.#buriesAny(batch)) return news
    return bury(news, (client, clock) => this.#locator.spotAt(client, clock, batch) === null)
  }

  accept(summary: UpdateSummary, author: AuthorId | null): readonly number[] {
    const batch = this.#knownBatchOf(summary)
    this.#judged = null
    if (typeof batch === 'string') throw new Error(`An update with a ${batch} was accepted`)
    const claims = this.#claimsOf(batch, author)
    this.#accepted.add(batch, this.#ownedSpots(batch))
    this.#owners.claim(claims, author)
    return claims
  }

  learn(owners: ReadonlyMap<number, AuthorId | null>, asked: readonly number[]): void {
    this.#owners.learn(owners, asked)
  }

  applied(count = this.#accepted.batches.length): void {
    this.#judged = null
    const left = this.#accepted.batches.slice(count)
    this.#owners.settle(count)
    this.#accepted.clear()
    // What stands in a type that has come into the document is found there from now on.
    for (const { summary, fresh, order } of left) {
      const batch = newBatch(summary, fresh, order)
      this.#accepted.add(batch, this.#ownedSpots(batch))
    }
  }

  reset(): void {
    this.#judged = null
    this.#owners.forgetClaims()
    this.#accepted.clear()
  }

  /** What `judge` has found out already, if this was the update that it judged last. */
  #knownBatchOf(summary: UpdateSummary): Batch | 'gap' | 'cycle' {
    return this.#judged?.summary === summary ? this.#judged : this.#batchOf(summary)
  }

  /** What is new in an update, in order [G6]. */
  #batchOf(summary: UpdateSummary): Batch | 'gap' | 'cycle' {
    const { known } = this.#locator
    const fresh = freshParts(summary, known)
    if (!fresh || !this.#holdsAllDeleted(summary, fresh)) return 'gap'
    const order = integrationOrder(summary, fresh, known)
    return typeof order === 'string' ? order : newBatch(summary, fresh, order)
  }

  #holdsAllDeleted({ deletes }: UpdateSummary, fresh: ReadonlyMap<number, FreshPart>): boolean {
    for (let at = 0; at < deletes.length; at += rangeFields) {
      const client = deletes[at] ?? -1
      const to = deletes[at + 2] ?? 0
      if (to > (fresh.get(client)?.to ?? this.#locator.known(client))) return false
    }
    return true
  }

  /** [G7] */
  #judgeOwners(batch: Batch, author: AuthorId): Verdict | { readonly claims: readonly number[] } {
    const claims: number[] = []
    const unknown: number[] = []
    for (const { client, known } of batch.fresh.values()) {
      const owner = this.#owners.of(client)
      if (owner === author) continue
      // a seed of a later schema version is written under its own number (DM23)
      if (owner !== undefined || client <= lastSeedClientId) return refuse('foreignClient')
      // An id whose clock is 0 is nowhere: the document holds all that the journal holds.
      if (known === 0 || this.#owners.isFree(client)) claims.push(client)
      else unknown.push(client)
    }
    if (unknown.length > 0) return { verdict: 'unknownOwners', clients: unknown }
    return claims.length > maxClaims ? refuse('tooManyStructs') : { claims }
  }

  /** Why the new structs and deletions cannot be taken, because of where they stand [G9, G10]. */
  #judgeRows(batch: Batch, person: PersonId, flags: Set<Flag>): RefusalReason | null {
    const subtrees = this.#tree && new OwnedSubtrees(this.#locator, this.#accepted, person)
    const neighbours = new Neighbours(this.#locator, this.#accepted, batch)
    for (const row of batch.order) {
      const spot = this.#spotOf(batch, row)
      if (!neighbours.areSound(row, spot)) return 'misplaced'
      if (!spot) {
        if (isContent(batch, row)) flags.add('swallowed')
        continue
      }
      if (spot.key !== null && !this.#isOneAtKey(batch, row)) return 'misplaced'
      const depth = structField(batch.summary, row, column.depth)
      if (spot.place.depth + depth > maxDepth) return 'tooDeep'
      if (subtrees?.forbids(spot)) return 'ownedByAnother'
      if (spot.place.root !== null) flagRoot(spot.place.root, spot.key, flags)
    }
    return subtrees && this.#deletesAnothers(batch.summary, subtrees) ? 'ownedByAnother' : null
  }

  #deletesAnothers(summary: UpdateSummary, subtrees: OwnedSubtrees): boolean {
    for (const { client, clock } of this.#deletions.fresh(summary)) {
      const spot = this.#locator.spotAt(client, clock, null)
      if (spot && subtrees.forbids(spot)) return true
    }
    return false
  }

  #spotOf(batch: Batch, row: number): Spot | null {
    return this.#locator.spotOfRow(batch, row)
  }

  /** [G13] */
  #buriesAny(batch: Batch): boolean {
    return batch.order.some(
      row =>
        structField(batch.summary, row, column.content) !== content.gc && this.#spotOf(batch, row) === null,
    )
  }

  /** [G12] */
  #isOneAtKey({ summary, fresh }: Batch, row: number): boolean {
    const client = structField(summary, row, column.client)
    const clock = structField(summary, row, column.clock)
    const from = Math.max(clock, fresh.get(client)?.known ?? 0)
    const to = clock + structField(summary, row, column.length)
    if (to - from === 1 || structField(summary, row, column.content) === content.deleted) return true
    return deletesRange(summary, client, from, to)
  }

  #ownedSpots(batch: Batch): OwnedSpot[] {
    const spots: OwnedSpot[] = []
    if (!this.#tree) return spots
    for (const row of batch.order) {
      const spot = this.#spotOf(batch, row)
      const owner = spot && ownerAt(spot)
      if (spot && owner !== null) spots.push({ spot, owner })
    }
    return spots
  }

  /** The ids that become the author's by this update; the server's own may be in the document already. */
  #claimsOf({ summary, fresh }: Batch, author: AuthorId | null): number[] {
    const claims: number[] = []
    for (let index = 0; index < sectionCount(summary); index++) {
      const client = sectionField(summary, index, section.client)
      if (this.#owners.of(client) !== undefined) continue
      const part = fresh.get(client)
      const isFirst = part
        ? part.known === 0 || this.#owners.isFree(client)
        : author === null && sectionField(summary, index, section.from) === 0
      if (isFirst) claims.push(client)
    }
    return claims
  }
}

/** Whether a struct shows something, or did. */
function isContent({ summary }: Batch, row: number): boolean {
  const kind = structField(summary, row, column.content)
  return kind !== content.gc && kind !== content.deleted && kind !== content.format
}

function flagRoot(root: string, key: string | null, flags: Set<Flag>): void {
  if (root !== rootName && root !== metaName) flags.add('unknownRoot')
  else if (key === null) flags.add('rootOfAnotherType')
}

function refuse(reason: RefusalReason): { readonly verdict: 'refuse'; readonly reason: RefusalReason } {
  return { verdict: 'refuse', reason }
}
