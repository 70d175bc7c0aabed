import type { BrowserContext, WebSocketRoute } from '@playwright/test'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Handshake, handshakeSchema, type Refusal } from '#shared/wire/handshake.ts'
import { type Notice, noticeSchema, type ReadOnlyReason } from '#shared/wire/notice.ts'

// Hocuspocus' message types, as far as a line looks at them.
const messageSync = 0
const messageAuth = 2
const messageStateless = 5
const authToken = 0
const authDenied = 1
const authDone = 2

/** The websocket line of one browser, whose misbehaviour the test decides. */
export interface Line {
  /** While held, frames wait in both directions and in order; nothing is lost or answered. */
  hold(): void
  release(): void
  /**
   * The server takes no update any more from the clients that are here now (or from these): it closes the socket
   * instead, and their next handshake is answered with `setAside`, as the contract says of a refused update.
   */
  refuseUpdates(clients?: readonly number[]): void
  /** What the clients that are here now send arrives damaged from now on, so that the real server refuses it. */
  damageUpdates(): void
  /** Handshakes are answered with this instead of the server's answer; `null`: no more. */
  refuseHandshakes(reason: Refusal | null): void
  /** Each notice of the server is changed like this before it arrives. */
  changeNotices(change: (notice: Notice) => Notice): void
  /** Whoever opens a room from now on may only read in it; `null`: as the server says. */
  openReadOnly(reason: ReadOnlyReason | null): void
  /** the handshakes that the pages sent, the oldest first */
  readonly handshakes: readonly Handshake[]
  /** how many update frames (full syncs too) the pages sent */
  readonly updates: number
}

type ClientFrame =
  | { type: 'handshake'; room: string; handshake: Handshake }
  | { type: 'update' }
  | { type: 'other' }

/** Puts such a line under every websocket that the context opens from now on. */
export async function holdableLine(context: BrowserContext): Promise<Line> {
  let held = false
  let waiting: (() => void)[] = []
  let refusal: Refusal | null = null
  let change = (notice: Notice): Notice => notice
  let readOnly: ReadOnlyReason | null = null
  let updates = 0
  const handshakes: Handshake[] = []
  const refused = new Set<number>()
  const damaged = new Set<number>()
  let isRefusing = (_client: number) => false
  const pass = (send: () => void) => {
    if (held) waiting.push(send)
    else send()
  }

  await context.routeWebSocket(/\/collab/, page => {
    const server = page.connectToServer()
    let client = -1
    page.onMessage(message => {
      const frame = readClientFrame(message)
      if (frame.type === 'handshake') {
        handshakes.push(frame.handshake)
        client = frame.handshake.client
        const reason = refused.has(client) ? 'setAside' : refusal
        if (reason) return pass(() => page.send(deniedFrame(frame.room, reason)))
      }
      if (frame.type === 'update') {
        updates++
        if (damaged.has(client)) return pass(() => server.send(damagedUpdate(message)))
        if (isRefusing(client)) {
          refused.add(client)
          return pass(() => closeBoth(page, server))
        }
      }
      return pass(() => server.send(message))
    })
    server.onMessage(message => {
      const changed = changedAnswer(message, readOnly, notice =>
        change(notice.type === 'welcome' && readOnly ? { ...notice, access: 'read', readOnly } : notice),
      )
      pass(() => page.send(changed))
    })
  })
  return {
    hold: () => {
      held = true
    },
    release: () => {
      held = false
      const frames = waiting
      waiting = []
      for (const send of frames) send()
    },
    refuseUpdates: clients => {
      const here = new Set(clients ?? handshakes.map(({ client }) => client))
      isRefusing = client => here.has(client)
    },
    damageUpdates: () => {
      for (const { client } of handshakes) damaged.add(client)
    },
    refuseHandshakes: reason => {
      refusal = reason
    },
    changeNotices: next => {
      change = next
    },
    openReadOnly: reason => {
      readOnly = reason
    },
    handshakes,
    get updates() {
      return updates
    },
  }
}

function closeBoth(page: WebSocketRoute, server: WebSocketRoute): void {
  void server.close()
  void page.close({ code: 1008, reason: 'refused' })
}

/** The same frame with an update that ends too early. */
function damagedUpdate(message: string | Buffer): Buffer {
  if (typeof message === 'string') throw new TypeError('A frame that is not binary')
  const decoder = decoding.createDecoder(message)
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, decoding.readVarString(decoder))
  for (let numbers = 0; numbers < 2; numbers++) {
    encoding.writeVarUint(encoder, decoding.readVarUint(decoder))
  }
  encoding.writeVarUint8Array(encoder, decoding.readVarUint8Array(decoder).slice(0, -2))
  return Buffer.from(encoding.toUint8Array(encoder))
}

function readClientFrame(message: string | Buffer): ClientFrame {
  if (typeof message === 'string' || message.length < 3) return { type: 'other' }
  const decoder = decoding.createDecoder(message)
  const room = decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === messageAuth && decoding.readVarUint(decoder) === authToken) {
    const handshake = handshakeSchema.parse(JSON.parse(decoding.readVarString(decoder)))
    return { type: 'handshake', room, handshake }
  }
  // step 0 asks for what is missing; 1 and 2 carry an update
  if (type === messageSync && decoding.readVarUint(decoder) > 0) return { type: 'update' }
  return { type: 'other' }
}

function deniedFrame(room: string, reason: Refusal): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, messageAuth)
  encoding.writeVarUint(encoder, authDenied)
  encoding.writeVarString(encoder, reason)
  return Buffer.from(encoding.toUint8Array(encoder))
}

function changedAnswer(
  message: string | Buffer,
  readOnly: ReadOnlyReason | null,
  change: (notice: Notice) => Notice,
): string | Buffer {
  if (typeof message === 'string' || message.length < 3) return message
  const decoder = decoding.createDecoder(message)
  const room = decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, type)
  if (type === messageStateless) {
    const notice = noticeSchema.parse(JSON.parse(decoding.readVarString(decoder)))
    encoding.writeVarString(encoder, JSON.stringify(change(notice)))
  } else if (type === messageAuth && readOnly && decoding.readVarUint(decoder) === authDone) {
    encoding.writeVarUint(encoder, authDone)
    encoding.writeVarString(encoder, 'readonly')
  } else return message
  return Buffer.from(encoding.toUint8Array(encoder))
}
