import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb'
import { type Readable, writable } from '#client/lib/store.ts'
import type { DocumentInfo, Member, Space } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId, PersonId } from '#shared/ids.ts'
import type { DurableMark } from '#shared/wire/notice.ts'
import type { OutboxEntry } from './outbox.ts'

/** What the device knows of a document besides its content. Times in milliseconds since 1970. */
export type DeviceRecord = {
  readonly id: DocumentId
  readonly info: DocumentInfo
  readonly space: Space
  readonly members: readonly Member[]
  readonly title: string
  /** ISO day of the meeting, if any */
  readonly date: string | null
  readonly access: 'read' | 'write'
  readonly openedAt: number
  /** how far the server's journal was on disk when this device was last connected; null = never */
  readonly durable: DurableMark | null
}

/** One database per person; content is keyed by room, so that generations never mix. */
export interface DeviceTables extends DBSchema {
  documents: { key: string; value: DeviceRecord }
  snapshots: { key: string; value: { room: string; state: Uint8Array } }
  rows: { key: number; value: { room: string; bytes: Uint8Array }; indexes: { room: string } }
  outbox: { key: string; value: OutboxEntry; indexes: { room: string } }
  desk: { key: string; value: unknown }
}
export type TableName = StoreNames<DeviceTables>

export type StorageState = { state: 'ok' } | { state: 'failed'; error: 'storageFull' | 'storageUnavailable' }
const state = writable<StorageState>({ state: 'ok' })
/** Whether this device keeps what is written. Set by every write, whichever document it belongs to. */
export const storageState: Readable<StorageState> = state

const databaseName = (person: PersonId) => `mitschrift-${person}`

const storageError = (cause: unknown): AppError => {
  const full =
    cause instanceof Error &&
    (cause.name === 'QuotaExceededError' || cause.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  return new AppError(full ? 'storageFull' : 'storageUnavailable', { cause })
}

/**
 * The device's database of one person. Every failure becomes an AppError (`storageFull`, `storageUnavailable`)
 * and visible in `storageState`; after one, the next call opens the database anew.
 */
export class DeviceDatabase {
  readonly #person: PersonId
  #opening: Promise<IDBPDatabase<DeviceTables>> | null = null

  constructor(person: PersonId) {
    this.#person = person
  }

  /** Reads in one transaction. */
  read<T, const Names extends readonly TableName[]>(
    tables: Names,
    body: (transaction: IDBPTransaction<DeviceTables, Names, 'readonly'>) => Promise<T>,
  ): Promise<T> {
    return this.#guarded(async database => {
      const transaction = database.transaction<Names, 'readonly'>(tables, 'readonly')
      const [result] = await Promise.all([body(transaction), transaction.done])
      return result
    })
  }

  /**
   * Writes in one transaction; resolves after its commit. `strict` waits until the device's disk has it,
   * `relaxed` until the browser has it.
   */
  async write<T, const Names extends readonly TableName[]>(
    tables: Names,
    durability: 'strict' | 'relaxed',
    body: (transaction: IDBPTransaction<DeviceTables, Names, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    const written = await this.#guarded(async database => {
      const transaction = database.transaction<Names, 'readwrite'>(tables, 'readwrite', { durability })
      const [result] = await Promise.all([body(transaction), transaction.done])
      return result
    })
    state.set({ state: 'ok' })
    return written
  }

  /** Takes everything of this person off the device. */
  async delete(): Promise<void> {
    const opening = this.#opening
    this.#opening = null
    try {
      if (opening) (await opening).close()
      await deleteDB(databaseName(this.#person))
    } catch (error) {
      throw this.#failed(error)
    }
  }

  async #guarded<T>(body: (database: IDBPDatabase<DeviceTables>) => Promise<T>): Promise<T> {
    try {
      return await body(await this.#open())
    } catch (error) {
      this.#forget()
      throw this.#failed(error)
    }
  }

  #failed(cause: unknown): AppError {
    const error = storageError(cause)
    const code = error.code === 'storageFull' ? 'storageFull' : 'storageUnavailable'
    const known = state.get()
    if (known.state !== 'failed' || known.error !== code) state.set({ state: 'failed', error: code })
    return error
  }

  #forget(): void {
    const opening = this.#opening
    this.#opening = null
    void opening?.then(
      database => database.close(),
      () => undefined,
    )
  }

  #open(): Promise<IDBPDatabase<DeviceTables>> {
    this.#opening ??= openDB<DeviceTables>(databaseName(this.#person), 1, {
      upgrade: database => {
        database.createObjectStore('documents', { keyPath: 'id' })
        database.createObjectStore('snapshots', { keyPath: 'room' })
        database.createObjectStore('rows', { autoIncrement: true }).createIndex('room', 'room')
        database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('room', 'room')
        database.createObjectStore('desk')
      },
      // another tab signs out or brings a newer form: let it
      blocking: () => this.#forget(),
      terminated: () => this.#forget(),
    })
    return this.#opening
  }
}
