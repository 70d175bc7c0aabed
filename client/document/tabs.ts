import { randomToken } from '#client/lib/ids.ts'
import type { SetAsideReason } from '#client/offline/deviceDatabase.ts'
import type { OutboxEntry } from '#client/offline/outbox.ts'

/** This tab, as long as it lives. */
export const thisTab: string = randomToken()

/** What tabs of one person tell each other about one room. */
type TabMessage =
  /** a tab opened the room and has this state vector */
  | { type: 'hello'; tab: string; stateVector: Uint8Array }
  /** what the tab lacks */
  | { type: 'state'; to: string; update: Uint8Array; entries: readonly OutboxEntry[] }
  /** a new own update; `sent`: it is on its way to the server */
  | { type: 'update'; entry: OutboxEntry; sent: boolean }
  | { type: 'kept'; ids: readonly string[] }
  | { type: 'acknowledged'; ids: readonly string[] }
  /** these wait without a connection: whoever has one sends them */
  | { type: 'unsent'; tab: string; ids: readonly string[] }
  /** the text was set aside: this opening of the room is over for everybody */
  | { type: 'setAside'; reason: SetAsideReason }
type Letter = TabMessage & { from: string }

export type TabEvents = {
  /** What another tab lacks, and the entries that wait here. */
  stateFor(stateVector: Uint8Array): { update: Uint8Array; entries: readonly OutboxEntry[] }
  received(update: Uint8Array, entries: readonly OutboxEntry[], sent: boolean): void
  kept(ids: readonly string[]): void
  acknowledged(ids: readonly string[]): void
  unsent(ids: readonly string[]): void
  setAside(reason: SetAsideReason): void
  /** That tab is gone, with whatever it still had in memory. */
  gone(tab: string): void
}

const lockName = (tab: string) => `mitschrift-tab-${tab}`
let holding = false

/** Holds a lock for the life of this tab: whoever gets it knows that the tab is gone. */
function holdLock(): void {
  if (holding || !('locks' in navigator)) return
  holding = true
  void navigator.locks.request(lockName(thisTab), () => new Promise<never>(() => undefined))
}

/** Without locks (plain HTTP) a tab counts as gone when an entry of it has waited this long, in ms. */
const goneAfter = 30_000

/** The other tabs of this device with the same opening of a room (`deviceKey`). Works without a network. */
export class Tabs {
  readonly #letters: BroadcastChannel
  readonly #events: TabEvents
  readonly #watched = new Set<string>()
  readonly #ending = new AbortController()

  constructor(person: string, key: string, events: TabEvents) {
    holdLock()
    this.#events = events
    this.#letters = new BroadcastChannel(`mitschrift/${person}/${key}`)
    this.#letters.onmessage = (event: MessageEvent<Letter>) => this.#read(event.data)
  }

  /** Asks the other tabs for what this one lacks. */
  hello(stateVector: Uint8Array): void {
    this.#post({ type: 'hello', tab: thisTab, stateVector })
  }
  updated(entry: OutboxEntry, sent: boolean): void {
    this.#post({ type: 'update', entry, sent })
  }
  kept(ids: readonly string[]): void {
    if (ids.length > 0) this.#post({ type: 'kept', ids })
  }
  acknowledged(ids: readonly string[]): void {
    if (ids.length > 0) this.#post({ type: 'acknowledged', ids })
  }
  unsent(ids: readonly string[]): void {
    if (ids.length > 0) this.#post({ type: 'unsent', tab: thisTab, ids })
  }
  setAside(reason: SetAsideReason): void {
    this.#post({ type: 'setAside', reason })
  }

  /** Tells once when that tab is gone. */
  watch(tab: string): void {
    if (tab === thisTab || this.#watched.has(tab)) return
    this.#watched.add(tab)
    const gone = () => {
      this.#watched.delete(tab)
      if (!this.#ending.signal.aborted) this.#events.gone(tab)
    }
    if ('locks' in navigator) {
      navigator.locks
        .request(lockName(tab), { mode: 'shared', signal: this.#ending.signal }, gone)
        .catch((error: unknown) => {
          if (!this.#ending.signal.aborted) throw error
        })
    } else {
      const timer = setTimeout(gone, goneAfter)
      this.#ending.signal.addEventListener('abort', () => clearTimeout(timer))
    }
  }

  close(): void {
    this.#ending.abort()
    this.#letters.close()
  }

  #post(message: TabMessage): void {
    if (this.#ending.signal.aborted) return
    // a BroadcastChannel reaches its own origin only and takes no other
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#letters.postMessage({ ...message, from: thisTab })
  }

  #read(letter: Letter): void {
    this.watch(letter.from)
    switch (letter.type) {
      case 'hello': {
        const { update, entries } = this.#events.stateFor(letter.stateVector)
        this.#post({ type: 'state', to: letter.tab, update, entries })
        return
      }
      case 'state':
        if (letter.to === thisTab) this.#events.received(letter.update, letter.entries, true)
        return
      case 'update':
        this.#events.received(letter.entry.bytes, [letter.entry], letter.sent)
        return
      case 'kept':
        this.#events.kept(letter.ids)
        return
      case 'acknowledged':
        this.#events.acknowledged(letter.ids)
        return
      case 'unsent':
        this.#events.unsent(letter.ids)
        return
      case 'setAside':
        this.#events.setAside(letter.reason)
    }
  }
}
