import { type Readable, writable } from '#client/lib/store.ts'
import type { DocumentId } from '#shared/ids.ts'
import { type DeviceDatabase, type DeviceRecord, deviceKey, type SetAsideText } from './deviceDatabase.ts'

/** `isKept`: on the device's disk. Otherwise it is only in this window: it should be saved as a file at once. */
export type HeldText = SetAsideText & { readonly isKept: boolean }

/** What is set aside, and how the document begins anew. */
export type SettingAside = {
  readonly text: SetAsideText
  /** the record of the document, for a device that has none yet */
  readonly record: DeviceRecord
  /** the fork under which the document begins anew, unless another tab was first */
  readonly fork: string
}

/** Makes one update of many that says what all of them say. */
type Merge = (parts: readonly Uint8Array[]) => Uint8Array

/**
 * The texts of one person that were set aside (THREATS P6).
 *
 * Invariants:
 * - [SA1] A text comes to the device in the transaction that takes snapshot, rows and outbox of its opening away and
 *   lets the document begin under another key: at every moment it is whole in one of both places.
 * - [SA2] Tabs of one opening share one text: an entry of the outbox is never set aside twice.
 * - [SA3] What the device cannot take stays in memory, is tried again before the next write, and until then the
 *   window warns before it is closed.
 */
export class SetAsideTexts {
  readonly #database: DeviceDatabase
  readonly #held = new Map<DocumentId, ReturnType<typeof writable<readonly HeldText[]>>>()
  #unwritten: readonly (SettingAside & { readonly merge: Merge })[] = []
  #writing: Promise<void> | null = null

  constructor(database: DeviceDatabase) {
    this.#database = database
  }

  /** The texts of a document that are held now, the youngest first; `look` reads them from the device. */
  of(document: DocumentId): Readable<readonly HeldText[]> {
    return this.#list(document)
  }

  /** Reads what the device has of a document. Without a device store only what is in memory is known. */
  async look(document: DocumentId): Promise<void> {
    const kept = await this.#database
      .read(['setAside'], transaction =>
        transaction.objectStore('setAside').index('document').getAll(document),
      )
      .catch(() => [])
    const waiting = this.#inMemory().filter(text => text.document === document)
    const texts = [
      ...kept
        .filter(text => waiting.every(({ id }) => id !== text.id))
        .map(text => ({ ...text, isKept: true })),
      ...waiting.map(text => ({ ...text, isKept: false })),
    ]
    this.#list(document).set(texts.sort((a, b) => b.at - a.at))
  }

  /**
   * Sets a text aside, or adds to the one that its opening has already. Never rejects: what the device cannot take
   * is held in memory (SA3). Nothing is set aside where nothing would be lost.
   */
  async add(aside: SettingAside, merge: Merge): Promise<void> {
    const same = this.#unwritten.find(({ text }) => text.id === aside.text.id)
    const text = same ? joined(same.text, aside.text, merge) : aside.text
    this.#unwritten = [...this.#unwritten.filter(other => other !== same), { ...aside, text, merge }]
    this.#warn()
    // it stays in memory then, and whoever leaves the page is warned
    await this.write().catch(() => undefined)
    await this.look(aside.text.document)
  }

  /** Writes what is only in memory; rejects with the device's error when that fails. */
  write(): Promise<void> {
    if (this.#unwritten.length === 0) return Promise.resolve()
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
      this.#warn()
    })
    return this.#writing
  }

  /** The fork under which a document begins anew whose text is not written yet. */
  forkOf(document: DocumentId): string | undefined {
    return this.#unwritten.find(({ text }) => text.document === document)?.fork
  }

  /** Takes a text away: its person has what they need of it. Answers with the way back. */
  async putAway(text: HeldText): Promise<() => Promise<void>> {
    const { isKept, ...bare } = text
    const waiting = this.#unwritten.filter(other => other.text.id === text.id)
    this.#unwritten = this.#unwritten.filter(other => !waiting.includes(other))
    this.#warn()
    if (isKept) await this.#database.write(['setAside'], 'strict', ({ store }) => store.delete(text.id))
    await this.look(text.document)
    return async () => {
      if (isKept) await this.#database.write(['setAside'], 'strict', ({ store }) => store.put(bare))
      this.#unwritten = [...this.#unwritten, ...waiting]
      this.#warn()
      await this.look(text.document)
    }
  }

  async #writeAll(): Promise<void> {
    while (true) {
      const [next] = this.#unwritten
      if (!next) return
      await this.#writeOne(next, next.merge)
      // more may have joined it meanwhile: then it is written once more
      this.#unwritten = this.#unwritten.filter(other => other !== next)
      if (this.#unwritten.every(({ text }) => text.document !== next.text.document)) {
        await this.look(next.text.document)
      }
    }
  }

  #writeOne({ text, record, fork }: SettingAside, merge: Merge): Promise<void> {
    const tables = ['setAside', 'documents', 'snapshots', 'rows', 'outbox'] as const
    return this.#database.write(tables, 'strict', async transaction => {
      const [texts, documents, snapshots, rows, outbox] = [
        transaction.objectStore('setAside'),
        transaction.objectStore('documents'),
        transaction.objectStore('snapshots'),
        transaction.objectStore('rows'),
        transaction.objectStore('outbox'),
      ]
      const [known, document, snapshot, rowKeys, rowValues, entries] = await Promise.all([
        texts.get(text.id),
        documents.get(text.document),
        snapshots.get(text.id),
        rows.index('room').getAllKeys(text.id),
        rows.index('room').getAll(text.id),
        outbox.index('room').getAll(text.id),
      ])
      // entries that a tab wrote which is gone by now, or has not told of them yet
      const unheard = entries.filter(entry => text.entries.every(({ id }) => id !== entry.id))
      const whole =
        unheard.length === 0
          ? text
          : {
              ...text,
              entries: [...text.entries, ...unheard],
              state: merge([
                text.state,
                ...(snapshot ? [snapshot.state] : []),
                ...rowValues.map(row => row.bytes),
                ...unheard.map(entry => entry.bytes),
              ]),
            }
      const present = document ?? record
      const isFirst = !document || deviceKey(document.info, document.fork) === text.id
      await Promise.all([
        ...(isWorthKeeping(whole, known) ? [texts.put(known ? joined(known, whole, merge) : whole)] : []),
        snapshots.delete(text.id),
        ...rowKeys.map(key => rows.delete(key)),
        ...entries.map(entry => outbox.delete(entry.id)),
        ...(isFirst ? [documents.put({ ...present, fork })] : []),
      ])
    })
  }

  #inMemory(): readonly SetAsideText[] {
    return this.#unwritten.map(({ text }) => text).filter(text => isWorthKeeping(text, undefined))
  }

  readonly #beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()

  #warn(): void {
    if (this.#inMemory().length > 0) window.addEventListener('beforeunload', this.#beforeUnload)
    else window.removeEventListener('beforeunload', this.#beforeUnload)
  }

  #list(document: DocumentId) {
    const known = this.#held.get(document)
    if (known) return known
    const list = writable<readonly HeldText[]>([])
    this.#held.set(document, list)
    return list
  }
}

/** A server that began anew may lack even what it had acknowledged; otherwise only what it had not could be lost. */
function isWorthKeeping(text: SetAsideText, known: SetAsideText | undefined): boolean {
  if (known) return hasMore(text, known)
  return text.entries.length > 0 || (text.reason === 'generationChanged' && text.state.length > emptyUpdate)
}
/** The length of an update that says nothing: no client, no deletion. */
const emptyUpdate = 2

const hasMore = (text: SetAsideText, than: SetAsideText): boolean =>
  text.entries.some(entry => than.entries.every(({ id }) => id !== entry.id))

/** Both texts of one opening as one. */
function joined(first: SetAsideText, second: SetAsideText, merge: Merge): SetAsideText {
  const added = second.entries.filter(entry => first.entries.every(({ id }) => id !== entry.id))
  return {
    ...first,
    state: merge([first.state, second.state]),
    entries: [...first.entries, ...added],
  }
}
