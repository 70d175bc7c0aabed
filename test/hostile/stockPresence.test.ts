import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type PresenceEntry,
  presenceFrame,
  rawPresenceFrame,
  updateFrame,
} from '#test/support/hostile/clientFrames.ts'
import { openRawClient, type RawClient } from '#test/support/hostile/rawClient.ts'
import type { PresenceState } from '#test/support/hostile/serverFrames.ts'
import { type StockServer, startStockServer } from '#test/support/hostile/stockServer.ts'
import { honestText } from '#test/support/hostile/updateAttacks.ts'

const entry = (client: number, clock: number, state: unknown): PresenceEntry => ({
  client,
  clock,
  json: JSON.stringify(state),
})
const [victim, thief] = [70_000, 70_001]

/** What Hocuspocus alone does with presence that is forged or broken. */
describe('stock: hostile presence', () => {
  let server: StockServer
  const clients: RawClient[] = []
  beforeAll(async () => {
    server = await startStockServer()
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
  })
  afterAll(() => server.stop())

  /** Three people in one room. */
  const three = async () => {
    const room = randomUUID()
    const open = async () => {
      const client = await openRawClient(server.url)
      clients.push(client)
      await client.openRoom(room)
      return client
    }
    const [honest, hostile, witness] = await Promise.all([open(), open(), open()])
    return { room, honest, hostile, witness }
  }
  const shown = (client: RawClient, id: number): PresenceState | undefined =>
    client.frames
      .flatMap(frame => (frame.type === 'presence' ? frame.states : []))
      .filter(state => state.client === id)
      .at(-1)
  const sees = (client: RawClient, id: number, state: unknown): Promise<void> =>
    client.until('the presence', () => JSON.stringify(shown(client, id)?.state) === JSON.stringify(state))

  it('[b20] anybody speaks for anybody', async () => {
    const { room, honest, hostile, witness } = await three()
    honest.send(presenceFrame(room, [entry(victim, 1, { place: 'a' })]))
    await sees(witness, victim, { place: 'a' })
    hostile.send(presenceFrame(room, [entry(victim, 2, { place: 'forged' })]))
    await sees(witness, victim, { place: 'forged' })
  })

  it('[b21] anybody goes by any name and colour', async () => {
    const { room, hostile, witness } = await three()
    const state = { user: { name: 'Somebody else', color: 'red;background:url(//evil.example)' } }
    hostile.send(presenceFrame(room, [entry(thief, 1, state)]))
    await sees(witness, thief, state)
  })

  it('[b22] a megabyte of presence is handed on', async () => {
    const { room, hostile, witness } = await three()
    const state = { place: 'x'.repeat(1_000_000) }
    hostile.send(presenceFrame(room, [entry(thief, 1, state)]))
    await sees(witness, thief, state)
  })

  it.each([Number.MAX_SAFE_INTEGER, 2 ** 53])(
    '[b23] clock %d under the id of somebody: they are never shown again',
    async clock => {
      const { room, honest, hostile, witness } = await three()
      hostile.send(presenceFrame(room, [entry(victim, clock, { place: 'forged' })]))
      await sees(witness, victim, { place: 'forged' })
      honest.send(presenceFrame(room, [entry(victim, 1, { place: 'a' }), entry(thief, 1, { place: 'here' })]))
      await sees(witness, thief, { place: 'here' })
      expect(shown(witness, victim)?.state).toEqual({ place: 'forged' })
    },
  )

  it.each<[string, (room: string) => Uint8Array]>([
    ['no JSON', room => presenceFrame(room, [{ client: thief, clock: 1, json: '{' }])],
    ['cut off', room => rawPresenceFrame(room, new Uint8Array([1, 200]))],
  ])(
    '[b24] %s closes the room but not the socket: what is typed from then on is never answered',
    async (_, attack) => {
      const { room, honest, hostile } = await three()
      hostile.send(attack(room))
      await hostile.until('the end of the room', () => hostile.frames.some(({ type }) => type === 'close'))
      const update = (clock: number) => updateFrame(room, honestText('x')({ client: thief, clock }))
      for (const clock of [0, 1, 2]) hostile.send(update(clock))
      await hostile.openRoom(randomUUID())
      expect(hostile.closed).toBeNull()
      expect(hostile.answers(true)).toBe(0)
      // (right) the others go on
      honest.send(update(0))
      await honest.until('an acknowledgement', () => honest.answers(true) === 1)
    },
  )
})
