import * as Y from 'yjs'
import type { OutboxEntry } from '#client/offline/outbox.ts'
import type { Generation } from '#shared/ids.ts'
import { maxReplayFrameBytes } from '#shared/wire/handshake.ts'
import { chanceOf } from './chance.ts'
import { type CrashKind, Device } from './device.ts'
import type { Network } from './network.ts'
import { Page } from './page.ts'
import { headersOf } from './people.ts'
import type { VirtualTime } from './virtualTime.ts'

/** What became of an own change, as the person at this client was told. */
export type Typed = {
  readonly entry: OutboxEntry
  readonly generation: Generation
  /** The badge said that the device or the server has it. */
  wasShownKept: boolean
  isAcknowledged: boolean
  /** Why it need not be found any more: it went with a page that had never said that it is kept. */
  isLost: boolean
}

export type ClientEvents = {
  /** The server says that these changes are on its disk. */
  acknowledged(client: Client, changes: readonly Typed[]): void
  /** The badge says „gespeichert“. */
  saved(client: Client): void
  /** Something that was shown as kept is gone from the device. */
  lostKept(client: Client, change: Typed): void
}

/** Deliberate mistakes of a client, to prove that they are found. */
export type WrongClient = {
  /** forgets what waits whenever the connection is lost */
  losesOutbox?: boolean
  /** takes each answer for that of its oldest frame, whichever frame it names */
  believesAnyAnswer?: boolean
  /** opens the document anew after a refusal without setting its text aside */
  losesAside?: boolean
  /** says that the device has something which is still on its way to its disk */
  saysKeptEarly?: boolean
}
const nothing = new Uint8Array([0, 0])

/** A small frame of the replay, so that a few changes fill several. */
const smallFrameBytes = 300

/** A person at a device, over all their visits to the document. */
export class Client {
  readonly index: number
  readonly person: number
  readonly device: Device
  readonly typed = new Map<string, Typed>()
  /** Typed here and not yet found on the server's disk while the badge said so. */
  readonly unproven = new Set<Typed>()
  #page: Page | null = null
  #pages = 0
  /** the page that is being closed, and whose text is still on its way to the device's disk */
  #leaving: Page | null = null
  /** single frames were mangled on its connection: until a full sync on a good one it may lack something (THREATS a18) */
  isDoubtful = false
  readonly #seed: number
  readonly #time: VirtualTime
  readonly #network: Network
  readonly #events: ClientEvents
  readonly #roomOf: (generation: Generation) => string
  readonly #present: () => Generation
  readonly #wrong: WrongClient

  constructor(options: {
    index: number
    person: number
    seed: number
    time: VirtualTime
    network: Network
    events: ClientEvents
    roomOf: (generation: Generation) => string
    /** the generation that the server would tell */
    present: () => Generation
    wrong: WrongClient
  }) {
    this.index = options.index
    this.person = options.person
    this.#seed = options.seed
    this.#time = options.time
    this.#network = options.network
    this.#events = options.events
    this.#roomOf = options.roomOf
    this.#present = options.present
    this.#wrong = options.wrong
    const random = chanceOf(options.seed, 'device', options.index)
    this.device = new Device(options.time, random, options.wrong.saysKeptEarly ?? false)
  }

  get page(): Page | null {
    return this.#page
  }

  get generation(): Generation {
    return this.device.content.generation
  }

  /** Opens the document from the device. */
  begin(): void {
    if (this.#page || this.#leaving) return
    this.device.adopt(this.#present())
    const number = this.#pages++
    const random = chanceOf(this.#seed, 'page', this.index, number)
    const { generation } = this.device.content
    const page: Page = new Page(
      {
        room: this.#roomOf(generation),
        device: this.device,
        time: this.#time,
        random,
        maxFrameBytes: random.fraction() < 0.5 ? smallFrameBytes : maxReplayFrameBytes,
        connect: end => this.#network.connect(this.index, headersOf(this.person), end),
        abandon: () => this.#network.abandon(this.index),
        losesOutbox: this.#wrong.losesOutbox ?? false,
        believesAnyAnswer: this.#wrong.believesAnyAnswer ?? false,
        events: {
          typed: entry => {
            const typed: Typed = {
              entry,
              generation,
              wasShownKept: false,
              isAcknowledged: false,
              isLost: false,
            }
            this.typed.set(entry.id, typed)
            this.unproven.add(typed)
          },
          kept: ids => {
            for (const typed of this.#known(ids)) typed.wasShownKept = true
          },
          acknowledged: ids => this.#acknowledged(ids),
          saved: () => this.#events.saved(this),
          syncedFully: () => {
            if (!this.#network.isMangled(this.index)) this.isDoubtful = false
          },
          setAside: reason => void this.#setAside(page, reason),
        },
      },
      random.between(2, 2 ** 32 - 1),
    )
    this.#page = page
  }

  #known(ids: readonly string[]): Typed[] {
    return ids.map(id => this.typed.get(id)).filter(typed => typed !== undefined)
  }

  #acknowledged(ids: readonly string[]): void {
    const changes = this.#known(ids)
    for (const typed of changes) {
      typed.isAcknowledged = true
    }
    this.#events.acknowledged(this, changes)
  }

  /** [SH5] The whole text goes aside, and the document is opened anew from the server under a fresh client id. */
  async #setAside(page: Page, reason: 'setAside' | 'generationChanged'): Promise<void> {
    const state = Y.encodeStateAsUpdate(page.doc)
    const entries = this.#wrong.losesAside ? [] : page.outbox.unacknowledged()
    page.end()
    this.#page = null
    this.#leaving = page
    const life = this.device.beginPage()
    const generation = reason === 'generationChanged' ? this.#present() : this.generation
    await life.setAside(this.#wrong.losesAside ? { state: nothing, entries } : { state, entries }, generation)
    this.#left(page)
  }

  #left(page: Page): void {
    if (this.#leaving !== page) return
    this.#leaving = null
    this.begin()
  }

  /** A page is closed and opened again. */
  async reload(): Promise<void> {
    const page = this.#page
    if (!page) return
    this.#page = null
    this.#leaving = page
    await page.close()
    this.#left(page)
  }

  end(): void {
    this.#page?.end()
    this.#leaving?.end()
  }

  /** The page is gone without a word, and opened again. */
  crash(kind: CrashKind): void {
    this.#page?.end()
    this.#leaving?.end()
    this.#page = null
    this.#leaving = null
    this.device.crash(kind)
    const kept = this.device.content.outbox
    const aside = new Set(this.device.content.aside.flatMap(text => text.entries.map(entry => entry.id)))
    for (const typed of this.typed.values()) {
      if (typed.isAcknowledged || typed.isLost || kept.has(typed.entry.id) || aside.has(typed.entry.id))
        continue
      if (typed.wasShownKept) this.#events.lostKept(this, typed)
      typed.isLost = true
      this.unproven.delete(typed)
    }
    this.begin()
  }
}
