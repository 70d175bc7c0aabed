import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '#server/clock.ts'
import { collabPath, maxFrameBytes } from '#shared/wire/handshake.ts'
import { isOriginAllowed } from './origin.ts'

/** What is done with an open socket. */
export interface SocketUser {
  frame(data: Uint8Array): void
  closed(code: number, reason: string): void
}

export interface Sockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly count: number
  /** From now on no socket is opened and no frame is taken. */
  stopTaking(): void
  /** Asks every socket to close; whoever has not within `graceMs` is cut off. */
  closeAll(graceMs: number): Promise<void>
}

// Close code 1012: the service restarts; clients come back by themselves.
const serviceRestart = 1012
const unsupportedData = 1003

/** The websocket endpoint: path, Origin, frame size; nothing a client sends here makes the process throw. */
export function createSockets(options: {
  allowedOrigins: readonly string[]
  clock: Clock
  use(socket: WebSocket, request: IncomingMessage): SocketUser
  onCount(count: number): void
}): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false })
  let taking = true

  function open(socket: WebSocket, request: IncomingMessage): void {
    const user = options.use(socket, request)
    options.onCount(server.clients.size)
    socket.on('message', (data, isBinary) => {
      if (!taking) return
      if (isBinary && data instanceof Buffer) user.frame(data)
      else socket.close(unsupportedData)
    })
    // A broken or oversized frame: ws closes the socket with the right code by itself (THREATS b7).
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => {
      options.onCount(server.clients.size)
      user.closed(code, reason.toString())
    })
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const path = (request.url ?? '').split('?', 1)[0]
      if (path !== collabPath) return refuse(socket, '404 Not Found')
      if (!isOriginAllowed(request.headers, options.allowedOrigins)) return refuse(socket, '403 Forbidden')
      if (!taking) return refuse(socket, '503 Service Unavailable')
      server.handleUpgrade(request, socket, head, webSocket => open(webSocket, request))
    },
    get count() {
      return server.clients.size
    },
    stopTaking() {
      taking = false
    },
    async closeAll(graceMs) {
      const closed = [...server.clients].map(
        socket =>
          new Promise<void>(resolve => {
            if (socket.readyState === socket.CLOSED) resolve()
            else socket.once('close', () => resolve())
          }),
      )
      for (const socket of server.clients) socket.close(serviceRestart)
      const cancel = options.clock.after(graceMs, () => {
        for (const socket of server.clients) socket.terminate()
      })
      await Promise.all(closed)
      cancel()
      server.close()
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
