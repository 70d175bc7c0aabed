import * as Y from 'yjs'
import { extentOf, type State } from '#server/journal/encodings.ts'
import { createGroupCommit } from '#server/journal/groupCommit.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { NewQuarantined, Quarantine } from '#server/journal/quarantine.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { stillValid } from '#server/journal/stillValid.ts'
import type { NewRow } from '#server/journal/writeRows.ts'
import { keepAsWritten } from '#server/lib/keepAsWritten.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'
import { roomName } from '#shared/wire/room.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import type { VirtualTime } from './virtualTime.ts'

/** A row as it lies on the simulated disk. */
export type StoredRow = {
  readonly seq: number
  readonly author: AuthorId | null
  readonly bytes: Uint8Array
  /** its bytes on the disk are no longer what was written (THREATS a23) */
  damaged: boolean
}
type Shelf = {
  rows: StoredRow[]
  snapshot: { seq: number; state: State } | null
  /** whose the client ids are, and since which row */
  owners: Map<number, { author: AuthorId | null; seq: number }>
}

/** Where the server's process dies: before the disk has what it is just writing, or right after. */
export type CrashPoint = 'beforeCommit' | 'afterCommit'

/** What is wrong with the disk. `full`: nothing can be written; `down`: nothing can be read either. */
export type DiskState = 'fine' | 'full' | 'down'

/** What the store tells of a row at the moment in which it is on the disk. */
export type Committed = { room: string; row: StoredRow; by: NewRow }

/** What one life of the server gets of the store; after its death nothing it began has any effect or answer. */
export type StoreSession = {
  readonly journal: Journal
  readonly quarantine: Quarantine
  beginGeneration(documentId: DocumentId, from: Generation): Promise<Generation>
  die(): void
}

// A fast disk; what a slow one takes is an operation.
const longestReadMs = 3
const longestCommitMs = 5
const slowMs = 5_000

/**
 * A disk in memory on which a commit is an event of its own. It keeps the promises of journal.ts
 * ([J1]–[J8]) with the journal's own group commit, and can be slow, full, broken, set back and damaged.
 */
export class Store {
  readonly #time: VirtualTime
  readonly #random: SeededRandom
  readonly #shelves = new Map<string, Shelf>()
  readonly #generations = new Map<DocumentId, Generation>()
  #quarantined: NewQuarantined[] = []
  disk: DiskState = 'fine'
  isSlow = false
  /** where the process dies during the next commit */
  crashAt: CrashPoint | null = null
  onCommitted: (committed: Committed) => void = () => undefined
  /** A transaction begins with this row, which may still be written. */
  onTaken: (row: NewRow) => void = () => undefined
  /** Ends the server's process. */
  onCrash: () => void = () => undefined
  /** A generation has begun: whoever knows the present one must forget it. */
  onGeneration: () => void = () => undefined

  constructor(time: VirtualTime, random: SeededRandom) {
    this.#time = time
    this.#random = random
  }

  generationOf(documentId: DocumentId): Generation {
    return this.#generations.get(documentId) ?? 1
  }

  rows(room: string): readonly StoredRow[] {
    return this.#shelf(room).rows
  }

  get quarantined(): readonly NewQuarantined[] {
    return this.#quarantined
  }

  /** Puts an earlier backup in place: only the first `count` rows are left. */
  setBack(room: string, count: number): void {
    const shelf = this.#shelf(room)
    shelf.rows = shelf.rows.slice(0, count)
    if (shelf.snapshot && shelf.snapshot.seq > count) shelf.snapshot = null
    for (const [client, { seq }] of shelf.owners) if (seq > count) shelf.owners.delete(client)
  }

  setDamaged(room: string, index: number, isDamaged: boolean): void {
    const row = this.#shelf(room).rows[index]
    if (row) row.damaged = isDamaged
  }

  mendAll(): void {
    for (const shelf of this.#shelves.values()) for (const row of shelf.rows) row.damaged = false
  }

  /** Opens the store for one life of the server. */
  open(): StoreSession {
    const session = { isAlive: true }
    /** Goes on after `ms`, unless the process is dead by then: then never. */
    const wait = (ms: number) =>
      new Promise<void>(resolve => {
        this.#time.after(ms, () => {
          if (session.isAlive) resolve()
        })
      })
    const read = async <T>(look: () => T): Promise<T> => {
      await wait(this.isSlow ? slowMs : this.#random.between(0, longestReadMs))
      if (this.disk === 'down') throw new Error('simulated: the database is down')
      return look()
    }
    const write = async <T>(change: () => T): Promise<T> => {
      await wait(this.isSlow ? slowMs : this.#random.between(0, longestCommitMs))
      if (this.disk !== 'fine') throw new Error(`simulated: the disk is ${this.disk}`)
      return change()
    }

    const commits = createGroupCommit<NewRow, { seq: number } | 'stale'>({
      maxItems: 1_000,
      maxSize: 16_000_000,
      sizeOf: row => row.bytes.length,
      commit: async take => {
        await wait(this.#random.between(0, 1))
        if (this.disk === 'down') throw new Error('simulated: the database is down')
        const rows = take()
        const valid = stillValid(rows)
        for (const [index, row] of rows.entries()) if (valid[index]) this.onTaken(row)
        return write(() => this.#commit(session, rows, valid))
      },
    })

    const journal: Journal = {
      append: async row => {
        const written = await commits.add({ ...row, bytes: row.bytes.slice() })
        if (written === 'stale') throw new StaleWrite()
        return written
      },
      load: (documentId, generation) => read(() => this.#load(roomName({ documentId, generation }))),
      owners: (documentId, generation, clients) =>
        read(() => {
          const { owners } = this.#shelf(roomName({ documentId, generation }))
          const known = clients.filter(client => owners.has(client))
          return new Map(known.map(client => [client, owners.get(client)?.author ?? null]))
        }),
      durableSeq: (documentId, generation) =>
        read(() => this.rows(roomName({ documentId, generation })).length),
      compact: async (documentId, generation) => {
        await wait(this.#random.between(0, longestCommitMs))
        if (this.disk === 'fine') this.#fold(roomName({ documentId, generation }))
      },
      close: () => Promise.resolve(),
    }

    const quarantine: Quarantine = {
      add: entry => write(() => void this.#quarantined.push({ ...entry, bytes: entry.bytes.slice() })),
      isSetAside: (documentId, generation, author, client) =>
        read(() =>
          this.#quarantined.some(
            entry =>
              entry.documentId === documentId &&
              entry.generation === generation &&
              entry.author === author &&
              entry.client === client,
          ),
        ),
      list: () => Promise.resolve([]),
      expire: () => Promise.resolve(),
    }

    return {
      journal,
      quarantine,
      beginGeneration: (documentId, from) => write(() => this.#begin(documentId, from)),
      die: () => {
        session.isAlive = false
      },
    }
  }

  #commit(
    session: { isAlive: boolean },
    rows: readonly NewRow[],
    valid: readonly boolean[],
  ): ({ seq: number } | 'stale')[] {
    const point = rows.length > 0 ? this.crashAt : null
    if (point) this.crashAt = null
    if (point === 'beforeCommit') {
      this.onCrash()
      throw new Error('simulated: dead before the commit')
    }
    const results = rows.map((row, index): { seq: number } | 'stale' => {
      if (!valid[index] || row.generation !== this.generationOf(row.documentId)) return 'stale'
      const room = roomName(row)
      const shelf = this.#shelf(room)
      const stored: StoredRow = {
        seq: shelf.rows.length + 1,
        author: row.author,
        bytes: row.bytes,
        damaged: false,
      }
      shelf.rows.push(stored)
      for (const client of row.claims ?? []) {
        if (!shelf.owners.has(client)) shelf.owners.set(client, { author: row.author, seq: stored.seq })
      }
      this.onCommitted({ room, row: stored, by: row })
      return { seq: stored.seq }
    })
    if (point === 'afterCommit') this.onCrash()
    if (!session.isAlive) throw new Error('simulated: dead after the commit')
    return results
  }

  #load(room: string): Awaited<ReturnType<Journal['load']>> {
    const { rows, snapshot } = this.#shelf(room)
    const snapshotSeq = snapshot?.seq ?? 0
    const later = rows.filter(row => row.seq > snapshotSeq)
    const seqs = later.filter(row => row.damaged).map(row => row.seq)
    return {
      snapshot: snapshot?.state.update ?? null,
      extent: snapshot?.state.extent ?? null,
      updates: later.filter(row => !row.damaged).map(row => row.bytes.slice()),
      seq: rows.length,
      snapshotSeq,
      damage: seqs.length > 0 ? { seqs } : null,
    }
  }

  #fold(room: string): void {
    const shelf = this.#shelf(room)
    if (shelf.rows.length === 0 || shelf.rows.some(row => row.damaged)) return
    const doc = new Y.Doc()
    keepAsWritten(doc)
    for (const row of shelf.rows) Y.applyUpdate(doc, row.bytes)
    shelf.snapshot = {
      seq: shelf.rows.length,
      state: { update: Y.encodeStateAsUpdate(doc), extent: extentOf(doc) },
    }
    doc.destroy()
  }

  /** As generations.ts: [G1] the whole state is the first row, [G2] owners stay, [G3] once. */
  #begin(documentId: DocumentId, from: Generation): Generation {
    const present = this.generationOf(documentId)
    if (present !== from) return present
    const next = from + 1
    const { rows, owners } = this.#shelf(roomName({ documentId, generation: from }))
    this.#generations.set(documentId, next)
    this.onGeneration()
    if (rows.length === 0) return next
    const doc = new Y.Doc()
    keepAsWritten(doc)
    for (const row of rows) Y.applyUpdate(doc, row.bytes)
    const bytes = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    const room = roomName({ documentId, generation: next })
    const first: StoredRow = { seq: 1, author: null, bytes, damaged: false }
    const shelf = this.#shelf(room)
    shelf.rows.push(first)
    for (const [client, { author }] of owners) shelf.owners.set(client, { author, seq: 1 })
    const by: NewRow = { documentId, generation: next, author: null, bytes }
    this.onCommitted({ room, row: first, by })
    return next
  }

  #shelf(room: string): Shelf {
    const known = this.#shelves.get(room)
    if (known) return known
    const shelf: Shelf = { rows: [], snapshot: null, owners: new Map() }
    this.#shelves.set(room, shelf)
    return shelf
  }
}
