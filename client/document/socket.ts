import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { type Readable, writable } from '#client/lib/store.ts'
import { collabPath } from '#shared/wire/handshake.ts'

/**
 * Silence after which a socket counts as dead, in ms. Presence is renewed and echoed every 15 s, so a
 * living one is never silent that long. Noticing takes up to four tenths more: below 45 s (THREATS a13).
 */
const silence = 30_000
/** Silence after which a socket is not trusted any more when the device wakes up or finds a network, in ms. */
const silenceAfterWaking = 17_000

/** `waiting`: no attempt has failed yet. */
export type LineState = 'waiting' | 'open' | 'down'

/** One websocket per tab, shared by all open documents. */
class Line extends HocuspocusProviderWebsocket {
  readonly #state = writable<LineState>('waiting')
  #lastCheck = Date.now()

  constructor(url: string) {
    super({
      url,
      // a socket is opened by the first document that needs it
      autoConnect: false,
      messageReconnectTimeout: silence,
      // the wait doubles from one second to at most 15, drawn at random so that many clients spread out (THREATS a11)
      delay: Math.round(700 + Math.random() * 600),
      minDelay: 400,
      maxDelay: 15_000,
      factor: 2,
      jitter: true,
    })
    this.on('status', ({ status }: { status: WebSocketStatus }) => {
      if (status === WebSocketStatus.Connected) this.#state.set('open')
      if (status === WebSocketStatus.Disconnected) this.#state.set('down')
    })
    window.addEventListener('offline', () => this.#cut())
    window.addEventListener('online', () => this.#wake())
    window.addEventListener('pageshow', () => this.#wake())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake()
    })
  }

  get state(): Readable<LineState> {
    return this.#state
  }

  /** Tries to connect, unless the browser knows that there is no network. */
  start(): void {
    if (navigator.onLine) {
      if (this.status === WebSocketStatus.Disconnected) void this.connect()
    } else {
      this.shouldConnect = false
      this.#state.set('down')
    }
  }

  /** Whether a frame sent now goes out, rather than into a queue for a later socket. */
  get isOpen(): boolean {
    return this.webSocket?.readyState === WebSocket.OPEN
  }

  /** A browser that slows timers of hidden pages makes every check late: that says nothing about the socket. */
  override checkConnection(): void {
    const late = Date.now() - this.#lastCheck > silence / 2
    this.#lastCheck = Date.now()
    if (!late) super.checkConnection()
  }

  /** The browser says the network is gone: do not wait for the socket to notice. */
  #cut(): void {
    this.shouldConnect = false
    this.cancelWebsocketRetry?.()
    delete this.cancelWebsocketRetry
    this.#drop('offline')
    this.#state.set('down')
  }

  #wake(): void {
    if (!navigator.onLine) return
    if (this.status === WebSocketStatus.Connected) {
      const silent = Date.now() - this.lastMessageReceived
      if (silent < silenceAfterWaking) return
      this.#drop('woken')
    }
    if (this.configuration.providerMap.size > 0) void this.connect()
  }

  #drop(reason: string): void {
    if (this.webSocket) this.emit('close', { event: { code: 4000, reason } })
  }
}

let line: Line | null = null

/** The tab's line to the server. */
export function theLine(): Line {
  line ??= new Line(`${location.origin.replace(/^http/, 'ws')}${collabPath}`)
  return line
}
export type { Line }
