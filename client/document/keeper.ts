import * as Y from 'yjs'
import type { Outbox, OutboxEntry } from '#client/offline/outbox.ts'
import type { SheetStore } from '#client/offline/sheetStore.ts'
import { AppError } from '#shared/errors.ts'
import { mergeInParts } from './replayFrames.ts'
import type { StorageError } from './types.ts'

/** What others wrote may wait this long, in ms, before it is written in one row: the server has it anyway. */
const receivedPause = 300
/** After a failed write the next attempt follows after this long, in ms; a new own change tries at once. */
const retryPause = 4_000

export type KeeperEvents = {
  /** committed to the device's disk */
  kept(ids: readonly string[]): void
  /** the outbox or the error changed */
  changed(): void
}

/**
 * Writes one room to the device store: own updates at once and strictly, the next batch while the former commits;
 * received ones now and then. A failed write keeps everything in memory and is tried again.
 */
export class Keeper {
  readonly #room: string
  readonly #store: SheetStore
  readonly #outbox: Outbox
  readonly #doc: Y.Doc
  readonly #events: KeeperEvents
  #error: StorageError | null = null
  #writing: Promise<void> | null = null
  #settled: OutboxEntry[] = []
  #received: Uint8Array[] = []
  /** a row was lost to a full device: the next one holds the whole document */
  #incomplete = false
  #receivedTimer: ReturnType<typeof setTimeout> | null = null
  #retryTimer: ReturnType<typeof setTimeout> | null = null
  #rows: number
  #hasEnded = false

  constructor(
    room: string,
    store: SheetStore,
    outbox: Outbox,
    doc: Y.Doc,
    rows: number,
    events: KeeperEvents,
  ) {
    this.#room = room
    this.#store = store
    this.#outbox = outbox
    this.#doc = doc
    this.#rows = rows
    this.#events = events
  }

  /** Why nothing is kept on the device at present; `null` when all is well. */
  get error(): StorageError | null {
    return this.#error
  }

  /** There are new own entries in the outbox. */
  keepOwn(): void {
    void this.#write()
  }

  /** What the server or its answers brought. */
  keepReceived(update: Uint8Array): void {
    this.#received.push(update)
    this.#receivedTimer ??= setTimeout(() => {
      this.#receivedTimer = null
      void this.#write()
    }, receivedPause)
  }

  /** These entries are on the server's disk: they become rows. */
  settle(entries: readonly OutboxEntry[]): void {
    if (entries.length === 0) return
    this.#settled.push(...entries)
    void this.#write()
  }

  /** A device error that happened elsewhere (the sheet could not be read). */
  failed(error: unknown): void {
    this.#failed(error)
  }

  /** Writes what there is, at once; resolves when it is written or has failed. */
  async flush(): Promise<void> {
    if (this.#receivedTimer) clearTimeout(this.#receivedTimer)
    this.#receivedTimer = null
    await this.#write()
    await this.#writing
  }

  /** Writes nothing any more, because the text was set aside; resolves when the write under way has ended. */
  async end(): Promise<void> {
    this.#hasEnded = true
    this.stop()
    await this.#writing
  }

  stop(): void {
    if (this.#receivedTimer) clearTimeout(this.#receivedTimer)
    if (this.#retryTimer) clearTimeout(this.#retryTimer)
  }

  #write(): Promise<void> {
    this.#writing ??= this.#rounds().finally(() => {
      this.#writing = null
    })
    return this.#writing
  }

  async #rounds(): Promise<void> {
    while (!this.#hasEnded) {
      const own = this.#outbox.takeUnwritten()
      const settled = this.#settled
      const received = this.#receivedTimer ? [] : this.#received
      if (own.length === 0 && settled.length === 0 && received.length === 0 && !this.#incomplete) return
      const ids = own.map(entry => entry.id)
      if (received.length > 0) this.#received = []
      this.#settled = []
      try {
        if (own.length > 0) {
          await this.#store.keep(own)
          this.#settled.push(...this.#outbox.written(ids))
          this.#events.kept(ids)
        }
      } catch (error) {
        this.#settled.push(...this.#outbox.writeFailed(ids), ...settled)
        this.#lose(received)
        this.#failed(error)
        return
      }
      try {
        if (settled.length > 0) {
          await this.#store.settle(this.#room, settled, mergeInParts(settled.map(entry => entry.bytes)))
          this.#rows++
        }
        if (received.length > 0 || this.#incomplete) {
          const row = this.#incomplete ? Y.encodeStateAsUpdate(this.#doc) : mergeInParts(received)
          await this.#store.addRow(this.#room, row)
          this.#incomplete = false
          this.#rows++
        }
      } catch (error) {
        // settling twice is harmless: the row repeats what is known, the entries are gone
        this.#settled.push(...settled)
        this.#lose(received)
        this.#failed(error)
        return
      }
      this.#succeeded()
    }
  }

  /** Received updates are not held in memory for a full device: the document has them, and the server. */
  #lose(received: readonly Uint8Array[]): void {
    if (received.length > 0) this.#incomplete = true
  }

  #succeeded(): void {
    if (this.#retryTimer) clearTimeout(this.#retryTimer)
    this.#retryTimer = null
    if (this.#error === null) return
    this.#error = null
    this.#events.changed()
  }

  #failed(error: unknown): void {
    this.#error =
      error instanceof AppError && error.code === 'storageFull' ? 'storageFull' : 'storageUnavailable'
    if (this.#hasEnded) return
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = null
      void this.#write()
    }, retryPause)
    this.#events.changed()
  }

  /** Folds many rows into the snapshot; call when there is time. */
  async compact(maxRows: number): Promise<void> {
    if (this.#rows <= maxRows || this.#error || this.#hasEnded) return
    try {
      if (await this.#store.compact(this.#room, fold)) this.#rows = 0
    } catch (error) {
      this.#failed(error)
    }
  }
}

/**
 * One update for many. Through a document when nothing is missing, because that forgets deleted text; else merged
 * as they are, so that what waits for a missing part is kept.
 */
function fold(parts: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  const whole = doc.store.pendingStructs === null && doc.store.pendingDs === null
  const folded = whole ? Y.encodeStateAsUpdate(doc) : mergeInParts(parts)
  doc.destroy()
  return folded
}
