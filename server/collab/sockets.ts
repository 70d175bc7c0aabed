import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '#server/clock.ts'
import { collabPath, maxFrameBytes } from '#shared/wire/handshake.ts'
import { isOriginAllowed } from './origin.ts'
import { inflateInOneCall } from './transport/inflate.ts'
import type { RoomSocket } from './transport/roomSocket.ts'
import { createTransport } from './transport/transport.ts'

/** What is done with an open socket. */
export interface SocketUser {
  frame(data: Uint8Array): void
  closed(code: number, reason: string): void
}

export interface Sockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends at once what rooms have said in this turn. */
  flush(): void
  readonly count: number
  /** From now on no socket is opened and no frame is taken. */
  stopTaking(): void
  /** Asks every socket to close; whoever has not within `graceMs` is cut off. */
  closeAll(graceMs: number): Promise<void>
}

// Close code 1012: the service restarts; clients come back by themselves.
const serviceRestart = 1012
const unsupportedData = 1003

/**
 * Compression where the client offers it, every message by itself: no window is kept between messages,
 * so one compressed form serves all readers and nobody's inflater stays in memory. A message counts by
 * what it inflates to (THREATS b7).
 */
const perMessageDeflate = { serverNoContextTakeover: true, clientNoContextTakeover: true }

/** The websocket endpoint: path, Origin, frame size; nothing a client sends here makes the process throw. */
export function createSockets(options: {
  allowedOrigins: readonly string[]
  clock: Clock
  use(socket: RoomSocket, request: IncomingMessage): SocketUser
  onCount(count: number): void
  /** A reader was cut off because it did not read (THREATS a12). */
  onSlowReader?(): void
}): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate,
    // it would add a listener to each socket for what `open` knows anyway
    clientTracking: false,
  })
  const clients = new Set<WebSocket>()
  const transport = createTransport({ onSlowReader: () => options.onSlowReader?.() })
  let taking = true

  function open(webSocket: WebSocket, stream: Duplex, request: IncomingMessage): void {
    const socket = transport.over(webSocket, stream, { compress: mayCompress(webSocket, request) })
    if (webSocket.extensions !== '') inflateInOneCall(webSocket, maxFrameBytes)
    const user = options.use(socket, request)
    clients.add(webSocket)
    options.onCount(clients.size)
    webSocket.on('message', (data, isBinary) => {
      if (!taking || socket.isClosedByRoom) return
      if (isBinary && data instanceof Buffer) user.frame(data)
      else socket.close(unsupportedData)
    })
    // A broken or oversized frame: ws closes the socket with the right code by itself (THREATS b7).
    webSocket.on('error', ignore)
    webSocket.on('close', (code, reason) => {
      clients.delete(webSocket)
      options.onCount(clients.size)
      user.closed(code, reason.toString())
    })
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', destroy)
      const path = (request.url ?? '').split('?', 1)[0]
      if (path !== collabPath) return refuse(socket, '404 Not Found')
      if (!isOriginAllowed(request.headers, options.allowedOrigins)) return refuse(socket, '403 Forbidden')
      if (!taking) return refuse(socket, '503 Service Unavailable')
      server.handleUpgrade(request, socket, head, webSocket => open(webSocket, socket, request))
    },
    flush: () => transport.flush(),
    get count() {
      return clients.size
    },
    stopTaking() {
      taking = false
    },
    async closeAll(graceMs) {
      // What was answered to the last frames leaves before the close frame.
      transport.flush()
      const closed = [...clients].map(
        socket =>
          new Promise<void>(resolve => {
            if (socket.readyState === socket.CLOSED) resolve()
            else socket.once('close', () => resolve())
          }),
      )
      for (const socket of clients) socket.close(serviceRestart)
      const cancel = options.clock.after(graceMs, () => {
        for (const socket of clients) socket.terminate()
      })
      await Promise.all(closed)
      cancel()
      server.close()
    },
  }
}

/** A client that asks for a smaller window understands only what was compressed with it: it gets plain frames. */
function mayCompress(webSocket: WebSocket, request: IncomingMessage): boolean {
  const offer = request.headers['sec-websocket-extensions'] ?? ''
  return webSocket.extensions === 'permessage-deflate' && !offer.includes('server_max_window_bits')
}

// One function for all sockets: a listener of each one's own would keep its upgrade request in memory.
function destroy(this: Duplex): void {
  this.destroy()
}
function ignore(): void {}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
