import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Clock, systemClock } from '#server/clock.ts'
import type { Journal } from '#server/journal/journal.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { documentIdSchema, type Generation } from '#shared/ids.ts'
import type { DurableMark } from '#shared/wire/notice.ts'
import { roomName } from '#shared/wire/room.ts'
import {
  type CollabClient,
  currentHandshake,
  durableOf,
  openCollabClient,
} from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { watchedConnection } from '#test/support/faults/watchedConnection.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'
import { updateFrame } from '#test/support/frames.ts'

const newRoom = () => ({ documentId: documentIdSchema.parse(randomUUID()), generation: 1 })
type TestRoom = ReturnType<typeof newRoom>
const text = (doc: Y.Doc): string => doc.getText('t').toJSON()

/** Real time that can be put forward; what was to happen meanwhile, from a second on, happens at once. */
function settableClock() {
  let passed = 0
  let waiting: { at: number; callback: () => void }[] = []
  const now = () => Date.now() + passed
  return {
    now,
    after(ms: number, callback: () => void) {
      if (ms < 1_000) return systemClock.after(ms, callback)
      const entry = { at: now() + ms, callback }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(other => other !== entry)
      }
    },
    skip(ms: number) {
      passed += ms
      const due = waiting.filter(({ at }) => at <= now())
      waiting = waiting.filter(({ at }) => at > now())
      for (const { callback } of due) callback()
    },
  }
}

function questionForPresence(room: TestRoom): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, roomName(room))
  encoding.writeVarUint(encoder, 3)
  return encoding.toUint8Array(encoder)
}

describe('rooms', () => {
  let folder: string
  let server: CollabServer
  let fixed: ReturnType<typeof createFixedAccess>
  let clients: CollabClient[]
  /** stands between the rooms and the journal; answers every append that is asked */
  let between: (journal: Journal) => Partial<Journal>
  let begun: Generation[]

  const start = async (clock: Clock = systemClock) => {
    server = await startCollabServer({
      file: join(folder, 'journal.db'),
      access: fixed.access,
      clock,
      measure: () => clock.now(),
      wrapJournal: journal => ({ ...journal, ...between(journal) }),
      async beginGeneration(_id, from) {
        begun.push(from)
        return from + 1
      },
    })
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rooms-'))
    fixed = createFixedAccess()
    clients = []
    begun = []
    between = () => ({})
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    await server.close()
    await rm(folder, { recursive: true })
  })

  const open = (
    room: TestRoom,
    person: string,
    options: { doc?: Y.Doc; durable?: DurableMark; sockets?: Socket[] } = {},
  ) => {
    const doc = options.doc ?? new Y.Doc()
    const handshake = { ...currentHandshake(doc.clientID), durable: options.durable ?? null }
    const token = JSON.stringify(handshake)
    const { sockets } = options
    const client = openCollabClient({
      url: server.url,
      room,
      person,
      doc,
      token,
      ...(sockets && {
        socketOptions: {
          headers: { cookie: `person=${person}` },
          ...watchedConnection(socket => sockets.push(socket)),
        },
      }),
    })
    clients.push(client)
    return client
  }
  const openSettled = async (room: TestRoom, person: string) => {
    const client = open(room, person)
    await client.settled()
    return client
  }
  const rows = (room: TestRoom) => server.journal.durableSeq(room.documentId, room.generation)

  it('[C4] many updates of one connection are on their way to the disk at once, answered in order', async () => {
    const waiting: (() => void)[] = []
    let holding = false
    between = journal => ({
      async append(row) {
        if (holding) await new Promise<void>(resolve => waiting.push(resolve))
        return journal.append(row)
      },
    })
    await start()
    const room = newRoom()
    const a = await openSettled(room, 'a')
    const before = a.acknowledged.length
    holding = true
    for (const letter of 'abcdefgh') a.doc.getText('t').insert(a.doc.getText('t').length, letter)
    const sent = [...a.waiting]
    await expect.poll(() => waiting.length).toBe(8)
    expect(a.acknowledged).toHaveLength(before)
    for (const release of waiting) release()
    await a.settled()
    expect(a.acknowledged.slice(before)).toEqual(sent)
    expect(await rows(room)).toBe(9)
  })

  it('[PL2] what fails begins anew in the old order, and nothing is lost, doubled or out of order', async () => {
    // every third turn in which something is appended, all of it fails, as a commit does
    let turns = 0
    let isNewTurn = true
    between = journal => ({
      append(row) {
        if (isNewTurn) {
          turns++
          setImmediate(() => {
            isNewTurn = true
          })
        }
        isNewTurn = false
        return turns % 3 === 0 ? Promise.reject(new Error('disk full')) : journal.append(row)
      },
    })
    await start()
    const room = newRoom()
    const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
    for (let index = 0; index < 60; index++) {
      a.doc.getText('t').insert(0, 'a')
      b.doc.getText('t').insert(0, 'b')
      // so that they arrive in many turns
      if (index % 5 === 0) await new Promise(resolve => setTimeout(resolve, 5))
    }
    await Promise.all([a.settled(), b.settled()])
    expect(a.closeCodes).toEqual([])
    expect(b.closeCodes).toEqual([])
    const stored = new Y.Doc()
    const loaded = await server.journal.load(room.documentId, 1)
    // one by one, as the journal has them: none rests on a later one
    for (const update of loaded.updates) {
      Y.applyUpdate(stored, update)
      expect(stored.store.pendingStructs).toBeNull()
    }
    expect(text(stored)).toHaveLength(120)
    await a.until('everything', () => text(a.doc).length === 120)
    expect(loaded.seq).toBe(121)
    expect(turns).toBeGreaterThan(2)
  })

  it('[C2] writes for a session until it has run out, though nothing else has changed', async () => {
    const clock = settableClock()
    await start(clock)
    const runsOutAt = clock.now() + 60_000
    const person = fixed.access.person.bind(fixed.access)
    fixed.access.person = async headers => {
      const found = await person(headers)
      return found && clock.now() < runsOutAt ? { ...found, expiresAt: runsOutAt } : null
    }
    const room = newRoom()
    const a = await openSettled(room, 'a')
    a.doc.getText('t').insert(0, 'x')
    await a.settled()
    clock.skip(60_000)
    a.doc.getText('t').insert(1, 'y')
    await a.until('the end of the socket', () => a.closeCodes.includes(4403))
    expect(await server.collab.read(room, text)).toBe('x')
    expect(await rows(room)).toBe(2)
  })

  it('[C2] a reader whose session has run out hears nothing more', async () => {
    const clock = settableClock()
    fixed.set('reader', { access: 'read' })
    await start(clock)
    const runsOutAt = clock.now() + 60_000
    const person = fixed.access.person.bind(fixed.access)
    fixed.access.person = async headers => {
      const found = await person(headers)
      if (found?.personId !== 'reader') return found
      return clock.now() < runsOutAt ? { ...found, expiresAt: runsOutAt } : null
    }
    const room = newRoom()
    await openSettled(room, 'a')
    const reader = await openSettled(room, 'reader')
    clock.skip(60_000)
    await reader.until('the end of the socket', () => reader.closeCodes.includes(4403))
  })

  it('[a13] nobody is taken for silent because the server has stood still', async () => {
    const clock = settableClock()
    await start(clock)
    const a = await openSettled(newRoom(), 'a')
    clock.skip(200_000)
    const answers = a.received.length
    a.doc.getText('t').insert(0, 'x')
    await a.until('an answer', () => a.received.length > answers)
    clock.skip(10_000)
    await a.settled()
    expect(a.closeCodes).toEqual([])
    clock.skip(10_000)
    for (let passed = 0; passed < 100_000; passed += 10_000) clock.skip(10_000)
    await a.until('the end of the socket', () => a.closeCodes.includes(4408))
  })

  it('[P4] whoever is expelled is not shown any longer, though their device does not answer', async () => {
    await start()
    const room = newRoom()
    const a = await openSettled(room, 'a')
    const sockets: Socket[] = []
    const b = open(room, 'b', { sockets })
    await b.settled()
    b.provider.awareness?.setLocalStateField('place', { path: 'x', typing: false })
    const isShown = () => a.provider.awareness?.getStates().has(b.doc.clientID) ?? false
    await a.until('the other', isShown)
    for (const socket of sockets) socket.pause()
    fixed.set('b', null)
    await expect.poll(isShown, { timeout: 3_000 }).toBe(false)
  })

  it('[J8] a write of the server that stays stale is given up', async () => {
    let isEnded = false
    let appends = 0
    between = journal => ({
      append(row) {
        if (!isEnded) return journal.append(row)
        appends++
        return Promise.reject(new StaleWrite())
      },
    })
    await start()
    const room = newRoom()
    const write = (text: string) => server.collab.edit(room, null, doc => doc.getText('t').insert(0, text))
    await write('a')
    isEnded = true
    await expect(write('b')).rejects.toThrow(StaleWrite)
    expect(appends).toBeLessThan(100)
    isEnded = false
    await write('c')
    expect(await server.collab.read(room, text)).toBe('ca')
  })

  it('[L1] a document leaves memory only with everything that was received, also from those who have left', async () => {
    let release = () => {}
    let holding: Promise<void> = Promise.resolve()
    await start()
    const toDocument = fixed.access.toDocument.bind(fixed.access)
    fixed.access.toDocument = async (...asked) => {
      await holding
      return toDocument(...asked)
    }
    const room = newRoom()
    const a = await openSettled(room, 'a')
    holding = new Promise(resolve => {
      release = resolve
    })
    fixed.changed()
    for (const letter of 'abc') a.doc.getText('t').insert(a.doc.getText('t').length, letter)
    // the server has read the frames when it has answered what came after them
    const answers = a.received.length
    a.sendGarbage(questionForPresence(room))
    a.provider.awareness?.setLocalStateField('place', { path: 'x', typing: false })
    await a.until('an answer', () => a.received.length > answers)
    a.close()
    await expect.poll(() => server.collab.connections).toBe(0)
    expect(server.collab.openDocuments).toBe(1)
    release()
    await expect.poll(() => server.collab.openDocuments).toBe(0)
    const b = await openSettled(room, 'b')
    expect(text(b.doc)).toBe('abc')
    expect(await rows(room)).toBe(4)
  })

  it('a room opened anew on the same socket answers the new opening only', async () => {
    await start()
    const room = newRoom()
    const a = await openSettled(room, 'a')
    const b = await openSettled(room, 'b')
    const auth = encoding.createEncoder()
    encoding.writeVarString(auth, roomName(room))
    for (const number of [2, 0]) encoding.writeVarUint(auth, number)
    encoding.writeVarString(auth, JSON.stringify(currentHandshake(a.doc.clientID)))
    const welcomes = a.notices.length
    const closed = a.received.filter(frame => frame.type === 'other' && frame.code === 7).length
    a.sendGarbage(encoding.toUint8Array(auth))
    await a.until('a second welcome', () => a.notices.length > welcomes)
    expect(a.received.filter(frame => frame.type === 'other' && frame.code === 7)).toHaveLength(closed)
    const other = new Y.Doc()
    other.getText('t').insert(0, 'x')
    a.sendRaw(updateFrame(roomName(room), Y.encodeStateAsUpdate(other)))
    await b.until('the edit', () => text(b.doc) === 'x')
    await a.settled()
    expect(a.closeCodes).toEqual([])
  })

  it('[b3] [b4] a gap is not taken; the full sync that is asked brings everything', async () => {
    await start()
    const room = newRoom()
    const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
    const before = await rows(room)
    // written elsewhere and brought into the document without being sent: only the last update arrives
    const updates: Uint8Array[] = []
    const source = new Y.Doc()
    source.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'xyz') source.getText('t').insert(source.getText('t').length, letter)
    a.provider.document.off('update', a.provider.boundDocumentUpdateHandler)
    for (const update of updates) Y.applyUpdate(a.doc, update)
    a.sendRaw(updateFrame(roomName(room), updates[2] ?? new Uint8Array()))
    await b.until('all of it', () => text(b.doc) === 'xyz')
    expect(a.refusedFrames).toBe(1)
    expect(a.closeCodes).toEqual([])
    expect(await rows(room)).toBe(before + 1)
  })

  describe('[P4] who only reads', () => {
    it('is sent away soon after the access has ended, and their presence goes', async () => {
      await start()
      const room = newRoom()
      const [a, reader] = [await openSettled(room, 'a'), await openSettled(room, 'reader')]
      reader.provider.awareness?.setLocalState({ place: { path: 'agenda', typing: false }, cursor: null })
      const isShown = () => a.provider.awareness?.getStates().has(reader.doc.clientID) === true
      await a.until('the reader', isShown)
      fixed.set('reader', null)
      await reader.until('the end of the socket', () => reader.closeCodes.includes(4403))
      await a.until('nobody', () => !isShown())
      expect(a.closeCodes).toEqual([])
    })

    it('hears of a change of their role without writing', async () => {
      await start()
      const room = newRoom()
      fixed.set('a', { access: 'read' })
      const a = await openSettled(room, 'a')
      await a.until('welcome', () => a.notices.length === 1)
      fixed.set('a', { access: 'write' })
      await a.until('the news', () => a.notices.length === 2)
      expect(a.notices[1]).toMatchObject({ type: 'welcome', access: 'write', readOnly: null })
    })
  })

  it('[L1] a document that is opened again at once stays the only one', async () => {
    await start()
    const room = newRoom()
    for (let round = 0; round < 3; round++) {
      await server.collab.edit(room, null, doc => doc.getText('t').insert(0, 'x'))
      const a = await openSettled(room, `a${round}`)
      // whatever is left of the first opening has run by now
      await new Promise(resolve => setTimeout(resolve, 20))
      const b = await openSettled(room, `b${round}`)
      a.doc.getText('t').insert(0, 'a')
      await b.until('the edit', () => text(b.doc) === text(a.doc))
      for (const client of [a, b]) client.close()
      await expect.poll(() => server.collab.openDocuments).toBe(0)
    }
    expect(await server.collab.read(room, text)).toHaveLength(6)
  })

  it('[b2] a client id belongs to whoever is here with it, also before they have written', async () => {
    await start()
    const room = newRoom()
    const shy = await openSettled(room, 'shy')
    const thief = await openSettled(room, 'thief')
    const stolen = new Y.Doc()
    stolen.clientID = shy.doc.clientID
    stolen.getText('t').insert(0, 'stolen')
    thief.sendRaw(updateFrame(roomName(room), Y.encodeStateAsUpdate(stolen)))
    await thief.until('the end', () => thief.closeCodes.includes(1008))
    shy.doc.getText('t').insert(0, 'mine')
    await shy.settled()
    expect(shy.closeCodes).toEqual([])
    expect(await server.collab.read(room, text)).toBe('mine')
  })

  it('[P6] what is written into something deleted for good is kept beside the journal, and sets nobody aside', async () => {
    await start()
    const room = newRoom()
    const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
    const box = new Y.Map<Y.Text>()
    a.doc.getMap('m').set('box', box)
    box.set('inner', new Y.Text())
    await b.until('the box', () => b.doc.getMap('m').has('box'))
    // b writes into it while a deletes it; what b wrote arrives when nobody has the place any more
    const late = new Y.Doc()
    Y.applyUpdate(late, Y.encodeStateAsUpdate(b.doc))
    const known = Y.encodeStateVector(late)
    const inner = late.getMap('m').get('box')
    if (!(inner instanceof Y.Map)) throw new Error('a box')
    const content: unknown = inner.get('inner')
    if (!(content instanceof Y.Text)) throw new Error('a text')
    content.insert(0, 'a thought')
    a.doc.getMap('m').delete('box')
    await a.settled()
    await server.collab.read(room, text)
    b.sendRaw(updateFrame(roomName(room), Y.encodeStateAsUpdate(late, known)))
    await b.settled()
    expect(b.closeCodes).toEqual([])
    await expect.poll(() => server.quarantine.list()).toMatchObject([{ reason: 'swallowed', client: null }])
    const again = open(room, 'b', { doc: b.doc })
    await again.settled()
  })

  describe('[a22] a server that was set back', () => {
    it('begins a new generation for whoever has a genuine mark beyond what it holds', async () => {
      await start()
      const room = newRoom()
      const a = await openSettled(room, 'a')
      a.doc.getText('t').insert(0, 'x')
      await a.settled()
      await a.until('a mark', () => a.notices.some(notice => notice.type === 'durable'), 15_000)
      const mark = a.notices.findLast(notice => notice.type === 'durable')?.durable
      expect(mark?.seq).toBe(2)
      // the same room, as an older backup has it
      await server.database.kysely.deleteFrom('journal').where('seq', '>', 1).execute()
      for (const client of clients) client.close()
      await expect.poll(() => server.collab.openDocuments).toBe(0)
      const back = open(room, 'a', { ...(mark && { durable: mark }) })
      await back.until('the reason', () => back.refusal === 'generationChanged')
      expect(begun).toContain(1)
    })

    it('does not for a mark that nobody gave, nor for one that it holds', async () => {
      await start()
      const room = newRoom()
      const a = await openSettled(room, 'a')
      await a.until('welcome', () => a.notices.length > 0)
      const genuine = durableOf(a.notices[0])
      if (!genuine) throw new Error('a welcome without a mark')
      for (const durable of [genuine, { ...genuine, seq: 99 }, { seq: 99, proof: '' }]) {
        const client = open(room, 'a', { durable })
        await client.settled()
      }
      expect(begun).toEqual([])
    })
  })
})
