import * as Y from 'yjs'
import { RangeSet } from '#server/collab/gate/rangeSet.ts'
import type { UpdateSummary } from '#server/collab/gate/summarize.ts'
import { rangeFields, section, sectionCount, sectionField } from '#server/collab/gate/summary.ts'
import type { State } from '#server/journal/encodings.ts'
import { applyRows } from './applyRows.ts'
import { SharedParts } from './sharedParts.ts'

// The number of clients with which the state vector of an empty document begins.
const nobody = 0
// Cutting a part out of the bytes costs a fourth of waking: who asks after so many is answered by the document.
const cutsWhileResting = 3

/**
 * The document of a room. Until somebody brings something new, it rests as the bytes that the journal holds: most
 * who open a document have all of it or nothing, and both are answered from the bytes.
 *
 * - [RD1] What is said of a resting document is what the document itself would say.
 * - [RD2] Whoever asks for the document gets one that holds everything.
 */
export class RestingDocument {
  readonly #doc: Y.Doc
  #parts: SharedParts | null = null
  #rest: Rest | null

  /** `doc` holds everything already (null), or nothing, and then the parts, in their order, are everything. */
  constructor(doc: Y.Doc, parts: readonly State[] | null) {
    this.#doc = doc
    this.#rest = parts && new Rest(parts)
  }

  /** The document itself: it rests no longer. */
  get awake(): Y.Doc {
    const rest = this.#rest
    if (rest) {
      applyRows(
        this.#doc,
        rest.parts.map(({ update }) => update),
      )
      this.#rest = null
    }
    return this.#doc
  }

  /** What whoever has `stateVector` lacks: at least one update, to be taken in order. */
  lackedBy(stateVector: Uint8Array): readonly Uint8Array[] {
    const answer = this.#rest?.lackedBy(stateVector)
    if (answer) return answer
    this.#parts ??= new SharedParts(this.awake)
    return [this.#parts.lackedBy(stateVector)]
  }

  /** Lets go of what was kept for the next who ask. */
  forgetParts(): void {
    this.#parts?.forget()
  }

  get stateVector(): Uint8Array {
    return this.#rest ? Y.encodeStateVector(this.#rest.clocks) : Y.encodeStateVector(this.#doc)
  }

  /** Whether it rests and has all of an update. If not, only the gate can say. */
  restsWith(summary: UpdateSummary): boolean {
    return this.#rest?.holds(summary) ?? false
  }
}

/** What can be said of a state without reading its structs. */
class Rest {
  readonly parts: readonly State[]
  readonly clocks = new Map<number, number>()
  #deleted: RangeSet | null = null
  #cuts = 0

  constructor(parts: readonly State[]) {
    this.parts = parts
    for (const { extent } of parts) {
      for (const [client, clock] of Y.decodeStateVector(extent.stateVector)) {
        this.clocks.set(client, Math.max(clock, this.clocks.get(client) ?? 0))
      }
    }
  }

  /** `null`: waking costs less than to find out. */
  lackedBy(stateVector: Uint8Array): readonly Uint8Array[] | null {
    if (stateVector.length === 1 && stateVector[0] === nobody) return this.parts.map(({ update }) => update)
    const known = Y.decodeStateVector(stateVector)
    const hasAll = [...this.clocks].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
    if (hasAll) return this.parts.map(({ extent }) => extent.deletions)
    if (this.#cuts++ >= cutsWhileResting) return null
    return this.parts.map(({ update }) => Y.diffUpdate(update, stateVector))
  }

  holds(summary: UpdateSummary): boolean {
    for (let index = 0; index < sectionCount(summary); index++) {
      const clock = this.clocks.get(sectionField(summary, index, section.client)) ?? 0
      if (sectionField(summary, index, section.to) > clock) return false
    }
    const { deletes } = summary
    for (let at = 0; at < deletes.length; at += rangeFields) {
      const missing = this.#allDeleted().missing(deletes[at] ?? 0, deletes[at + 1] ?? 0, deletes[at + 2] ?? 0)
      if (missing.length > 0) return false
    }
    return true
  }

  #allDeleted(): RangeSet {
    if (this.#deleted) return this.#deleted
    const deleted = new RangeSet()
    for (const { extent } of this.parts) {
      for (const [client, ranges] of Y.decodeUpdate(extent.deletions).ds.clients) {
        deleted.add(
          client,
          ranges.map(({ clock, len }) => ({ from: clock, to: clock + len })),
        )
      }
    }
    this.#deleted = deleted
    return deleted
  }
}
