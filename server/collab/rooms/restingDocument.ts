import * as Y from 'yjs'
import { RangeSet } from '#server/collab/gate/rangeSet.ts'
import type { UpdateSummary } from '#server/collab/gate/summarize.ts'
import { rangeFields, section, sectionCount, sectionField } from '#server/collab/gate/summary.ts'
import type { State } from '#server/journal/encodings.ts'

/** Marks what is in the journal already: Hocuspocus has nothing to store. */
export const fromJournal = { source: 'local', skipStoreHooks: true } as const

// The number of clients with which the state vector of an empty document begins.
const nobody = 0
// Cutting a part out of the bytes costs a fourth of waking: who asks after so many is answered by the document.
const partsWhileResting = 3

/**
 * The document of a room. Until somebody brings something new, it rests as the bytes of its snapshot: most who open
 * a document have all of it or nothing, and both are answered from the bytes.
 *
 * - [RD1] What is said of a resting document is what the document itself would say.
 * - [RD2] Whoever asks for the document gets one that holds everything.
 */
export class RestingDocument {
  readonly #doc: Y.Doc
  #rest: Rest | null

  /** `doc` holds everything already, or nothing, and then `state` is everything. */
  constructor(doc: Y.Doc, state: State | null) {
    this.#doc = doc
    this.#rest = state && new Rest(state)
  }

  /** The document itself: it rests no longer. */
  get awake(): Y.Doc {
    const rest = this.#rest
    if (rest) {
      Y.applyUpdate(this.#doc, rest.update, fromJournal)
      this.#rest = null
    }
    return this.#doc
  }

  /** What whoever has `stateVector` lacks. */
  lackedBy(stateVector: Uint8Array): Uint8Array {
    return this.#rest?.lackedBy(stateVector) ?? Y.encodeStateAsUpdate(this.awake, stateVector)
  }

  get stateVector(): Uint8Array {
    return this.#rest?.stateVector ?? Y.encodeStateVector(this.#doc)
  }

  /** Whether it rests and has all of an update. If not, only the gate can say. */
  restsWith(summary: UpdateSummary): boolean {
    return this.#rest?.holds(summary) ?? false
  }
}

/** What can be said of a state without reading its structs. */
class Rest {
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
  readonly #deletions: Uint8Array
  #clocks: Map<number, number> | null = null
  #deleted: RangeSet | null = null
  #parts = 0

  constructor({ update, extent }: State) {
    this.update = update
    this.stateVector = extent.stateVector
    this.#deletions = extent.deletions
  }

  /** `null`: waking costs less than to find out. */
  lackedBy(stateVector: Uint8Array): Uint8Array | null {
    if (stateVector.length === 1 && stateVector[0] === nobody) return this.update
    const known = Y.decodeStateVector(stateVector)
    const hasAll = [...this.#theClocks()].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
    if (hasAll) return this.#deletions
    return this.#parts++ < partsWhileResting ? Y.diffUpdate(this.update, stateVector) : null
  }

  holds(summary: UpdateSummary): boolean {
    const clocks = this.#theClocks()
    for (let index = 0; index < sectionCount(summary); index++) {
      const clock = clocks.get(sectionField(summary, index, section.client)) ?? 0
      if (sectionField(summary, index, section.to) > clock) return false
    }
    const { deletes } = summary
    for (let at = 0; at < deletes.length; at += rangeFields) {
      const [client = -1, from = 0, to = 0] = deletes.slice(at, at + rangeFields)
      if (this.#theDeleted().missing(client, from, to).length > 0) return false
    }
    return true
  }

  #theClocks(): Map<number, number> {
    this.#clocks ??= Y.decodeStateVector(this.stateVector)
    return this.#clocks
  }

  #theDeleted(): RangeSet {
    if (this.#deleted) return this.#deleted
    const deleted = new RangeSet()
    for (const [client, ranges] of Y.decodeUpdate(this.#deletions).ds.clients) {
      deleted.add(
        client,
        ranges.map(({ clock, len }) => ({ from: clock, to: clock + len })),
      )
    }
    this.#deleted = deleted
    return deleted
  }
}
