import * as Y from 'yjs'
import type { Journal } from '#server/journal/journal.ts'
import type { Log } from '#server/log.ts'
import type { Room } from '#shared/wire/room.ts'
import { type AppliedRows, createAppliedRows } from './appliedRows.ts'

type Live = { room: Room; rows: AppliedRows; snapshotSeq: number; writing: boolean }

// So many rows are read again at most when a document is opened after a crash.
const rowsPerSnapshot = 500

/** Marks our own writes to Hocuspocus: they are in the journal already, nothing is to be stored. */
const origin = { source: 'local', skipStoreHooks: true } as const

/**
 * Documents in memory and their relation to the journal.
 *
 * - [L1] A document in memory holds only what the journal holds: bytes are committed, then applied.
 * - [L2] A snapshot's sequence is exactly what its state contains: it is taken in one turn of the event
 *   loop, and only while no earlier row is missing.
 */
export function createLiveDocuments({ journal, log }: { journal: Journal; log: Log }) {
  const live = new WeakMap<Y.Doc, Live>()
  const writes = new Set<Promise<void>>()

  function of(document: Y.Doc): Live {
    const found = live.get(document)
    if (!found) throw new Error('A document is open that was not loaded from the journal')
    return found
  }

  function takeSnapshot(document: Y.Doc, entry: Live): void {
    const seq = entry.rows.through
    if (entry.writing || entry.rows.hasGap || seq <= entry.snapshotSeq) return
    entry.writing = true
    const { documentId, generation } = entry.room
    const write = journal
      .writeSnapshot(documentId, generation, seq, Y.encodeStateAsUpdate(document))
      .then(() => {
        entry.snapshotSeq = seq
      })
      // Nothing is lost without it: the rows are there, the next snapshot comes 500 rows later.
      .catch((error: unknown) => log.error({ err: error, document: documentId }, 'snapshot not written'))
      .finally(() => {
        entry.writing = false
        writes.delete(write)
      })
    writes.add(write)
  }

  return {
    /** Fills an empty document from the journal. An empty journal begins with the kind's seed as row 1. */
    async load(document: Y.Doc, room: Room, seed: () => Promise<Uint8Array>): Promise<void> {
      const { documentId, generation } = room
      const stored = await journal.load(documentId, generation)
      let through = stored.seq
      const states = stored.updates
      if (through === 0) {
        const bytes = await seed()
        const { seq } = await journal.append({ documentId, generation, author: null, bytes })
        states.push(bytes)
        through = seq
      }
      Y.transact(
        document,
        () => {
          if (stored.snapshot) Y.applyUpdateV2(document, stored.snapshot, origin)
          for (const state of states) Y.applyUpdate(document, state, origin)
        },
        origin,
      )
      const rows = createAppliedRows(through)
      live.set(document, { room, rows, snapshotSeq: stored.snapshotSeq, writing: false })
    },

    /** Applies a committed row; Hocuspocus broadcasts it. */
    apply(document: Y.Doc, seq: number, bytes: Uint8Array): void {
      const entry = of(document)
      Y.applyUpdate(document, bytes, origin)
      entry.rows.add(seq)
      if (entry.rows.through - entry.snapshotSeq >= rowsPerSnapshot) takeSnapshot(document, entry)
    },

    /** The sequence up to which this document's journal is certainly on disk. */
    durableSeq: (document: Y.Doc): number => of(document).rows.through,

    /** Called before a document leaves memory. */
    unload(document: Y.Doc): void {
      const entry = live.get(document)
      if (entry) takeSnapshot(document, entry)
    },

    /** Resolves when no snapshot is being written any more. */
    async settled(): Promise<void> {
      while (writes.size > 0) await Promise.all(writes)
    },
  }
}
export type LiveDocuments = ReturnType<typeof createLiveDocuments>
