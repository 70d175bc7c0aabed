import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { type ClientOptions, WebSocket } from 'ws'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { frameMark } from '#shared/wire/frameMark.ts'
import { type Handshake, protocolVersion } from '#shared/wire/handshake.ts'
import { type DurableMark, type Notice, noticeSchema } from '#shared/wire/notice.ts'
import { type Room, roomName } from '#shared/wire/room.ts'
import { type Frame, readFrame } from './frames.ts'

/** Everything that changes in a client ends in `changed`, so that tests await conditions, not time. */
export interface CollabClient {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  /** updates that the server has acknowledged, each answer matched with its frame in order */
  readonly acknowledged: readonly Uint8Array[]
  /** updates sent on the present connection and not answered yet */
  readonly waiting: readonly Uint8Array[]
  /** how many updates were answered with „not saved“ */
  readonly refusedFrames: number
  readonly received: readonly Frame[]
  readonly notices: readonly Notice[]
  /** the reason why the server keeps the room closed, if it does */
  readonly refusal: string | null
  readonly closeCodes: readonly number[]
  /** whether a socket stands, in whatever state the room is */
  readonly isConnected: boolean
  /** Resolves as soon as `condition` holds; rejects with `what` after `limitMs`, 10 s if not said. */
  until(what: string, condition: () => boolean, limitMs?: number): Promise<void>
  /** Resolves when the room is open and each sent update is acknowledged. */
  settled(limitMs?: number): Promise<void>
  /** Sends a frame as it is on the present connection. */
  sendRaw(frame: Uint8Array): void
  /** The same for bytes that need not be a frame; no answer is awaited for them. */
  sendGarbage(bytes: Uint8Array): void
  close(): void
}

export const currentHandshake = (client: number): Handshake => ({
  protocol: protocolVersion,
  schemaVersions: { minutes: minutes.schemaVersion },
  client,
  build: 'test',
  durable: null,
})

/** A real provider over a real socket, as the person named. */
export function openCollabClient(options: {
  url: string
  room: Room | string
  person: string | null
  doc?: Y.Doc
  token?: string
  socketOptions?: ClientOptions
}): CollabClient {
  const doc = options.doc ?? new Y.Doc()
  const name = typeof options.room === 'string' ? options.room : roomName(options.room)
  const acknowledged: Uint8Array[] = []
  const received: Frame[] = []
  const notices: Notice[] = []
  const closeCodes: number[] = []
  let waiting: Uint8Array[] = []
  let refusedFrames = 0
  let refusal: string | null = null
  let socket: WatchedSocket | null = null
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const watcher of watchers) watcher()
  }

  function watch(opened: WatchedSocket): void {
    // Frames are matched with answers per connection: what an old one left open stays unanswered.
    waiting = []
    socket = opened
    opened.on('message', data => {
      if (socket === opened) read(toBytes(data))
    })
    // As in a browser, an attempt that the provider gives up fails for those who listen only.
    opened.on('error', () => undefined)
    opened.on('close', code => {
      closeCodes.push(code)
      if (socket === opened) waiting = []
      changed()
    })
  }

  class WatchedSocket extends WebSocket {
    constructor(url: string) {
      const headers = options.person === null ? {} : { cookie: `person=${options.person}` }
      super(url, { headers, ...options.socketOptions })
      watch(this)
    }
    sendUnwatched(data: Uint8Array | string, ...rest: never[]): void {
      super.send(data, ...rest)
    }
    override send(data: Uint8Array | string, ...rest: never[]): void {
      this.sendUnwatched(data, ...rest)
      const frame = typeof data === 'string' ? null : readFrame(data)
      if (frame?.type === 'update' && this.readyState === this.OPEN) waiting.push(frame.bytes)
      changed()
    }
  }

  function read(data: Uint8Array): void {
    const frame = readFrame(data)
    received.push(frame)
    if (frame.type === 'syncStatus') {
      // each answer names its frame: on a disturbed line others may have been lost on the way
      // (a server that says no mark answers in order)
      const index = frame.mark === null ? 0 : waiting.findIndex(bytes => frameMark(bytes) === frame.mark)
      const [bytes] = index < 0 ? [] : waiting.splice(index, 1)
      if (frame.saved && bytes) acknowledged.push(bytes)
      if (!frame.saved) refusedFrames++
    }
    setImmediate(changed)
  }

  const websocketProvider = new HocuspocusProviderWebsocket({
    url: options.url,
    WebSocketPolyfill: WatchedSocket,
    delay: 50,
    minDelay: 50,
    maxDelay: 250,
    jitter: false,
  })
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider,
    token: options.token ?? JSON.stringify(currentHandshake(doc.clientID)),
    onStateless: ({ payload }) => {
      notices.push(noticeSchema.parse(JSON.parse(payload)))
      changed()
    },
    onAuthenticationFailed: ({ reason }) => {
      refusal = reason
      changed()
    },
    onAwarenessChange: changed,
  })
  provider.attach()
  doc.on('update', changed)

  const until = (what: string, condition: () => boolean, limitMs = 10_000): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(check)
        const told = {
          refusal,
          closeCodes,
          refusedFrames,
          waiting: waiting.length,
          synced: provider.isSynced,
        }
        reject(new Error(`Waited in vain: ${what} ${JSON.stringify(told)}`))
      }, limitMs)
      const check = () => {
        if (!condition()) return
        clearTimeout(timer)
        watchers.delete(check)
        resolve()
      }
      watchers.add(check)
      check()
    })

  return {
    doc,
    provider,
    acknowledged,
    received,
    notices,
    closeCodes,
    get waiting() {
      return waiting
    },
    get refusedFrames() {
      return refusedFrames
    },
    get isConnected() {
      return socket?.readyState === WebSocket.OPEN
    },
    get refusal() {
      return refusal
    },
    until,
    settled: limitMs =>
      until('everything acknowledged', () => provider.isSynced && waiting.length === 0, limitMs),
    sendRaw(frame) {
      socket?.send(frame)
    },
    sendGarbage(bytes) {
      socket?.sendUnwatched(bytes)
    },
    close() {
      provider.destroy()
      websocketProvider.destroy()
    },
  }
}

function toBytes(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  if (data instanceof Uint8Array) return data
  throw new TypeError('A frame that is not binary')
}

/** The mark of a notice that has one. */
export const durableOf = (notice: Notice | undefined): DurableMark | undefined =>
  notice && 'durable' in notice ? notice.durable : undefined
