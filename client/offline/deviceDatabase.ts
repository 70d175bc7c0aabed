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
import type { LedgerRow } from '#shared/ledger/row.ts'
import type { DurableMark } from '#shared/wire/notice.ts'
import { roomName } from '#shared/wire/room.ts'
import type { KeptIntention } from './intentions.ts'
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
  /** drawn anew whenever a text of this document is set aside; none before the first time */
  readonly fork?: string
  /** the release of the client that the server called too old for this document */
  readonly tooOld?: string
}

/**
 * Under which key the device keeps the content of a room. After a text was set aside the room begins anew under
 * another key, so that nothing which a tab of before still writes or says mixes with it.
 */
export const deviceKey = (
  info: Pick<DocumentInfo, 'id' | 'generation'>,
  fork: string | undefined,
): string => {
  const room = roomName({ documentId: info.id, generation: info.generation })
  return fork === undefined ? room : `${room}~${fork}`
}

/**
 * Why a text was set aside: the server refused a change of it, the document began anew on the server, it is too
 * large for one frame, or it came after the document was closed.
 */
export type SetAsideReason = 'setAside' | 'generationChanged' | 'tooLarge' | 'closed'

/** A person's whole text of a document, as it was on this device when the server could not take a part of it. */
export type SetAsideText = {
  /** the device key of the opening that it was written in: all tabs of that opening share one text */
  readonly id: string
  readonly document: DocumentId
  readonly person: PersonId
  readonly room: string
  readonly kind: string
  readonly title: string
  /** who belonged to the space, so that the text can be read by itself */
  readonly members: readonly Member[]
  /** milliseconds since 1970 */
  readonly at: number
  readonly reason: SetAsideReason
  /** the whole document as a Yjs update */
  readonly state: Uint8Array
  /** what the server had not acknowledged of it */
  readonly entries: readonly OutboxEntry[]
}

/** One database per person; content is keyed by `deviceKey`, so that generations never mix. */
export interface DeviceTables extends DBSchema {
  documents: { key: string; value: DeviceRecord }
  snapshots: { key: string; value: { room: string; state: Uint8Array } }
  rows: { key: number; value: { room: string; bytes: Uint8Array }; indexes: { room: string } }
  outbox: { key: string; value: OutboxEntry; indexes: { room: string } }
  desk: { key: string; value: unknown }
  setAside: { key: string; value: SetAsideText; indexes: { document: string } }
  ledger: {
    key: [string, number]
    value: { document: DocumentId; seq: number; row: LedgerRow }
    indexes: { document: string }
  }
  intentions: { key: string; value: KeptIntention; indexes: { document: string } }
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
    this.#opening ??= openDB<DeviceTables>(databaseName(this.#person), 3, {
      upgrade: (database, version) => {
        if (version < 1) {
          database.createObjectStore('documents', { keyPath: 'id' })
          database.createObjectStore('snapshots', { keyPath: 'room' })
          database.createObjectStore('rows', { autoIncrement: true }).createIndex('room', 'room')
          database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('room', 'room')
          database.createObjectStore('desk')
        }
        if (version < 2)
          database.createObjectStore('setAside', { keyPath: 'id' }).createIndex('document', 'document')
        database
          .createObjectStore('ledger', { keyPath: ['document', 'seq'] })
          .createIndex('document', 'document')
        database.createObjectStore('intentions', { keyPath: 'commandId' }).createIndex('document', 'document')
      },
      // another tab signs out or brings a newer form: let it
      blocking: () => this.#forget(),
      terminated: () => this.#forget(),
    })
    return this.#opening
  }
}
