import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  authFrame,
  broadcastStatelessFrame,
  frame,
  statelessFrame,
  syncStep1Frame,
  updateFrame,
} from '#test/support/hostile/clientFrames.ts'
import { openRawClient, type RawClient } from '#test/support/hostile/rawClient.ts'
import { type StockServer, startStockServer } from '#test/support/hostile/stockServer.ts'
import { honestText } from '#test/support/hostile/updateAttacks.ts'

const honest = (clock = 0) => honestText('x')({ client: 70_000, clock })
const resetConnection = 4205
const unauthorized = 4401
const closeType = 7
const unknownType = 99

/** What Hocuspocus alone does with hostile frames: where it fails, and where its own limits do. */
describe('stock: hostile frames', () => {
  let plain: StockServer
  const servers: StockServer[] = []
  const clients: RawClient[] = []

  const start = async (...manner: Parameters<typeof startStockServer>): Promise<StockServer> => {
    const server = await startStockServer(...manner)
    servers.push(server)
    return server
  }
  beforeAll(async () => {
    plain = await start()
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
  })
  afterAll(() => Promise.all(servers.map(server => server.stop())))

  const connect = async (server = plain, headers = {}): Promise<RawClient> => {
    const client = await openRawClient(server.url, { headers })
    clients.push(client)
    return client
  }
  /** Whatever was sent before has been looked at when another room of the same socket answers. */
  const handled = async (client: RawClient): Promise<void> => {
    await client.openRoom(randomUUID())
  }
  const closeFrames = (client: RawClient) => client.frames.filter(({ type }) => type === 'close')

  it('[b16] (right) 1,001 frames before authentication end the socket', async () => {
    const client = await connect()
    const room = randomUUID()
    for (let count = 0; count < 1000; count++) client.send(updateFrame(room, honest()))
    await handled(client)
    expect(client.closed).toBeNull()
    client.send(updateFrame(room, honest()))
    await client.until('the end', () => client.closed?.code === resetConnection)
  })

  it('[b17] (right) 100 documents may wait for authentication, the 101st ends the socket', async () => {
    const client = await connect()
    for (let count = 0; count < 100; count++) client.send(syncStep1Frame(randomUUID()))
    client.send(syncStep1Frame(randomUUID()))
    await client.until('the end', () => client.closed?.code === resetConnection)
  })

  it('[b18] any name becomes a document; only names that an object has by itself do not', async () => {
    const client = await connect()
    for (const name of ['../../etc/passwd', 'no\0name', '<img>', 'x'.repeat(10_000)])
      expect(await client.openRoom(name)).toBeNull()
    client.send(authFrame(' ', '{}'))
    await client.until('a refusal', () => client.frames.some(({ type }) => type === 'denied'))
    for (const name of ['__proto__', 'constructor']) {
      const unlucky = await connect()
      expect(await unlucky.openRoom(name)).toBe(`closed with ${unauthorized}`)
    }
  })

  it('[b19] (right) what a reader writes is answered with no', async () => {
    const reader = await connect(await start('reader'))
    const room = randomUUID()
    await reader.openRoom(room)
    reader.send(updateFrame(room, honest()))
    await reader.until('a no', () => reader.answers(false) === 1)
    expect(reader.answers(true)).toBe(0)
  })

  it('[b25] a stateless message that is no JSON ends the process of an application that reads JSON', async () => {
    const server = await start('parsing')
    const [client, witness] = [await connect(server), await connect(server)]
    const room = randomUUID()
    await Promise.all([client.openRoom(room), witness.openRoom(room)])
    client.send(statelessFrame(room, '{'))
    expect((await server.process.ended).code).not.toBe(0)
    await witness.until('the end', () => witness.closed !== null)
  })

  it('[b26] (right) a broadcast from a client reaches nobody and closes its room', async () => {
    const [client, witness] = [await connect(), await connect()]
    const room = randomUUID()
    await Promise.all([client.openRoom(room), witness.openRoom(room)])
    client.send(broadcastStatelessFrame(room, 'forged'))
    await client.until('the end of the room', () => closeFrames(client).length === 1)
    await handled(witness)
    expect(witness.frames.some(({ type }) => type === 'stateless')).toBe(false)
  })

  it('[b27] unknown message types may go on for ever', async () => {
    const client = await connect()
    const room = randomUUID()
    await client.openRoom(room)
    for (let count = 0; count < 2000; count++) client.send(frame(room, unknownType))
    client.send(updateFrame(room, honest()))
    await client.until('an answer', () => client.answers(true) === 1)
    expect(client.closed).toBeNull()
    expect(closeFrames(client)).toEqual([])
  })

  it('a room that is left and opened again in one go is never answered again', async () => {
    const client = await connect()
    const room = randomUUID()
    await client.openRoom(room)
    const before = client.frames.length
    client.send(frame(room, closeType), authFrame(room, '{}'))
    await client.until('the end of the room', () => closeFrames(client).length === 1)
    client.send(updateFrame(room, honest()))
    await handled(client)
    const answers = client.frames.slice(before).filter(({ address }) => address === room)
    expect(answers.map(({ type }) => type)).toEqual(['close'])
    expect(client.closed).toBeNull()
  })

  it('[b28] a flood is read into memory however slowly it is worked off', async () => {
    const client = await connect(await start('slow'))
    const room = randomUUID()
    await client.openRoom(room)
    const update = honestText('x'.repeat(50_000))({ client: 70_000, clock: 0 })
    // 50 MB: far beyond what sockets and kernel hold
    for (let count = 0; count < 1000; count++) client.send(updateFrame(room, update))
    await expect.poll(() => client.unsent, { timeout: 20_000 }).toBe(0)
    expect(client.answers(true)).toBe(0)
    expect(client.closed).toBeNull()
  })

  it('[b31] a page from anywhere opens a socket', async () => {
    const client = await connect(plain, { origin: 'https://evil.example' })
    expect(await client.openRoom(randomUUID())).toBeNull()
  })
})
