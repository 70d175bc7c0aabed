import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { documentIdSchema } from '#shared/ids.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { startTcpProxy, type TcpProxy } from '#test/support/faults/tcpProxy.ts'
import { watchedConnection } from '#test/support/faults/watchedConnection.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'

const patienceMs = 60_000
const room = { documentId: documentIdSchema.parse(randomUUID()), generation: 1 }
const equal = (a: Y.Doc, b: Y.Doc): boolean => Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))

let folder: string
let server: CollabServer
let clients: CollabClient[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadLines-'))
  clients = []
})
afterEach(async () => {
  vi.useRealTimers()
  for (const client of clients) client.close()
  await server.close()
  await rm(folder, { recursive: true })
})

async function start(): Promise<void> {
  const { access } = createFixedAccess()
  // the time that a test lets pass passes for what is measured, too
  server = await startCollabServer({
    file: join(folder, 'journal.db'),
    access,
    measure: () => Date.now(),
  })
}
function open(person: string, options: { port?: number; sockets?: Socket[] } = {}): CollabClient {
  const client = openCollabClient({
    url: `ws://127.0.0.1:${options.port ?? server.port}${collabPath}`,
    room,
    person,
    socketOptions: {
      headers: { cookie: `person=${person}` },
      ...watchedConnection(socket => options.sockets?.push(socket)),
    },
  })
  clients.push(client)
  return client
}

describe('[a12] a reader that does not read', () => {
  // Together far more than the 4 MB that may wait for a reader and what the system keeps on the way.
  const edits = 40
  const editBytes = 500_000

  it('is cut off while everybody else goes on, and has everything when it comes back', async () => {
    await start()
    const sockets: Socket[] = []
    const [writer, reader, slow] = [open('writer'), open('reader'), open('slow', { sockets })]
    await Promise.all(clients.map(client => client.settled(patienceMs)))
    for (const socket of sockets) socket.pause()

    const text = writer.doc.getText('burst')
    for (let edit = 0; edit < edits; edit++) {
      text.insert(text.length, randomBytes(editBytes / 2).toString('hex'))
      // one after the other, as large pastes come, so that the burst is no flood
      await writer.settled(patienceMs)
    }
    await reader.until('the whole burst', () => equal(reader.doc, writer.doc), patienceMs)
    await reader.until('the end of the slow connection', () => server.collab.connections === 2, patienceMs)
    expect([...writer.closeCodes, ...reader.closeCodes]).toEqual([])

    for (const socket of sockets) socket.resume()
    await slow.until('everything, over a new connection', () => equal(slow.doc, writer.doc), patienceMs)
    expect(slow.closeCodes).toHaveLength(1)
    expect(server.collab.connections).toBe(3)
  })
})

describe('[a13] a peer that vanishes without a word', () => {
  let proxy: TcpProxy
  afterEach(() => proxy.close())

  /** Lets seconds pass in which everybody who is there says so, as clients do every 15 s. */
  async function secondsUntil(condition: () => boolean, most: number): Promise<number> {
    for (let seconds = 0; seconds < most; seconds++) {
      if (condition()) return seconds
      if (seconds % 15 === 0) for (const client of clients) client.provider.setAwarenessField('at', null)
      await vi.advanceTimersByTimeAsync(1_000)
      // what has been sent meanwhile arrives
      for (let turns = 0; turns < 20; turns++) await turn()
    }
    throw new Error(`Not within ${most} s`)
  }

  it('is no longer shown within a minute, and its socket is closed within three', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    await start()
    proxy = await startTcpProxy(server.port)
    const watcher = open('watcher')
    const vanishing = open('vanishing', { port: proxy.port })
    await Promise.all(clients.map(client => client.settled(patienceMs)))
    vanishing.provider.setAwarenessField('at', null)
    const isShown = () => watcher.provider.awareness?.getStates().has(vanishing.doc.clientID) ?? false
    await secondsUntil(isShown, 15)
    expect(server.collab.connections).toBe(2)

    proxy.swallow()
    await secondsUntil(() => !isShown(), 60)
    await secondsUntil(() => server.collab.connections === 1, 120)
    expect(watcher.closeCodes).toEqual([])
    expect(watcher.isConnected).toBe(true)
  })
})
