import type { OutboxEntry } from '#client/offline/outbox.ts'
import type { SheetStore } from '#client/offline/sheetStore.ts'
import type { Generation } from '#shared/ids.ts'
import type { DurableMark } from '#shared/wire/notice.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import type { VirtualTime } from './virtualTime.ts'

/** A text that the server could not take, as the device keeps it. */
export type KeptAside = { readonly state: Uint8Array; readonly entries: readonly OutboxEntry[] }

/** Everything a device has of the document; what is in the outbox and the rows belongs to one opening. */
type Content = {
  readonly generation: Generation
  readonly outbox: ReadonlyMap<string, OutboxEntry>
  readonly rows: readonly Uint8Array[]
  readonly aside: readonly KeptAside[]
  readonly durable: DurableMark | null
}

/** The part of the client's device store that its keeper writes to. */
export type KeeperStore = Pick<SheetStore, 'keep' | 'settle' | 'addRow' | 'compact'>

/** How a page ends without being closed. `powerCut`: what was written without a strict commit is lost, too. */
export type CrashKind = 'tabKilled' | 'powerCut'

// A strict commit waits for the disk, a relaxed one for the browser only.
const shortestStrictMs = 3
const longestStrictMs = 25
const longestRelaxedMs = 4

/**
 * A device's disk. A strict commit takes everything with it that was written before; a power cut takes away
 * what came after the last one.
 */
export class Device {
  #content: Content = { generation: 1, outbox: new Map(), rows: [], aside: [], durable: null }
  #onDisk: Content = this.#content
  /** strict commits on their way to the disk */
  #writing = new Set<() => void>()
  #life = 0
  readonly #time: VirtualTime
  readonly #random: SeededRandom
  readonly #saysKeptEarly: boolean

  constructor(time: VirtualTime, random: SeededRandom, saysKeptEarly: boolean) {
    this.#time = time
    this.#random = random
    this.#saysKeptEarly = saysKeptEarly
  }

  get content(): Content {
    return this.#content
  }

  /** What one page of this device writes through; nothing any more once another page was begun. */
  beginPage(): KeeperStore & {
    setAside(kept: KeptAside, generation: Generation): Promise<void>
    mark(durable: DurableMark): void
    outbox(): Promise<readonly OutboxEntry[]>
  } {
    const life = ++this.#life
    const isAlive = () => life === this.#life
    const strict = (change: (content: Content) => Partial<Content>) => {
      const commit = () => {
        this.#content = { ...this.#content, ...change(this.#content) }
        this.#onDisk = this.#content
      }
      this.#writing.add(commit)
      return new Promise<void>(resolve => {
        if (this.#saysKeptEarly) resolve()
        this.#time.after(this.#random.between(shortestStrictMs, longestStrictMs), () => {
          if (!isAlive()) return
          this.#writing.delete(commit)
          commit()
          resolve()
        })
      })
    }
    const relaxed = (change: (content: Content) => Partial<Content>) =>
      new Promise<void>(resolve => {
        this.#time.after(this.#random.between(1, longestRelaxedMs), () => {
          if (!isAlive()) return
          this.#content = { ...this.#content, ...change(this.#content) }
          resolve()
        })
      })
    return {
      keep: entries =>
        strict(({ outbox }) => ({
          outbox: new Map([...outbox, ...entries.map(entry => [entry.id, entry] as const)]),
        })),
      settle: (_room, entries, merged) =>
        relaxed(({ outbox, rows }) => {
          const rest = new Map(outbox)
          for (const entry of entries) rest.delete(entry.id)
          return { outbox: rest, rows: [...rows, merged] }
        }),
      addRow: (_room, bytes) => relaxed(({ rows }) => ({ rows: [...rows, bytes] })),
      compact: () => Promise.resolve(false),
      setAside: (kept, generation) =>
        strict(({ aside }) => ({
          aside: [...aside, kept],
          outbox: new Map(),
          rows: [],
          durable: null,
          generation,
        })),
      mark: durable => void relaxed(() => ({ durable })),
      outbox: () =>
        new Promise(resolve => {
          this.#time.after(1, () => {
            if (isAlive()) resolve([...this.#content.outbox.values()])
          })
        }),
    }
  }

  /** The page is gone in the middle of whatever it was writing: a commit under way may or may not have reached the disk. */
  crash(kind: CrashKind): void {
    this.#life++
    for (const commit of this.#writing) if (this.#random.fraction() < 0.5) commit()
    this.#writing.clear()
    if (kind === 'powerCut') this.#content = this.#onDisk
  }

  /** Learns, before it opens the document, which generation the server has. */
  adopt(generation: Generation): void {
    if (
      this.#content.generation !== generation &&
      this.#content.rows.length === 0 &&
      this.#content.outbox.size === 0
    ) {
      this.#content = { ...this.#content, generation, durable: null }
    }
  }
}
