import { type Readable, writable } from '#client/lib/store.ts'
import type { LedgerStore } from '#client/offline/ledgerStore.ts'
import type { DocumentId } from '#shared/ids.ts'
import { erasedBy, withoutErased } from '#shared/ledger/erased.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'

/** When the server could not be asked for rows that it has, it is asked again after this long, in ms. */
const askAgain = 5_000

export type Feed = (after: number) => Promise<{ readonly rows: readonly LedgerRow[] }>

/**
 * What was decided about an open document, as one tab knows it.
 *
 * - [RO1] The rows are 1, 2, 3 … without a gap: whoever reads them never sees a decision without those before it.
 * - [RO2] Only the server's rows come in. Where it has others than this device (it was restored from a backup), the
 *   device's are replaced.
 * - [RO3] What was erased on the server is gone from the device as soon as it hears of it.
 */
export class Rows {
  readonly rows: Readable<readonly LedgerRow[]>
  readonly #rows
  readonly #document: DocumentId
  readonly #store: LedgerStore
  readonly #feed: Feed
  /** the other tabs should look at the device */
  readonly #kept: () => void
  /** how many the server has, as far as it said */
  #known: number
  #asking: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #hasEnded = false

  constructor(
    document: DocumentId,
    kept: readonly LedgerRow[],
    store: LedgerStore,
    feed: Feed,
    told: () => void,
  ) {
    this.#document = document
    this.#store = store
    this.#feed = feed
    this.#kept = told
    this.#rows = writable(kept)
    this.#known = kept.length
    this.rows = this.#rows
  }

  /** The server has so many rows. Resolves when they are here, or could not be had. */
  async reach(seq: number): Promise<void> {
    this.#known = seq
    await this.#ask()
  }

  /** Rows that the server answered a command with. Resolves when they stand among the others, or could not. */
  async take(rows: readonly LedgerRow[]): Promise<void> {
    const last = Math.max(0, ...rows.map(row => row.seq))
    if (last <= this.#rows.get().length) return
    const next = rows.filter(row => row.seq > this.#rows.get().length)
    if (next.every((row, index) => row.seq === this.#rows.get().length + index + 1)) await this.#add(next)
    this.#known = Math.max(this.#known, last)
    await this.#ask()
  }

  /** Another tab has written to the device. */
  async look(): Promise<void> {
    const kept = await this.#store.rows(this.#document).catch(() => [])
    if (kept.length > this.#rows.get().length) this.#rows.set(kept)
  }

  end(): void {
    this.#hasEnded = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #ask(): Promise<void> {
    this.#asking ??= this.#askAll().finally(() => {
      this.#asking = null
    })
    await this.#asking
  }

  async #askAll(): Promise<void> {
    while (!this.#hasEnded && this.#rows.get().length !== this.#known) {
      const before = this.#rows.get()
      // [RO2] fewer than here: from the first one; else from the last one known, to see that it is the same
      const after = this.#known < before.length ? 0 : Math.max(0, before.length - 1)
      try {
        const { rows } = await this.#feed(after)
        await this.#placed(before, rows, after)
      } catch {
        this.#timer ??= setTimeout(() => {
          this.#timer = null
          void this.#ask()
        }, askAgain)
        return
      }
    }
  }

  async #placed(before: readonly LedgerRow[], given: readonly LedgerRow[], after: number): Promise<void> {
    const [first] = given
    const known = before[after]
    const isSame = known === undefined || (first !== undefined && isSameRow(known, first))
    if (after === 0 && (!isSame || given.length < before.length)) {
      this.#known = given.length
      this.#rows.set(given)
      await this.#store.replaceRows(this.#document, given).then(this.#kept, () => undefined)
      return
    }
    if (!isSame) {
      const { rows } = await this.#feed(0)
      this.#known = rows.length
      this.#rows.set(rows)
      await this.#store.replaceRows(this.#document, rows).then(this.#kept, () => undefined)
      return
    }
    const here = this.#rows.get().length
    const next = given.filter(row => row.seq > here)
    // what the server said it has and does not give is not waited for
    if (next.length === 0) this.#known = here
    await this.#add(next)
  }

  async #add(next: readonly LedgerRow[]): Promise<void> {
    if (next.length === 0) return
    const rows = withoutErased([...this.#rows.get(), ...next])
    const isErasing = erasedBy(next).size > 0
    this.#known = Math.max(this.#known, rows.length)
    this.#rows.set(rows)
    // the server has them: a device that is full shows them as long as the page is open
    const keeping = isErasing
      ? this.#store.replaceRows(this.#document, rows)
      : this.#store.keepRows(this.#document, next)
    await keeping.then(this.#kept, () => undefined)
  }
}

const isSameRow = (left: LedgerRow, right: LedgerRow): boolean =>
  left.seq === right.seq && left.commandId === right.commandId && left.at === right.at
