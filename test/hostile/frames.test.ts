import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { maxFrameBytes } from '#shared/wire/handshake.ts'
import { roomName } from '#shared/wire/room.ts'
import { fastClock } from '#test/support/fastClock.ts'
import {
  authFrame,
  broadcastStatelessFrame,
  frame,
  statelessFrame,
  syncFrame,
  syncStep1Frame,
  syncStep2Frame,
  updateFrame,
} from '#test/support/hostile/clientFrames.ts'
import { openRawClient } from '#test/support/hostile/rawClient.ts'
import {
  handshakeOf,
  newClientId,
  type Scene,
  senderOf,
  startScene,
  textOf,
  type,
} from '#test/support/hostile/scene.ts'
import { honestText, tinyStructs } from '#test/support/hostile/updateAttacks.ts'

const messageTooBig = 1009
const refused = 1008
const unknownType = 99

describe('frames', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  /** A document with a witness, and a hostile person who has opened it, too. */
  const withWitness = async () => {
    const room = scene.newRoom()
    const witness = await scene.open(room, 'witness')
    const client = newClientId()
    const hostile = await scene.enter(room, 'hostile', client)
    return { room, name: roomName(room), witness, hostile, client }
  }
  const isUndisturbed = async ({ witness }: { witness: Awaited<ReturnType<Scene['open']>> }) => {
    await type(witness, 'ungestört ')
    expect(witness.closeCodes).toEqual([])
  }

  describe('too large', () => {
    it('[b7] one byte too much ends the socket with 1009; the honest provider comes back by itself', async () => {
      const room = scene.newRoom()
      const [sender, witness] = [await scene.open(room, 'sender'), await scene.open(room, 'witness')]
      const rows = await scene.rows(room)
      const around = updateFrame(roomName(room), new Uint8Array(900_000)).length - 900_000
      const frameTooLarge = updateFrame(roomName(room), new Uint8Array(maxFrameBytes + 1 - around))
      expect(frameTooLarge).toHaveLength(maxFrameBytes + 1)
      sender.sendRaw(frameTooLarge)
      await sender.until('the end of the socket', () => sender.closeCodes.includes(messageTooBig))
      await sender.settled()
      await type(sender, 'weiter')
      await witness.until('what is typed on', () => textOf(witness.doc) === 'weiter')
      expect(await scene.rows(room)).toBe(rows + 1)
      expect(sender.refusal).toBeNull()
      await isUndisturbed({ witness })
    })

    it('[b7] a frame of exactly the limit is read', async () => {
      const { room, name, hostile, client } = await withWitness()
      const empty = updateFrame(name, honestText('x'.repeat(500_000))({ client, clock: 0 })).length - 500_000
      const text = 'x'.repeat(maxFrameBytes - empty)
      const bytes = updateFrame(name, honestText(text)({ client, clock: 0 }))
      expect(bytes).toHaveLength(maxFrameBytes)
      hostile.send(bytes)
      await hostile.until('an acknowledgement', () => hostile.answers(true) === 1)
      expect(await scene.rows(room)).toBe(2)
    })

    it('[b7, b8] a million structs do not get past the socket', async () => {
      const { room, name, witness, hostile, client } = await withWitness()
      hostile.send(updateFrame(name, tinyStructs(1_000_000)({ client, clock: 0 })))
      await hostile.until('the end', () => hostile.closed?.code === messageTooBig)
      expect(await scene.quarantined(room)).toEqual([])
      await isUndisturbed({ witness })
    })

    it('[b7] what is small only as long as it is compressed counts by what it becomes', async () => {
      const { room, name, witness } = await withWitness()
      const bomb = await openRawClient(scene.server.url, {
        headers: { cookie: 'person=hostile' },
        perMessageDeflate: { threshold: 0 },
      })
      await bomb.openRoom(name, handshakeOf(newClientId()))
      bomb.send(updateFrame(name, new Uint8Array(50_000_000)))
      await bomb.until('the end', () => bomb.closed?.code === messageTooBig)
      expect(await scene.rows(room)).toBe(1)
      await isUndisturbed({ witness })
    })
  })

  describe('before authentication', () => {
    it('[b16] end the socket when they are many', async () => {
      const { room, name, witness } = await withWitness()
      const stranger = await scene.connect('hostile')
      const update = updateFrame(name, honestText('x')({ client: newClientId(), clock: 0 }))
      for (let count = 0; count < 1_100; count++) stranger.send(update)
      await stranger.until('the end', () => stranger.closed !== null)
      expect(stranger.answers(true)).toBe(0)
      expect(await scene.rows(room)).toBe(1)
      await isUndisturbed({ witness })
    })

    it('[b16] end the socket when they are large', async () => {
      const { room, name, witness } = await withWitness()
      const stranger = await scene.connect('hostile')
      const update = updateFrame(name, honestText('x'.repeat(900_000))({ client: newClientId(), clock: 0 }))
      for (let count = 0; count < 30; count++) stranger.send(update)
      await stranger.until('the end', () => stranger.closed !== null)
      expect(stranger.answers(true)).toBe(0)
      expect(await scene.rows(room)).toBe(1)
      await isUndisturbed({ witness })
    })

    it('[b16] do not hold the socket beyond the deadline, neither silent nor talking nor refused', async () => {
      const hasty = await startScene({ clock: fastClock })
      const room = hasty.newRoom()
      const guest = await hasty.enter(room, 'guest', newClientId())
      const silent = await hasty.connect('hostile')
      const talking = await hasty.connect('hostile')
      hasty.fixed.set('stranger', null)
      const denied = await hasty.connect('stranger')
      const talk = () => {
        talking.send(syncStep1Frame(roomName(room)))
        denied.send(authFrame(roomName(room), handshakeOf(1)))
      }
      talk()
      for (const client of [silent, talking, denied])
        await client.until('the end', () => {
          if (client.closed === null && client !== silent) talk()
          return client.closed !== null
        })
      expect([silent, talking, denied].map(({ closed }) => closed?.code)).toEqual([1013, 1013, 1013])
      expect(guest.closed).toBeNull()
      await hasty.end()
    })

    it('[b17] of 101 documents at once end the socket', async () => {
      const { witness } = await withWitness()
      const stranger = await scene.connect('hostile')
      for (let count = 0; count < 101; count++) stranger.send(syncStep1Frame(roomName(scene.newRoom())))
      await stranger.until('the end', () => stranger.closed !== null)
      const open = scene.server.collab.openDocuments
      expect(open).toBeLessThan(101)
      await isUndisturbed({ witness })
    })

    describe('while handshakes hang, because nobody answers who may', () => {
      /** A server whose access answers nothing until the end. */
      const startHanging = async () => {
        const hanging = await startScene()
        const witness = await hanging.open(hanging.newRoom(), 'witness')
        const toDocument = hanging.fixed.access.toDocument.bind(hanging.fixed.access)
        let answer: () => void = () => undefined
        const later = new Promise<void>(resolve => {
          answer = resolve
        })
        hanging.fixed.access.toDocument = async (...asked) => {
          if (asked[0] === 'hostile') await later
          return toDocument(...asked)
        }
        const end = async () => {
          answer()
          await hanging.end()
        }
        return { hanging, witness, end }
      }

      it('[b17] 100 documents wait, the 101st ends the socket', async () => {
        const printed = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
        const { hanging, witness, end } = await startHanging()
        const hostile = await hanging.connect('hostile')
        const ask = () => hostile.send(authFrame(roomName(hanging.newRoom()), handshakeOf(newClientId())))
        for (let count = 0; count < 100; count++) ask()
        await isUndisturbed({ witness })
        expect(hostile.closed).toBeNull()
        ask()
        await hostile.until('the end', () => hostile.closed !== null)
        await isUndisturbed({ witness })
        await end()
        printed.mockRestore()
      })

      it('[b16] what waits for them is bounded for the whole socket, not for each document', async () => {
        const { hanging, witness, end } = await startHanging()
        const hostile = await hanging.connect('hostile')
        for (let count = 0; count < 60; count++) {
          const [name, client] = [roomName(hanging.newRoom()), newClientId()]
          const update = updateFrame(name, honestText('x'.repeat(900_000))({ client, clock: 0 }))
          hostile.send(authFrame(name, handshakeOf(client)), update)
        }
        await isUndisturbed({ witness })
        // what is going to be read has been read when nothing moves any more
        let before = -1
        while (hostile.unsent !== before && hostile.closed === null) {
          before = hostile.unsent
          await new Promise(resolve => setTimeout(resolve, 300))
        }
        expect(hostile.unsent > 20_000_000 || hostile.closed !== null).toBe(true)
        await isUndisturbed({ witness })
        await end()
      })
    })

    it('[b17] count also beside a room that is open', async () => {
      const { hostile, witness } = await withWitness()
      for (let count = 0; count < 101; count++) hostile.send(syncStep1Frame(roomName(scene.newRoom())))
      await hostile.until('the end', () => hostile.closed !== null)
      await isUndisturbed({ witness })
    })
  })

  it.each([
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'doc',
    '../../etc/passwd',
    'doc/00000000-0000-4000-8000-000000000000',
    'doc/00000000-0000-4000-8000-000000000000/0',
    'doc/00000000-0000-4000-8000-000000000000/1/',
    'doc/00000000-0000-4000-8000-000000000000/1\n',
    'doc/00000000-0000-4000-8000-00000000000\u0000/1',
    'doc/00000000-0000-4000-8000-000000000000/1\u0000session',
    `doc/${'x'.repeat(100_000)}/1`,
  ])('[b18] a document named %.60j is denied', async name => {
    // Hocuspocus prints what it cannot handle
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { witness } = await withWitness()
    const open = scene.server.collab.openDocuments
    const hostile = await scene.connect('hostile')
    hostile.send(authFrame(name, handshakeOf(newClientId())))
    const isRefused = () =>
      hostile.closed !== null || hostile.frames.some(({ type: said }) => said === 'denied')
    await hostile.until('a refusal', isRefused)
    expect(hostile.frames.some(({ type: said }) => said === 'authenticated')).toBe(false)
    expect(scene.server.collab.openDocuments).toBe(open)
    await isUndisturbed({ witness })
    printed.mockRestore()
  })

  it('[b19] updates of a reader are answered with no, whatever they hold, and nothing is kept of them', async () => {
    const { room, name, witness } = await withWitness()
    scene.fixed.set('reader', { access: 'read' })
    const client = newClientId()
    const reader = await scene.enter(room, 'reader', client)
    const rows = await scene.rows(room)
    const update = honestText('heimlich')({ client, clock: 0 })
    reader.send(
      updateFrame(name, update),
      syncStep2Frame(name, update),
      updateFrame(name, tinyStructs(300_000)({ client, clock: 0 })),
      updateFrame(name, new Uint8Array([1, 2, 3])),
    )
    await reader.until('four times no', () => reader.answers(false) === 4)
    expect(reader.answers(true)).toBe(0)
    expect(reader.closed).toBeNull()
    expect(await scene.rows(room)).toBe(rows)
    expect(await scene.quarantined(room)).toEqual([])
    await isUndisturbed({ witness })
    expect(textOf(witness.doc)).not.toContain('heimlich')
  })

  it.each<[string, (name: string) => Uint8Array]>([
    ['no JSON', name => statelessFrame(name, '{')],
    ['JSON of another meaning', name => statelessFrame(name, '{"type":"welcome","access":"write"}')],
    ['a lot', name => statelessFrame(name, 'x'.repeat(900_000))],
    [
      'cut off',
      name => frame(name, 5, encoder => encoding.writeUint8Array(encoder, new Uint8Array([200, 1, 65]))),
    ],
    [
      'no UTF-8',
      name => frame(name, 5, encoder => encoding.writeUint8Array(encoder, new Uint8Array([2, 0xed, 0xa0]))),
    ],
  ])('[b25] stateless garbage is ignored: %s', async (_, garbage) => {
    const { name, hostile, client, witness } = await withWitness()
    const notices = witness.notices.length
    hostile.send(garbage(name), updateFrame(name, honestText('x')({ client, clock: 0 })))
    await hostile.until('an acknowledgement', () => hostile.answers(true) === 1)
    expect(hostile.closed).toBeNull()
    await isUndisturbed({ witness })
    expect(witness.notices.slice(notices).filter(({ type: said }) => said === 'welcome')).toEqual([])
  })

  it('[b26] a broadcast from a client reaches nobody and ends its socket', async () => {
    const { name, hostile, witness } = await withWitness()
    const notices = witness.notices.length
    hostile.send(broadcastStatelessFrame(name, '{"type":"welcome","access":"read"}'))
    await hostile.until('the end', () => hostile.closed?.code === refused)
    await isUndisturbed({ witness })
    expect(witness.notices.slice(notices).filter(({ type: said }) => said === 'welcome')).toEqual([])
  })

  describe('[b27] of an unknown type', () => {
    it('are passed over as long as they are few', async () => {
      const { name, hostile, client } = await withWitness()
      for (let count = 0; count < 5; count++) hostile.send(frame(name, unknownType + count))
      hostile.send(updateFrame(name, honestText('x')({ client, clock: 0 })))
      await hostile.until('an acknowledgement', () => hostile.answers(true) === 1)
      expect(hostile.closed).toBeNull()
    })
    it.each<[string, (name: string) => Uint8Array]>([
      ['types', name => frame(name, unknownType)],
      ['steps of syncing', name => syncFrame(name, unknownType, new Uint8Array(0))],
      ['types beyond all numbers', name => frame(name, 2 ** 40)],
    ])('end the socket after a hundred at most: %s', async (_, unknown) => {
      const { room, name, hostile, client, witness } = await withWitness()
      for (let count = 0; count < 100; count++) hostile.send(unknown(name))
      hostile.send(updateFrame(name, honestText('zu spät')({ client, clock: 0 })))
      await hostile.until('the end', () => hostile.closed?.code === refused)
      expect(hostile.answers(true)).toBe(0)
      expect(await scene.rows(room)).toBe(1)
      await isUndisturbed({ witness })
    })
  })

  it.each<[string, (name: string) => Uint8Array]>([
    ['nothing', () => new Uint8Array(0)],
    ['a name without end', () => new Uint8Array([255, 255, 255, 255, 255])],
    ['a name longer than the frame', () => new Uint8Array([100, 65])],
    ['a name that is no UTF-8', () => new Uint8Array([2, 0xed, 0xa0, 0])],
    ['only a name', name => frame(name, 0).slice(0, -1)],
    ['a sync without a step', name => frame(name, 0)],
    ['an update shorter than it says', name => updateFrame(name, new Uint8Array(100)).slice(0, -50)],
    ['a state vector that is none', name => syncStep1Frame(name, new Uint8Array([200]))],
    [
      'a state vector of 2^40 clients',
      name => syncStep1Frame(name, new Uint8Array([128, 128, 128, 128, 128, 32])),
    ],
    ['a handshake cut off', name => authFrame(name, 'x'.repeat(100)).slice(0, -50)],
    ['a handshake that is no JSON', name => authFrame(name, '{')],
  ])('that say nothing sensible concern their sender only: %s', async (_, garbage) => {
    // Hocuspocus prints what it cannot read
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { room, name, hostile, witness } = await withWitness()
    const stranger = await scene.connect('hostile')
    for (const client of [hostile, stranger]) client.send(garbage(name))
    await isUndisturbed({ witness })
    // the sender: answered, ignored, or closed, but never a row
    expect(await scene.rows(room)).toBe(2)
    expect(hostile.answers(true)).toBe(0)
    printed.mockRestore()
  })

  describe('[b28] a flood', () => {
    const frames = 3_900

    it('is read only as fast as it may be, loses nothing, and slows nobody else', async () => {
      const { room, name, hostile, client, witness } = await withWitness()
      const other = await scene.open(scene.newRoom(), 'other')
      const once = updateFrame(name, honestText('x'.repeat(900_000))({ client, clock: 0 }))
      hostile.send(once)
      await hostile.until('an acknowledgement', () => hostile.answers(true) === 1)
      const rows = await scene.rows(room)

      // What is known already costs least: many small frames, then more bytes than sockets and kernel hold.
      const small = updateFrame(name, honestText('x')({ client, clock: 0 }))
      for (let count = 0; count < frames; count++) hostile.send(small)
      for (let count = 0; count < 30; count++) hostile.send(once)
      await hostile.until('the first answers', () => hostile.answers(true) > 2_000)
      await type(witness, 'währenddessen')
      await type(other, 'anderswo')
      expect(hostile.unsent).toBeGreaterThan(0)
      expect(hostile.answers(true)).toBeLessThan(frames + 31)

      await hostile.until('all answers', () => hostile.answers(true) === frames + 31, 30_000)
      expect(hostile.answers(false)).toBe(0)
      expect(hostile.closed).toBeNull()
      expect(await scene.rows(room)).toBe(rows + 1)
    })

    it('of questions for the whole document, each from another state, keeps nobody waiting', async () => {
      const room = scene.newRoom()
      const witness = await scene.open(room, 'witness')
      const content = witness.doc.getText('t')
      witness.doc.transact(() => {
        for (let count = 0; count < 60_000; count++) content.insert(0, 'x')
      })
      await witness.settled()
      const hostile = await scene.enter(room, 'hostile', newClientId())
      for (let count = 0; count < 300; count++) {
        const somebodyElse = Y.encodeStateVector(new Map([[5_000 + count, 1]]))
        hostile.send(syncStep1Frame(roomName(room), somebodyElse.slice()))
      }
      content.insert(0, 'währenddessen ')
      // a bound for waiting: encoding everything for each question takes several times as long
      await witness.settled(5_000)
      expect(witness.closeCodes).toEqual([])
    })

    it('that is held does not keep a refused client waiting', async () => {
      const room = scene.newRoom()
      const sender = await scene.open(room, 'sender')
      const name = roomName(room)
      const known = honestText('x')(senderOf(sender))
      for (let count = 0; count < frames; count++) sender.sendRaw(updateFrame(name, known))
      sender.sendRaw(updateFrame(name, tinyStructs(300_000)(senderOf(sender))))
      for (let count = 0; count < 100; count++) sender.sendRaw(updateFrame(name, known))
      await sender.until('the end of the socket', () => sender.closeCodes.includes(refused), 20_000)
      await sender.until('the handshake’s answer', () => sender.refusal === 'setAside', 5_000)
      await type(await scene.open(room, 'sender'), 'weiter')
    })
  })
})
