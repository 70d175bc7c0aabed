import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { constants, deflateRawSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type ClientOptions, WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '#server/clock.ts'
import { createSockets } from '#server/collab/sockets.ts'
import { inflateInOneCall } from '#server/collab/transport/inflate.ts'
import type { RoomSocket } from '#server/collab/transport/roomSocket.ts'
import { maxBufferedBytes } from '#server/collab/transport/transport.ts'
import { collabPath, maxFrameBytes } from '#shared/wire/handshake.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

const origin = 'https://mitschrift.example'
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** One socket as the room sees it. */
interface Seen {
  socket: RoomSocket
  stream: Socket
  frames: Uint8Array[]
  /** What the room does the moment a frame arrives. */
  onFrame: () => void
  closed: Promise<{ code: number; reason: string }>
}

/** The endpoint on a port of its own; the room is the test. */
async function endpoint() {
  const seen = new Map<string, Seen>()
  let slowReaders = 0
  const arrivals = new Set<() => void>()
  const sockets = createSockets({
    allowedOrigins: [origin],
    clock: systemClock,
    onCount: () => undefined,
    onSlowReader: () => {
      slowReaders++
    },
    use(socket, request) {
      const { promise, resolve } = Promise.withResolvers<{ code: number; reason: string }>()
      const frames: Uint8Array[] = []
      const self: Seen = { socket, stream: request.socket, frames, onFrame: () => undefined, closed: promise }
      seen.set(request.url ?? '', self)
      queueMicrotask(() => {
        for (const arrival of arrivals) arrival()
      })
      return {
        frame(data) {
          frames.push(data)
          self.onFrame()
          for (const arrival of arrivals) arrival()
        },
        closed: (code, reason) => resolve({ code, reason }),
      }
    },
  })
  const http = createServer()
  http.on('upgrade', (request: IncomingMessage, socket, head) => sockets.handleUpgrade(request, socket, head))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  cleanups.push(async () => {
    await sockets.closeAll(200)
    http.close()
  })

  /** Resolves as soon as `holds`, asked again whenever a socket or a frame arrives. */
  const until = (holds: () => boolean) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (!holds()) return
        arrivals.delete(look)
        resolve()
      }
      arrivals.add(look)
      look()
    })
  let opened = 0
  /** Opens a client under an address of its own, so that both ends of the socket find each other. */
  const open = async <T>(begin: (path: string) => Promise<T>): Promise<[T, Seen]> => {
    const path = `${collabPath}?${opened++}`
    const client = await begin(path)
    await until(() => seen.has(path))
    const server = seen.get(path)
    if (!server) throw new Error('No socket')
    return [client, server]
  }
  return {
    sockets,
    port,
    until,
    slowReaders: () => slowReaders,
    /** A usual client; `perMessageDeflate` as for ws. */
    client: (options: ClientOptions = { perMessageDeflate: false }) =>
      open(async path => {
        const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin, ...options })
        cleanups.push(() => client.terminate())
        await once(client, 'open')
        return client
      }),
    /** A client that speaks TCP only and reads when it is asked to. */
    raw: (extensions = '') =>
      open(async path => {
        const socket = connect(port, '127.0.0.1')
        cleanups.push(() => socket.destroy())
        socket.on('error', () => undefined)
        const headers = [
          `GET ${path} HTTP/1.1`,
          'Host: 127.0.0.1',
          `Origin: ${origin}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          ...(extensions === '' ? [] : [`Sec-WebSocket-Extensions: ${extensions}`]),
        ]
        socket.write(`${headers.join('\r\n')}\r\n\r\n`)
        const [head] = (await once(socket, 'data')) as [Buffer]
        expect(head.toString()).toContain('101 Switching Protocols')
        let received = Buffer.alloc(0)
        socket.on('data', (chunk: Buffer) => {
          received = Buffer.concat([received, chunk])
        })
        return {
          socket,
          received: () => received,
          /** The frames that came, as soon as there are so many of them. */
          async frames(count: number) {
            while (serverFrames(received).length < count) await once(socket, 'data')
            return serverFrames(received)
          },
        }
      }),
  }
}

/** Collects a client's messages in order; `count(n)` resolves when n have come. */
function inbox(client: WebSocket) {
  const messages: Buffer[] = []
  let wanted: { n: number; resolve: () => void } | null = null
  client.on('message', (data: Buffer) => {
    messages.push(data)
    if (wanted && messages.length >= wanted.n) wanted.resolve()
  })
  const count = (n: number) =>
    new Promise<void>(resolve => {
      wanted = { n, resolve }
      if (messages.length >= n) resolve()
    })
  return { messages, count }
}

const closing = async (client: WebSocket): Promise<{ code: number; reason: string }> => {
  const [code, reason] = (await once(client, 'close')) as [number, Buffer]
  return { code, reason: reason.toString() }
}

/** What a client sends: masked with zeros, which leaves the payload as it is. */
function clientFrame(first: number, payload: Uint8Array): Buffer {
  const length =
    payload.length < 126
      ? [0x80 | payload.length]
      : [0xff, 0, 0, 0, 0, ...[24, 16, 8, 0].map(shift => (payload.length >> shift) & 255)]
  return Buffer.concat([Buffer.from([first, ...length, 0, 0, 0, 0]), payload])
}

/** The whole frames in what a server sent. */
function serverFrames(bytes: Buffer): { first: number; payload: Buffer }[] {
  const frames: { first: number; payload: Buffer }[] = []
  for (let at = 0; at + 1 < bytes.length; ) {
    const announced = bytes[at + 1] ?? 0
    const [header, length] =
      announced < 126
        ? [2, announced]
        : announced === 126
          ? [4, bytes.readUInt16BE(at + 2)]
          : [10, Number(bytes.readBigUInt64BE(at + 2))]
    if (at + header + length > bytes.length) break
    frames.push({ first: bytes[at] ?? 0, payload: bytes.subarray(at + header, at + header + length) })
    at += header + length
  }
  return frames
}

const states = (people: number) =>
  Buffer.from(
    Array.from({ length: people }, (_, index) =>
      JSON.stringify({
        person: {
          id: `6a0e7a2a-9f2e-4d0e-8b0a-${String(index * 7919).padStart(12, '0')}`,
          name: `Jana ${index}`,
          tone: index % 8,
        },
        place: { path: `agenda/top${index}/body`, typing: index % 2 === 0 },
        cursor: {
          anchor: { client: index * 104_729, clock: index * 31 },
          head: { client: index * 104_729, clock: index * 37 },
        },
      }),
    ).join(''),
  )

describe('what a room sends', () => {
  it('[W1] leaves in one write per turn, and at once when flushed', async () => {
    const { client, sockets } = await endpoint()
    const [ws, { socket, stream }] = await client()
    const { count } = inbox(ws)
    const writes: number[] = []
    const write = stream.write.bind(stream)
    stream.write = (chunk: Uint8Array, ...rest: never[]) => {
      writes.push(chunk.length)
      return write(chunk, ...rest)
    }
    for (const size of [1, 20, 300]) socket.send(new Uint8Array(size))
    expect([writes, socket.bufferedBytes]).toEqual([[], 321])
    await count(3)
    expect(writes).toEqual([3 + 22 + 304])

    socket.send(new Uint8Array(10))
    sockets.flush()
    expect(writes).toEqual([329, 12])
    await nextTurn()
    expect(writes).toEqual([329, 12])
  })

  it('[W1] the answers of ws to pings leave by the same stream, never inside one of our frames', async () => {
    const { raw, until } = await endpoint()
    const [peer, { socket, stream, frames }] = await raw()
    const written: Buffer[] = []
    const write = stream.write.bind(stream)
    stream.write = (chunk: Uint8Array, ...rest: never[]) => {
      written.push(Buffer.from(chunk))
      return write(chunk, ...rest)
    }
    socket.send(new Uint8Array(40_000).fill(1))
    socket.send(new Uint8Array(5).fill(2))
    peer.socket.write(
      Buffer.concat([clientFrame(0x89, Buffer.from('ping')), clientFrame(0x82, Buffer.from('x'))]),
    )
    await until(() => frames.length === 1)
    await nextTurn()
    socket.close(4001, 'genug')
    const all = await peer.frames(4)
    expect(all.map(({ first }) => first)).toEqual([0x82, 0x82, 0x8a, 0x88])
    expect(all.map(({ payload }) => payload.length)).toEqual([40_000, 5, 4, 7])
    expect(Buffer.concat(written).equals(peer.received())).toBe(true)
  })

  it('[W1] [W2] 10,000 messages of all sizes to several clients, among pings and closings: in order, whole, none after the end', async () => {
    const seed = Math.trunc(Math.random() * 2 ** 31)
    console.info(`transport order: seed ${seed}`)
    const random = seededRandom(seed)
    const { client, sockets } = await endpoint()
    const readers = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const [ws, server] = await client({ perMessageDeflate: index % 2 === 0 })
        const got = inbox(ws)
        return { ws, server, got, closed: closing(ws), sent: [] as Uint8Array[] }
      }),
    )
    const size = () => random.pick([5, 60, 125, 126, 600, 3_000, 3_000, 20_000])
    for (let number = 0; number < 10_000; number++) {
      const data = Buffer.alloc(number % 2_000 === 0 ? 70_000 : size(), `${number} wörtlich; `)
      data.writeUInt32BE(number)
      // To everybody, to some, to one.
      const likelihood = random.pick([1, 0.5, 0.1])
      for (const { server, sent } of readers) {
        if (random.fraction() > likelihood) continue
        if (server.socket.readyState === 1) sent.push(data)
        server.socket.send(data)
      }
      if (random.fraction() < 0.02) random.pick(readers).ws.ping('da?')
      if (random.fraction() < 0.05) sockets.flush()
      if (random.fraction() < 0.1) await nextTurn()
      // All readers live in this process: nobody shall be cut off because it had no time to read.
      while (readers.some(({ server }) => server.socket.bufferedBytes > maxBufferedBytes / 4))
        await nextTurn()
      if (number === 5_000) readers[0]?.server.socket.close(4000, 'mittendrin')
      if (number === 6_000) readers[1]?.server.socket.close(4001)
    }
    for (const { server } of readers) server.socket.close(1000, 'fertig')
    const codes = await Promise.all(readers.map(({ closed }) => closed))
    expect(codes.map(({ code }) => code)).toEqual([4000, 4001, 1000, 1000, 1000, 1000])
    for (const { sent, got } of readers) {
      expect(got.messages.length).toBe(sent.length)
      expect(got.messages.every((data, index) => data.equals(sent[index] ?? Buffer.alloc(0)))).toBe(true)
    }
  })

  it('[W2] nothing follows the close frame, whoever closes first', async () => {
    const { raw, client } = await endpoint()
    for (const who of ['server', 'peer'] as const) {
      const [peer, { socket, closed }] = await raw()
      socket.send(Buffer.from('davor'))
      await nextTurn()
      if (who === 'server') socket.close(4005, 'aus')
      const code = Buffer.from([0x0f, 0xa5])
      peer.socket.write(clientFrame(0x88, code))
      while (socket.readyState === 1) await nextTurn()
      socket.send(Buffer.from('danach'))
      expect(socket.bufferedBytes).toBe(0)
      socket.close(4999)
      await closed
      if (!peer.socket.readableEnded) await once(peer.socket, 'end')
      const all = await peer.frames(2)
      expect(all.map(({ first }) => first)).toEqual([0x82, 0x88])
      expect(all[1]?.payload.readUInt16BE(0)).toBe(4005)
    }
    const [ws, { socket }] = await client()
    const { messages } = inbox(ws)
    socket.send(Buffer.from('noch in diesem Zug'))
    socket.close(1008, 'unlesbar')
    socket.send(Buffer.from('zu spät'))
    expect(await closing(ws)).toEqual({ code: 1008, reason: 'unlesbar' })
    expect(messages.map(String)).toEqual(['noch in diesem Zug'])
  })

  it('[W2] an answer that waits while the peer closes in the same turn is not sent behind the close frame', async () => {
    const { raw } = await endpoint()
    const [peer, server] = await raw()
    const errors: Error[] = []
    server.stream.on('error', error => errors.push(error))
    server.onFrame = () => server.socket.send(Buffer.from('Antwort'))
    const bye = clientFrame(0x88, Buffer.from([0x03, 0xe8]))
    peer.socket.write(Buffer.concat([clientFrame(0x82, Buffer.from('Frage')), bye]))
    await server.closed
    if (!peer.socket.readableEnded) await once(peer.socket, 'end')
    expect([server.frames.length, errors]).toEqual([1, []])
    expect(serverFrames(peer.received()).map(({ first }) => first)).toEqual([0x88])
  })

  it('[W4] a code or reason that no close frame can carry is mended, not thrown', async () => {
    const { client } = await endpoint()
    const [first, { socket: one }] = await client()
    one.close(1006)
    expect((await closing(first)).code).toBe(1011)
    const [second, { socket: two }] = await client()
    two.close(4403, 'ü'.repeat(100))
    expect(await closing(second)).toEqual({ code: 4403, reason: 'ü'.repeat(61) })
  })

  it('[W4] a peer that dies in the middle of sending is noticed and harms nobody', async () => {
    const { raw, client } = await endpoint()
    const [peer, dead] = await raw()
    const [ws, alive] = await client()
    const { count } = inbox(ws)
    const data = Buffer.alloc(20_000)
    for (let turn = 0; turn < 30; turn++) {
      for (const { socket } of [dead, alive]) socket.send(data)
      if (turn === 10) peer.socket.resetAndDestroy()
      await nextTurn()
    }
    expect((await dead.closed).code).toBe(1006)
    dead.socket.send(data)
    dead.socket.pause()
    dead.socket.resume()
    dead.socket.close(1000)
    await count(30)
  })
})

describe('compression', () => {
  const deflating = { perMessageDeflate: { threshold: 0 } }

  it('reaches who offered it; the others get the same in plain frames; small frames stay as they are', async () => {
    const { raw, sockets } = await endpoint()
    const answers = await Promise.all(
      [
        'permessage-deflate; client_max_window_bits',
        'permessage-deflate',
        '',
        'permessage-deflate; server_max_window_bits=10',
      ].map(offer => raw(offer)),
    )
    const [presence, ack] = [states(40), Buffer.from('ack')]
    const firsts: number[][] = []
    const sizes: number[] = []
    for (const [, { socket }] of answers) for (const data of [presence, ack]) socket.send(data)
    sockets.flush()
    for (const [peer] of answers) {
      firsts.push((await peer.frames(2)).map(({ first }) => first))
      sizes.push(peer.received().length)
    }
    // The last one would only understand a smaller window.
    expect(firsts).toEqual([
      [0xc2, 0x82],
      [0xc2, 0x82],
      [0x82, 0x82],
      [0x82, 0x82],
    ])
    expect(sizes[0]).toBeLessThan(presence.length / 3)
    expect(sizes[2]).toBe(presence.length + 4 + ack.length + 2)
  })

  it('is undone by usual clients, message by message', async () => {
    const { client } = await endpoint()
    const [ws, { socket }] = await client(deflating)
    expect(ws.extensions).toBe('permessage-deflate')
    const { messages, count } = inbox(ws)
    const sent = [states(40), Buffer.from('klein'), states(50), Buffer.alloc(3_000_000, 'Satz für Satz. ')]
    for (const data of sent) socket.send(data)
    await count(sent.length)
    expect(messages.every((data, index) => data.equals(sent[index] ?? Buffer.alloc(0)))).toBe(true)
  })

  it('a client may compress; order is kept among compressed, plain and fragmented messages', async () => {
    const { client, until } = await endpoint()
    const [ws, { frames }] = await client(deflating)
    const sent: string[] = []
    for (let number = 0; number < 300; number++) {
      const text = `${number} `.repeat(1 + (number % 400))
      sent.push(text)
      const compress = number % 3 > 0
      if (number % 5 === 0) {
        for (const part of [0, 1, 2]) {
          const third = Math.ceil(text.length / 3)
          ws.send(Buffer.from(text.slice(part * third, (part + 1) * third)), { compress, fin: part === 2 })
        }
      } else ws.send(Buffer.from(text), { compress })
    }
    await until(() => frames.length === sent.length)
    expect(frames.map(frame => Buffer.from(frame).toString())).toEqual(sent)
  })

  it('a message that ends its deflate stream is read, too', async () => {
    const { raw, until } = await endpoint()
    const [peer, { frames }] = await raw('permessage-deflate')
    const text = Buffer.from('ein Block mit Ende, dann ein leerer')
    peer.socket.write(clientFrame(0xc2, Buffer.concat([deflateRawSync(text), Buffer.from([0])])))
    peer.socket.write(clientFrame(0xc2, Buffer.from([0])))
    await until(() => frames.length === 2)
    expect(frames.map(frame => Buffer.from(frame).toString())).toEqual([text.toString(), ''])
  })

  it('[b7] counts what a message inflates to: at the limit it passes, one byte more closes with 1009', async () => {
    const { client, until } = await endpoint()
    const [ws, { frames }] = await client(deflating)
    ws.send(Buffer.alloc(maxFrameBytes, 'a'))
    await until(() => frames.length === 1)
    expect(frames[0]?.length).toBe(maxFrameBytes)
    ws.send(Buffer.alloc(maxFrameBytes + 1, 'a'))
    expect((await closing(ws)).code).toBe(1009)
    expect(frames.length).toBe(1)
  })

  it('[b7] a bomb of 400 MB in 400 kB is never inflated', async () => {
    const { raw } = await endpoint()
    const megabyte = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_SYNC_FLUSH })
    const bomb = Buffer.concat(Array.from({ length: 400 }, () => megabyte))
    expect(bomb.length).toBeLessThan(maxFrameBytes)
    const kilobytesBefore = process.resourceUsage().maxRSS
    // in two fragments
    const [peer, bombed] = await raw('permessage-deflate')
    peer.socket.write(
      Buffer.concat([clientFrame(0x42, bomb.subarray(0, 1_000)), clientFrame(0x80, bomb.subarray(1_000))]),
    )
    const [answer] = await peer.frames(1)
    expect(answer?.payload.readUInt16BE(0)).toBe(1009)
    peer.socket.destroy()
    await bombed.closed
    expect(bombed.frames).toEqual([])
    expect(process.resourceUsage().maxRSS - kilobytesBefore).toBeLessThan(100_000)
  })

  it('what does not inflate closes with 1007', async () => {
    const { raw } = await endpoint()
    const [peer, { frames, closed }] = await raw('permessage-deflate')
    peer.socket.write(clientFrame(0xc2, Buffer.from([0xff, 0xff, 0xff, 0xff])))
    const [answer] = await peer.frames(1)
    expect(answer?.payload.readUInt16BE(0)).toBe(1007)
    peer.socket.destroy()
    await closed
    expect(frames).toEqual([])
  })

  it('ws has its extension where it is replaced', async () => {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: 0,
      perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
    })
    cleanups.push(() => server.close())
    await once(server, 'listening')
    const ws = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    cleanups.push(() => ws.terminate())
    const [socket] = (await once(server, 'connection')) as [WebSocket]
    expect(inflateInOneCall(socket, 1_000)).toBe(true)
    const message = once(socket, 'message')
    if (ws.readyState !== ws.OPEN) await once(ws, 'open')
    ws.send(Buffer.alloc(900, 'x'), { compress: true })
    expect(((await message) as [Buffer])[0].length).toBe(900)
  })
})

describe('a reader that does not read', () => {
  it('[a12] [W3] is cut off at 4 MB, its memory freed, while another reader of the room goes on', async () => {
    const { raw, client, slowReaders } = await endpoint()
    const [peer, slow] = await raw()
    peer.socket.pause()
    const [ws, other] = await client()
    const { messages } = inbox(ws)
    let turns = 0
    let mostBuffered = 0
    const payloads: WeakRef<Uint8Array>[] = []
    while (slow.socket.readyState === 1) {
      const data = Buffer.alloc(64_000, turns++)
      payloads.push(new WeakRef(data))
      for (const { socket } of [slow, other]) socket.send(data)
      await nextTurn()
      mostBuffered = Math.max(mostBuffered, slow.socket.bufferedBytes)
    }
    expect((await slow.closed).code).toBe(1006)
    expect(slowReaders()).toBe(1)
    expect(mostBuffered).toBeGreaterThan(maxBufferedBytes - 128_000)
    expect(mostBuffered).toBeLessThan(maxBufferedBytes + 128_000)

    while (messages.length < turns) await once(ws, 'message')
    expect(messages.every((data, index) => data.length === 64_000 && data[0] === index % 256)).toBe(true)
    expect(other.socket.readyState).toBe(1)

    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    for (let round = 0; round < 5; round++) {
      await nextTurn()
      collectGarbage()
    }
    const held = payloads.filter(payload => payload.deref() !== undefined).length
    expect(held).toBeLessThan(3)

    const [again, back] = await client()
    back.socket.send(Buffer.from('wieder da'))
    const [message] = (await once(again, 'message')) as [Buffer]
    expect(message.toString()).toBe('wieder da')
  })

  it('[a12] is not cut off for one document above the limit, but for what comes on top of it', async () => {
    const { raw, slowReaders, client } = await endpoint()
    const document = Buffer.alloc(9_000_000, 'Protokoll ')
    const [ws, patient] = await client()
    patient.socket.send(document)
    const [whole] = (await once(ws, 'message')) as [Buffer]
    expect(whole.equals(document)).toBe(true)

    const [peer, greedy] = await raw()
    peer.socket.pause()
    greedy.socket.send(document)
    await nextTurn()
    expect([greedy.socket.readyState, slowReaders()]).toEqual([1, 0])
    greedy.socket.send(document)
    expect((await greedy.closed).code).toBe(1006)
    expect(slowReaders()).toBe(1)
  })
})

describe('reading', () => {
  it('rests between pause and resume; nothing is lost', async () => {
    const { client, until } = await endpoint()
    const [ws, { socket, frames }] = await client()
    socket.pause()
    for (let number = 0; number < 50; number++) ws.send(Buffer.alloc(30_000, number))
    ws.ping()
    // A second connection is served in full meanwhile, so the first one had its chance.
    const [other, busy] = await client()
    other.send(Buffer.from('x'))
    await until(() => busy.frames.length === 1)
    expect(frames).toEqual([])
    socket.resume()
    await until(() => frames.length === 50)
    expect(frames.map(frame => frame[0])).toEqual(Array.from({ length: 50 }, (_, index) => index))
  })

  it('[W2] a paused socket closes as any other', async () => {
    const { client } = await endpoint()
    const [ws, { socket, closed }] = await client()
    socket.pause()
    socket.close(4503, 'notStored')
    expect(await closing(ws)).toEqual({ code: 4503, reason: 'notStored' })
    expect(await closed).toEqual({ code: 4503, reason: 'notStored' })
  })

  it('[W5] ends with the room closing, whatever is on its way', async () => {
    const { client } = await endpoint()
    const [ws, { socket, frames, closed }] = await client()
    socket.pause()
    for (let number = 0; number < 20; number++) ws.send(Buffer.alloc(10_000, number))
    socket.close(1008, 'unlesbar')
    expect((await closing(ws)).code).toBe(1008)
    await closed
    expect(frames).toEqual([])
  })

  it('[b7] a frame above 1 MB closes with 1009, text with 1003; nobody else notices', async () => {
    const { client, until } = await endpoint()
    const [large, { frames }] = await client()
    const [text] = await client()
    const [honest, { frames: taken }] = await client()
    large.send(new Uint8Array(maxFrameBytes + 1))
    text.send('Text')
    expect([(await closing(large)).code, (await closing(text)).code]).toEqual([1009, 1003])
    expect(frames).toEqual([])
    honest.send(new Uint8Array(maxFrameBytes))
    await until(() => taken.length === 1)
  })
})

describe('the endpoint', () => {
  const status = async (port: number, path: string, from: string) => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin: from })
    ws.on('error', () => undefined)
    const [, response] = (await once(ws, 'unexpected-response')) as [unknown, IncomingMessage]
    ws.terminate()
    return response.statusCode
  }

  it('[b31] refuses other paths, foreign origins, and everybody while it is leaving', async () => {
    const { port, sockets } = await endpoint()
    expect(await status(port, '/anders', origin)).toBe(404)
    expect(await status(port, collabPath, 'https://fremd.example')).toBe(403)
    sockets.stopTaking()
    expect(await status(port, collabPath, origin)).toBe(503)
    expect(sockets.count).toBe(0)
  })

  it('says what it still has to say, then asks everybody to come back, and cuts off who does not answer', async () => {
    const { client, raw, sockets } = await endpoint()
    const [ws, { socket }] = await client()
    const [peer, silent] = await raw()
    const { messages } = inbox(ws)
    const closed = closing(ws)
    socket.send(Buffer.from('letzte Bestätigung'))
    peer.socket.pause()
    await sockets.closeAll(50)
    expect(await closed).toEqual({ code: 1012, reason: '' })
    expect(messages.map(String)).toEqual(['letzte Bestätigung'])
    expect((await silent.closed).code).toBe(1006)
    expect(sockets.count).toBe(0)
  })
})
