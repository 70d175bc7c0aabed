import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'
import * as Y from 'yjs'
import { authFrame, syncStep1Frame } from './clientFrames.ts'
import { readServerFrame, type ServerFrame } from './serverFrames.ts'

/** A socket that says whatever it is told, without a provider between. */
export interface RawClient {
  /** all frames from the server, in order */
  readonly frames: readonly ServerFrame[]
  readonly closed: { code: number; reason: string } | null
  /** bytes that the server has not taken yet */
  readonly unsent: number
  send(...frames: readonly Uint8Array[]): void
  /** Opens a room; answers the reason if it stays closed, null if it is open. */
  openRoom(room: string, token?: string): Promise<string | null>
  /** The document as the server gives it now. */
  load(room: string): Promise<Y.Doc>
  /** how many updates were answered so in this room */
  answers(saved: boolean): number
  /** Resolves as soon as `condition` holds; rejects with `what` after `limitMs`, 10 s if not said. */
  until(what: string, condition: () => boolean, limitMs?: number): Promise<void>
  close(): void
}

export async function openRawClient(url: string, options: ClientOptions = {}): Promise<RawClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...options })
  const frames: ServerFrame[] = []
  const watchers = new Set<() => void>()
  let closed: RawClient['closed'] = null
  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  socket.on('message', (data: Buffer) => {
    frames.push(readServerFrame(data))
    changed()
  })
  socket.on('close', (code, reason) => {
    closed = { code, reason: reason.toString() }
    changed()
  })
  await once(socket, 'open')
  // A server that cuts the line while we still write: the close code tells what there is to know.
  socket.on('error', () => undefined)

  const until: RawClient['until'] = (what, condition, limitMs = 10_000) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look)
        const told = JSON.stringify({ closed, frames: frames.slice(-5).map(frame => frame.type) })
        reject(new Error(`Waited in vain: ${what} ${told}`))
      }, limitMs)
      const look = () => {
        if (!condition()) return
        clearTimeout(timer)
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      look()
    })

  const client: RawClient = {
    frames,
    get closed() {
      return closed
    },
    get unsent() {
      return socket.bufferedAmount
    },
    send(...sent) {
      for (const bytes of sent) socket.send(bytes)
    },
    async openRoom(room, token = '{}') {
      const from = frames.length
      const answer = () =>
        frames
          .slice(from)
          .find(
            frame => frame.address === room && (frame.type === 'authenticated' || frame.type === 'denied'),
          )
      client.send(authFrame(room, token))
      await until(`an answer for the room ${room}`, () => answer() !== undefined || closed !== null)
      const told = answer()
      if (told === undefined) return `closed with ${closed?.code}`
      return told.type === 'denied' ? told.reason : null
    },
    async load(room) {
      const from = frames.length
      const doc = new Y.Doc()
      client.send(syncStep1Frame(room))
      const isAnswered = () => frames.slice(from).some(frame => frame.type === 'syncStep2')
      await until('the document', () => isAnswered() || closed !== null)
      for (const frame of frames.slice(from)) {
        if (frame.type === 'syncStep2' || frame.type === 'update') Y.applyUpdate(doc, frame.bytes)
      }
      return doc
    },
    answers: saved => frames.filter(frame => frame.type === 'status' && frame.saved === saved).length,
    until,
    close() {
      socket.terminate()
    },
  }
  return client
}
