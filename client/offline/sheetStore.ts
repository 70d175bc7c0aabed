import type { DocumentId } from '#shared/ids.ts'
import type { DeviceDatabase, DeviceRecord } from './deviceDatabase.ts'
import type { OutboxEntry } from './outbox.ts'

/** The content of a room as the device has it under one key (`deviceKey`). */
export type KeptSheet = {
  readonly snapshot: Uint8Array | null
  readonly rows: readonly Uint8Array[]
  readonly outbox: readonly OutboxEntry[]
}

/** More rows than this are folded into the snapshot at the next opening or pause. */
export const maxRows = 200

/**
 * The sheets on this device: an acknowledged snapshot, rows of what came later, and the outbox.
 *
 * Invariants:
 * - [SS1] What is in the outbox leaves it only in the transaction that makes it a row.
 * - [SS2] Folding rows into the snapshot removes exactly the rows it read.
 * - [SS3] The record of a document is changed only by an opening under its present key: one that was superseded
 *   leaves it alone.
 * - [SS4] While a text that was set aside is only in memory, nothing else is written: what is kept of the opening
 *   after it would stand beside what was set aside, and be found instead of it.
 */
export class SheetStore {
  readonly #database: DeviceDatabase
  readonly #setAsideFirst: () => Promise<void>

  /** `setAsideFirst` writes what was set aside and is not written yet; rejects when that cannot be. */
  constructor(database: DeviceDatabase, setAsideFirst: () => Promise<void>) {
    this.#database = database
    this.#setAsideFirst = setAsideFirst
  }

  load(room: string): Promise<KeptSheet> {
    return this.#database.read(['snapshots', 'rows', 'outbox'], async transaction => {
      const [snapshot, rows, outbox] = await Promise.all([
        transaction.objectStore('snapshots').get(room),
        transaction.objectStore('rows').index('room').getAll(room),
        transaction.objectStore('outbox').index('room').getAll(room),
      ])
      return { snapshot: snapshot?.state ?? null, rows: rows.map(row => row.bytes), outbox }
    })
  }

  outbox(room: string): Promise<readonly OutboxEntry[]> {
    return this.#database.read(['outbox'], transaction =>
      transaction.objectStore('outbox').index('room').getAll(room),
    )
  }

  /** Resolves when the device's disk has them. Writing an entry again changes nothing. */
  async keep(entries: readonly OutboxEntry[]): Promise<void> {
    await this.#setAsideFirst()
    return this.#database.write(['outbox'], 'strict', async transaction => {
      await Promise.all(entries.map(entry => transaction.store.put(entry)))
    })
  }

  /** The server has these entries on disk: out of the outbox, into the rows. */
  async settle(room: string, entries: readonly OutboxEntry[], merged: Uint8Array): Promise<void> {
    await this.#setAsideFirst()
    return this.#database.write(['outbox', 'rows'], 'relaxed', async transaction => {
      await Promise.all([
        ...entries.map(entry => transaction.objectStore('outbox').delete(entry.id)),
        transaction.objectStore('rows').add({ room, bytes: merged }),
      ])
    })
  }

  async addRow(room: string, bytes: Uint8Array): Promise<void> {
    await this.#setAsideFirst()
    return this.#database.write(['rows'], 'relaxed', async transaction => {
      await transaction.store.add({ room, bytes })
    })
  }

  /** Folds the rows into the snapshot when there are many. `fold` is called within the transaction: no waiting in it. */
  compact(room: string, fold: (parts: readonly Uint8Array[]) => Uint8Array): Promise<boolean> {
    return this.#database.write(['snapshots', 'rows'], 'relaxed', async transaction => {
      const rows = transaction.objectStore('rows')
      const keys = await rows.index('room').getAllKeys(room)
      if (keys.length <= maxRows) return false
      const [snapshot, values] = await Promise.all([
        transaction.objectStore('snapshots').get(room),
        rows.index('room').getAll(room),
      ])
      const state = fold([...(snapshot ? [snapshot.state] : []), ...values.map(value => value.bytes)])
      await Promise.all([
        transaction.objectStore('snapshots').put({ room, state }),
        ...keys.map(key => rows.delete(key)),
      ])
      return true
    })
  }

  record(id: DocumentId): Promise<DeviceRecord | null> {
    return this.#database.read(['documents'], async transaction => (await transaction.store.get(id)) ?? null)
  }

  /** What the device knows of a document from now on (SS3). */
  async remember(record: DeviceRecord): Promise<void> {
    await this.#setAsideFirst()
    return this.#database.write(['documents'], 'relaxed', async transaction => {
      const known = await transaction.store.get(record.id)
      if (!known || known.fork === record.fork) await transaction.store.put(record)
    })
  }
}
