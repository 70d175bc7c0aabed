import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomName } from '#shared/wire/room.ts'
import { currentHandshake, durableOf } from '#test/support/collabClient.ts'
import { syncStep2Frame, updateFrame } from '#test/support/hostile/clientFrames.ts'
import {
  handshakeOf,
  newClientId,
  type Scene,
  startScene,
  textOf,
  type,
} from '#test/support/hostile/scene.ts'
import { honestText } from '#test/support/hostile/updateAttacks.ts'

describe('what comes from the past', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  it('[b29] an update that is sent again is acknowledged each time and adds no row: at once, later, by others, in part', async () => {
    const room = scene.newRoom()
    const name = roomName(room)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['alt ', 'älter ', 'uralt ']) doc.getText('t').insert(0, word)
    doc.getText('t').delete(0, 3)

    const sender = await scene.enter(room, 'sender', doc.clientID)
    const told = await scene.open(room, 'witness')
    // twice in one go: the second before the first has reached the document
    for (const update of updates) sender.send(updateFrame(name, update), updateFrame(name, update))
    await sender.until('all answers', () => sender.answers(true) === updates.length * 2)
    expect(await scene.rows(room)).toBe(1 + updates.length)

    const others = await scene.enter(room, 'other', newClientId())
    const again = [...updates, ...updates.toReversed(), Y.mergeUpdates(updates), Y.encodeStateAsUpdate(doc)]
    for (const client of [sender, others]) {
      const before = client.answers(true)
      for (const update of again) client.send(updateFrame(name, update), syncStep2Frame(name, update))
      await client.until('all answers', () => client.answers(true) === before + again.length * 2)
      expect(client.answers(false)).toBe(0)
    }
    expect(await scene.rows(room)).toBe(1 + updates.length)
    await type(told, '!')

    await scene.emptied()
    const later = await scene.enter(room, 'sender', doc.clientID)
    for (const update of again) later.send(updateFrame(name, update))
    await later.until('all answers', () => later.answers(true) === again.length)
    expect(await scene.rows(room)).toBe(2 + updates.length)
  })

  it('[b29] what is partly new brings only the new part', async () => {
    const room = scene.newRoom()
    const name = roomName(room)
    const [client, witness] = [newClientId(), await scene.open(room, 'witness')]
    const sender = await scene.enter(room, 'sender', client)
    sender.send(updateFrame(name, honestText('abc')({ client, clock: 0 })))
    sender.send(updateFrame(name, honestText('abcdef')({ client, clock: 0 })))
    await sender.until('both answers', () => sender.answers(true) === 2)
    await witness.until('the text', () => textOf(witness.doc).length === 6)
    expect(textOf(witness.doc)).toBe('abcdef')
    expect(await scene.rows(room)).toBe(3)
    await scene.emptied()
    expect(textOf((await scene.open(room, 'later')).doc)).toBe('abcdef')
  })

  it('[a22] a made-up mark of what was on disk begins no new generation; nor does a genuine one of another room', async () => {
    const begun: unknown[] = []
    const strict = await startScene({
      beginGeneration: (documentId, from) => {
        begun.push(documentId)
        return Promise.resolve(from + 1)
      },
    })
    const [room, longer] = [strict.newRoom(), strict.newRoom()]
    await type(await strict.open(room, 'a'), 'kurz')
    const writer = await strict.open(longer, 'a')
    for (const letter of 'länger') await type(writer, letter)
    writer.close()
    const later = await strict.open(longer, 'b')
    await later.until('a welcome', () => later.notices.length > 0)
    const genuine = durableOf(later.notices[0]) ?? { seq: 0, proof: '' }
    expect(genuine.seq).toBeGreaterThan(await strict.rows(room))

    const forged = [
      genuine,
      { seq: 1_000_000, proof: genuine.proof },
      { seq: 1_000_000, proof: '' },
      { seq: Number.MAX_SAFE_INTEGER, proof: 'x'.repeat(22) },
    ]
    for (const durable of forged) {
      const client = await strict.connect('a')
      const token = JSON.stringify({ ...currentHandshake(newClientId()), durable })
      expect(await client.openRoom(roomName(room), token)).toBeNull()
    }
    expect(begun).toEqual([])
    await strict.end()
  })

  describe('[b30] an earlier generation', () => {
    it('is refused at the handshake, and its frames go nowhere', async () => {
      const room = scene.newRoom()
      const person = 'from-before'
      const before = await scene.open(room, person)
      await type(before, 'von früher')
      before.close()
      const rows = await scene.rows(room)
      scene.fixed.set(person, { generation: 2 })
      const raw = await scene.connect(person)
      expect(await raw.openRoom(roomName(room), handshakeOf(before.doc.clientID))).toBe('generationChanged')
      raw.send(syncStep2Frame(roomName(room), Y.encodeStateAsUpdate(before.doc)))
      const next = { ...room, generation: 2 }
      expect(await raw.openRoom(roomName(next), handshakeOf(before.doc.clientID))).toBeNull()
      expect(textOf(await raw.load(roomName(next)))).toBe('')
      expect(raw.answers(true)).toBe(0)
      expect(await scene.rows(room)).toBe(rows)
    })

    it('that ends while a room is open ends the socket, and the client is told; it still has its text', async () => {
      const room = scene.newRoom()
      const person = 'in-the-middle'
      const [client, witness] = [await scene.open(room, person), await scene.open(room, 'witness')]
      await type(client, 'vorher ')
      const rows = await scene.rows(room)
      scene.fixed.set(person, { generation: 2 })
      client.doc.getText('t').insert(7, 'zu spät')
      await client.until('the end of the socket', () => client.closeCodes.includes(4403))
      await client.until('the handshake’s answer', () => client.refusal === 'generationChanged')
      expect(await scene.rows(room)).toBe(rows)
      expect(textOf(client.doc)).toBe('vorher zu spät')
      expect(witness.closeCodes).toEqual([])
      const fresh = await scene.open({ ...room, generation: 2 }, person)
      await type(fresh, 'weiter')
      expect(textOf(fresh.doc)).toBe('weiter')
    })
  })
})
