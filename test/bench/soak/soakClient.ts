import * as Y from 'yjs'
import { emptyStateVector, type Target, token } from '#test/bench/generator/roomClient.ts'
import { BenchSocket } from '#test/bench/wire/socket.ts'
import { type Speech, speechOf } from '#test/bench/wire/speech.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'

/** What an answer of the server stands for: these updates are on disk, if it says so. */
type InFlight = readonly Uint8Array[]

// A person's pace: one to two edits per second.
const shortestPauseMs = 400
const longestPauseMs = 1_000
const backspaces = 0.08
// Who has written so much begins a new paragraph and throws the old one away: documents reach a size and keep it, so
// that the server's memory can be seen to do so.
const longestText = 300
// Now and then a train goes into a tunnel.
const leaves = 0.004
const longestAbsenceMs = 4_000
const longestReconnectMs = 700

/**
 * Somebody who types into a paragraph of their own, on-line or not. Keeps an outbox of what is not
 * acknowledged, replays it at every connection, then lets the server ask for what it lacks.
 */
export class SoakClient {
  readonly #doc: Y.Doc
  readonly #client: number
  #paragraph = new Y.XmlElement('paragraph')
  #text = new Y.XmlText()
  readonly #speech: Speech
  readonly #target: Target
  readonly #person: number
  readonly #random: SeededRandom
  #socket: BenchSocket | null = null
  #isOpen = false
  #outbox: Uint8Array[] = []
  #inFlight: InFlight[] = []
  #presenceClock = 0
  #typing: NodeJS.Timeout | null = null
  #connecting: NodeJS.Timeout | null = null
  #isEnded = false
  /** acknowledged and not asked for yet */
  #acknowledged: Uint8Array[] = []
  readonly room: string
  readonly refusals: string[] = []
  notSaved = 0

  constructor(options: {
    target: Target
    room: string
    base: Uint8Array
    client: number
    person: number
    random: SeededRandom
  }) {
    this.room = options.room
    this.#target = options.target
    this.#client = options.client
    this.#person = options.person
    this.#random = options.random
    this.#speech = speechOf(options.target.wire, options.target.path, options.room)
    this.#doc = new Y.Doc()
    Y.applyUpdate(this.#doc, options.base)
    this.#doc.clientID = options.client
    this.#doc.on('update', (update: Uint8Array) => this.#made(update))
  }

  /** Opens the room and begins to type. */
  begin(): void {
    this.#connect()
    this.#doc.transact(() => this.#beginParagraph())
    this.#typeLater()
  }

  #beginParagraph(): void {
    this.#paragraph = new Y.XmlElement('paragraph')
    this.#text = new Y.XmlText()
    this.#paragraph.insert(0, [this.#text])
    const body = firstBody(this.#doc)
    body.insert(body.length, [this.#paragraph])
  }

  #throwParagraphAway(): void {
    const body = firstBody(this.#doc)
    body.delete(body.toArray().indexOf(this.#paragraph), 1)
  }

  stopTyping(): void {
    if (this.#typing) clearTimeout(this.#typing)
    this.#typing = null
  }

  end(): void {
    this.#isEnded = true
    this.stopTyping()
    if (this.#connecting) clearTimeout(this.#connecting)
    this.#socket?.close()
  }

  get isConnected(): boolean {
    return this.#socket !== null
  }

  get unsaved(): number {
    return this.#outbox.length
  }

  /** What was acknowledged since the last call. */
  takeAcknowledged(): Uint8Array[] {
    const taken = this.#acknowledged
    this.#acknowledged = []
    return taken
  }

  /** Everything this client has written, as one update. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  #typeLater(): void {
    this.#typing = setTimeout(
      () => {
        this.#typeLater()
        this.#type()
        if (this.#random.fraction() < leaves) this.#socket?.close()
      },
      this.#random.between(shortestPauseMs, longestPauseMs),
    )
  }

  #type(): void {
    const { length } = this.#text
    if (length >= longestText) {
      this.#doc.transact(() => {
        this.#throwParagraphAway()
        this.#beginParagraph()
      })
      return
    }
    const at = this.#random.fraction() < 0.9 ? length : this.#random.between(0, length)
    if (at > 0 && this.#random.fraction() < backspaces) this.#text.delete(at - 1, 1)
    else this.#text.insert(at, 'Wort '.slice(0, this.#random.between(1, 3)))
  }

  #made(update: Uint8Array): void {
    this.#outbox.push(update)
    if (!this.#isOpen) return
    this.#inFlight.push([update])
    const place = { path: 'agenda/top1/body', typing: true }
    const item = { client: this.#client, clock: Y.getState(this.#doc.store, this.#client) }
    const cursor = { anchor: { item, assoc: 0 }, head: { item, assoc: 0 } }
    const json = JSON.stringify({ place, cursor })
    const presence = this.#speech.presence(this.#client, this.#presenceClock++, json)
    this.#socket?.send(this.#speech.update(update), presence)
  }

  #connect(): void {
    const cookie = this.#target.cookies[this.#person % this.#target.cookies.length]
    const socket: BenchSocket = new BenchSocket({
      port: this.#target.port,
      path: this.#speech.path,
      headers: cookie === undefined ? {} : { Cookie: cookie },
      onOpen: () => this.#greet(socket),
      onMessage: data => this.#hear(data),
      onClose: () => {
        this.#isOpen = false
        this.#socket = null
        this.#inFlight = []
        if (this.#isEnded) return
        const isAbsent = this.#random.fraction() < 0.1
        const most = isAbsent ? longestAbsenceMs : longestReconnectMs
        this.#connecting = setTimeout(() => this.#connect(), this.#random.between(50, most))
      },
    })
    this.#socket = socket
  }

  #greet(socket: BenchSocket): void {
    const greeting = this.#speech.greeting(token(this.#client), emptyStateVector)
    this.#inFlight = this.#outbox.map(update => [update])
    const replay = this.#outbox.map(update => this.#speech.update(update))
    socket.send(...greeting.slice(0, -1), ...replay, ...greeting.slice(-1))
    this.#isOpen = true
  }

  #hear(data: Buffer): void {
    const heard = this.#speech.hear(data)
    if (heard.kind === 'saved' || heard.kind === 'notSaved') {
      const saved = this.#inFlight.shift() ?? []
      if (heard.kind === 'notSaved') this.notSaved++
      else this.#save(saved)
    } else if (heard.kind === 'syncQuestion') {
      const lacking = Y.encodeStateAsUpdate(this.#doc, data.subarray(heard.from, heard.to))
      // the answer holds everything that the outbox holds at this moment
      this.#inFlight.push([...this.#outbox])
      this.#socket?.send(this.#speech.syncAnswer(lacking))
    } else if (heard.kind === 'refused') {
      this.refusals.push(data.toString('utf8', heard.from, heard.to))
      this.#socket?.close()
    }
  }

  #save(updates: InFlight): void {
    const saved = new Set(updates)
    const before = this.#outbox
    this.#outbox = before.filter(update => !saved.has(update))
    this.#acknowledged.push(...before.filter(update => saved.has(update)))
  }
}

function firstBody(doc: Y.Doc): Y.XmlFragment {
  const agenda = doc.getMap('document').get('agenda')
  const item: unknown = agenda instanceof Y.Map ? agenda.get('top1') : null
  const body: unknown = item instanceof Y.Map ? item.get('body') : null
  if (!(body instanceof Y.XmlFragment)) throw new Error('A document without a first agenda item')
  return body
}
