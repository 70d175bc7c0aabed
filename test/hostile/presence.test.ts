import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxPresenceBytes } from '#shared/wire/presence.ts'
import { roomName } from '#shared/wire/room.ts'
import {
  type PresenceEntry,
  presenceFrame,
  rawPresenceFrame,
  updateFrame,
} from '#test/support/hostile/clientFrames.ts'
import type { RawClient } from '#test/support/hostile/rawClient.ts'
import { newClientId, type Scene, startScene } from '#test/support/hostile/scene.ts'
import { honestText } from '#test/support/hostile/updateAttacks.ts'

const at = (path: string) => ({ place: { path, typing: false }, cursor: null })
const entry = (client: number, clock: number, state: unknown): PresenceEntry => ({
  client,
  clock,
  json: JSON.stringify(state),
})
const personOf = (name: string) => ({ id: name, name: `Name of ${name}`, tone: 3 })

describe('presence', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  /** An honest person, a hostile one and a witness, each under an id of their own. */
  const three = async () => {
    const room = scene.newRoom()
    const [honestId, hostileId, witnessId] = [newClientId(), newClientId(), newClientId()]
    const honest = await scene.enter(room, 'honest', honestId)
    const witness = await scene.enter(room, 'witness', witnessId)
    const hostile = await scene.enter(room, 'hostile', hostileId)
    const name = roomName(room)
    return { room, name, honest, hostile, witness, honestId, hostileId }
  }
  type Three = Awaited<ReturnType<typeof three>>

  const shown = (client: RawClient, id: number): unknown =>
    client.frames
      .flatMap(frame => (frame.type === 'presence' ? frame.states : []))
      .filter(state => state.client === id)
      .at(-1)?.state
  const sees = (client: RawClient, id: number, path: string): Promise<void> =>
    client.until(`presence at ${path}`, () => JSON.stringify(shown(client, id) ?? null).includes(path))
  /** What the hostile one said is dealt with when the witness sees what they say properly after it. */
  const dealtWith = async ({ name, hostile, hostileId, witness }: Three, clock: number) => {
    hostile.send(presenceFrame(name, [entry(hostileId, clock, at('afterwards'))]))
    await sees(witness, hostileId, 'afterwards')
  }
  /** The honest one is there, can still move, and can write. */
  const isUndisturbed = async ({ name, honest, honestId, witness }: Three, clock: number) => {
    honest.send(presenceFrame(name, [entry(honestId, clock, at('moved'))]))
    await sees(witness, honestId, 'moved')
    honest.send(updateFrame(name, honestText('x')({ client: honestId, clock: 0 })))
    await honest.until('an acknowledgement', () => honest.answers(true) === 1)
    expect([honest.closed, witness.closed]).toEqual([null, null])
  }

  it('[b20] for another id is dropped, and nobody is shown who is not there', async () => {
    const all = await three()
    const { name, honest, hostile, witness, honestId } = all
    honest.send(presenceFrame(name, [entry(honestId, 1, at('agenda'))]))
    await sees(witness, honestId, 'agenda')
    const nobody = newClientId()
    hostile.send(presenceFrame(name, [entry(honestId, 1000, at('forged')), entry(nobody, 1, at('ghost'))]))
    hostile.send(presenceFrame(name, [entry(honestId, 1001, null)]))
    await dealtWith(all, 1)
    expect(shown(witness, honestId)).toMatchObject({ person: personOf('honest'), place: { path: 'agenda' } })
    expect(shown(witness, nobody)).toBeUndefined()
    await isUndisturbed(all, 2)
  })

  it('[b20] for the id of somebody who is there is dropped also where the handshake claims that id', async () => {
    const all = await three()
    const { room, name, honest, witness, honestId } = all
    honest.send(presenceFrame(name, [entry(honestId, 1, at('agenda'))]))
    await sees(witness, honestId, 'agenda')
    // the server may keep the door shut, or let the thief in without a voice
    const thief = await scene.enter(room, 'thief', honestId).catch(() => null)
    thief?.send(presenceFrame(name, [entry(honestId, 1000, at('forged'))]))
    thief?.send(updateFrame(name, honestText('x')({ client: newClientId(), clock: 0 })))
    await thief?.until('an answer', () => thief.answers(true) + thief.answers(false) === 1)
    await isUndisturbed(all, 2)
    expect(shown(witness, honestId)).toMatchObject({ person: personOf('honest') })
    // and when the thief goes, the honest one stays
    thief?.close()
    await dealtWith(all, 1)
    expect(shown(witness, honestId)).toMatchObject({ person: personOf('honest'), place: { path: 'moved' } })
  })

  it('[b21] carries the name and the colour that the server knows, and nothing beside the agreed fields', async () => {
    const { name, hostile, hostileId, witness } = await three()
    const forged = {
      ...at('agenda'),
      person: { id: 'honest', name: '<img src=//evil.example>', tone: 8 },
      user: { name: 'Somebody else', color: 'red;background:url(//evil.example)' },
    }
    hostile.send(presenceFrame(name, [entry(hostileId, 1, forged)]))
    await sees(witness, hostileId, 'agenda')
    expect(shown(witness, hostileId)).toEqual({ ...at('agenda'), person: personOf('hostile') })
  })

  it.each([
    ['a megabyte', 990_000],
    ['a little too much', maxPresenceBytes + 1],
  ])('[b22] of %s is dropped', async (_, bytes) => {
    const all = await three()
    const { name, hostile, hostileId, witness } = all
    const state = { ...at('large'), cursor: { anchor: 'x'.repeat(bytes), head: 1 } }
    hostile.send(presenceFrame(name, [entry(hostileId, 1, state)]))
    // only the latest state of a moment is told: what comes now is told together with it
    hostile.send(updateFrame(name, honestText('y')({ client: hostileId, clock: 0 })))
    await witness.until('the update', () => witness.frames.some(({ type }) => type === 'update'))
    await dealtWith(all, 2)
    const frames = witness.frames.filter(({ type }) => type === 'presence')
    expect(JSON.stringify(frames)).not.toContain('large')
    await isUndisturbed(all, 1)
  })

  it.each([2 ** 53, Number.MAX_SAFE_INTEGER])('[b23] with the clock %d is dropped', async clock => {
    const all = await three()
    const { name, hostile, honestId, hostileId } = all
    hostile.send(presenceFrame(name, [entry(hostileId, clock, at('last'))]))
    hostile.send(presenceFrame(name, [entry(honestId, clock, at('last'))]))
    // had it counted, no later clock of this id would be shown
    await dealtWith(all, 1)
    await isUndisturbed(all, 1)
  })

  it.each<[string, (name: string, id: number) => Uint8Array]>([
    ['no JSON', (name, id) => presenceFrame(name, [{ client: id, clock: 1, json: '{' }])],
    ['a number', (name, id) => presenceFrame(name, [entry(id, 1, 7)])],
    ['a list', (name, id) => presenceFrame(name, [entry(id, 1, [])])],
    ['fields of other types', (name, id) => presenceFrame(name, [entry(id, 1, { place: 'x', cursor: 7 })])],
    [
      'a forged prototype',
      (name, id) => presenceFrame(name, [{ client: id, clock: 1, json: '{"__proto__":{"place":1}}' }]),
    ],
    ['a state cut off', name => rawPresenceFrame(name, new Uint8Array([1, 5, 1, 200]))],
    ['more entries promised than follow', name => rawPresenceFrame(name, new Uint8Array([200, 200, 1]))],
    ['no bytes', name => rawPresenceFrame(name, new Uint8Array(0))],
  ])('[b24] that is malformed concerns its sender only: %s', async (_, malformed) => {
    const all = await three()
    const { name, honest, hostile, honestId, hostileId, witness } = all
    honest.send(presenceFrame(name, [entry(honestId, 1, at('agenda'))]))
    await sees(witness, honestId, 'agenda')
    hostile.send(malformed(name, hostileId))
    await isUndisturbed(all, 2)
    // the sender: either the socket is closed, or it works as before
    hostile.send(updateFrame(name, honestText('y')({ client: hostileId, clock: 0 })))
    await hostile.until('an answer or the end', () => hostile.closed !== null || hostile.answers(true) === 1)
    const state = shown(witness, hostileId)
    if (state !== undefined && state !== null)
      expect(state).toEqual({ person: personOf('hostile'), place: null, cursor: null })
  })

  it('of somebody who goes without a word is gone for the others', async () => {
    const { name, honest, hostile, hostileId } = await three()
    hostile.send(presenceFrame(name, [entry(hostileId, 1, at('here'))]))
    await sees(honest, hostileId, 'here')
    hostile.close()
    await honest.until('the leave', () => shown(honest, hostileId) === null)
  })
})
