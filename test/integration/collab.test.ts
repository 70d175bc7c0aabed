import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Clock, systemClock } from '#server/clock.ts'
import type { Journal } from '#server/journal/journal.ts'
import { seedClientId } from '#shared/document/seed.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { maxFrameBytes } from '#shared/wire/handshake.ts'
import { roomName } from '#shared/wire/room.ts'
import { type CollabClient, currentHandshake, openCollabClient } from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { fastClock } from '#test/support/fastClock.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'
import { updateFrame } from '#test/support/frames.ts'

const newRoom = () => ({ documentId: documentIdSchema.parse(randomUUID()), generation: 1 })
type TestRoom = ReturnType<typeof newRoom>
const text = (doc: Y.Doc): string => doc.getText('t').toJSON()
/** What every device sends at its handshake has only the deletions that all have. */
const hasStructs = (update: Uint8Array): boolean => Y.decodeUpdate(update).structs.length > 0

/** A journal between whose calls and commits a test can stand. */
function stoppableJournal() {
  let gate: Promise<void> = Promise.resolve()
  let open: () => void = () => undefined
  const asked: Uint8Array[] = []
  const control = {
    asked,
    /** the next so many appends fail */
    failures: 0,
    hold() {
      gate = new Promise(resolve => {
        open = resolve
      })
    },
    release: () => open(),
    wrap: (journal: Journal): Journal => ({
      ...journal,
      async append(row) {
        asked.push(row.bytes)
        await gate
        if (control.failures > 0) {
          control.failures--
          throw new Error('disk full')
        }
        return journal.append(row)
      },
    }),
  }
  return control
}

describe('writing together', () => {
  let folder: string
  let server: CollabServer
  let fixed: ReturnType<typeof createFixedAccess>
  let clients: CollabClient[]
  let control: ReturnType<typeof stoppableJournal>
  let onChanged: () => void

  const start = async (clock: Clock = fastClock) => {
    server = await startCollabServer({
      file: join(folder, 'journal.db'),
      access: fixed.access,
      clock,
      wrapJournal: journal => control.wrap(journal),
      onChanged: () => onChanged(),
    })
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collab-'))
    fixed = createFixedAccess()
    clients = []
    control = stoppableJournal()
    onChanged = () => undefined
    await start()
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    control.release()
    await server.close()
    await rm(folder, { recursive: true })
  })

  const open = (options: Omit<Parameters<typeof openCollabClient>[0], 'url'>) => {
    const client = openCollabClient({ url: server.url, ...options })
    clients.push(client)
    return client
  }
  const openSettled = async (room: TestRoom, person: string) => {
    const client = open({ room, person })
    await client.settled()
    return client
  }
  const rows = (room: TestRoom) => server.journal.durableSeq(room.documentId, room.generation)
  const unloaded = async () => {
    for (const client of clients) client.close()
    await expect.poll(() => server.collab.openDocuments).toBe(0)
  }

  describe('saving', () => {
    it('two clients converge, and a third finds everything', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      a.doc.getText('t').insert(0, 'links ')
      b.doc.getText('t').insert(0, 'rechts ')
      await a.until('both words', () => text(a.doc).length === 13)
      await b.until('both words', () => text(b.doc).length === 13)
      expect(text(a.doc)).toBe(text(b.doc))
      const c = await openSettled(room, 'c')
      expect(text(c.doc)).toBe(text(a.doc))
    })

    it('[C1] acknowledges and shows an edit only after its commit', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      const acknowledged = a.acknowledged.length
      control.hold()
      const before = control.asked.length
      a.doc.getText('t').insert(0, 'x')
      await expect.poll(() => control.asked.length).toBe(before + 1)
      // A full exchange on the other connection shows that the server had time to do it wrong.
      const c = open({ room, person: 'c' })
      await c.until('the document', () => c.provider.isSynced)
      expect(a.waiting).toHaveLength(1)
      expect(a.acknowledged).toHaveLength(acknowledged)
      expect(text(b.doc)).toBe('')
      control.release()
      await a.settled()
      await b.until('the edit', () => text(b.doc) === 'x')
      expect(await rows(room)).toBe(2)
    })

    it('the seed is row 1, and the welcome says what is on disk', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      const { updates } = await server.journal.load(room.documentId, 1)
      expect(updates).toHaveLength(1)
      expect(updates[0]).toEqual(minutes.seed)
      await a.until('welcome', () => a.notices.length === 1)
      expect(a.notices[0]).toMatchObject({
        type: 'welcome',
        generation: 1,
        durable: { seq: 1 },
        access: 'write',
        self: 'a',
      })
    })

    it('[DM23] a document of an earlier version is given what it lacks before anybody writes in it', async () => {
      const room = newRoom()
      const former = minutes.formerSeed ?? new Uint8Array()
      const row = { documentId: room.documentId, generation: 1, author: null }
      await server.journal.append({ ...row, bytes: former, claims: [seedClientId] })
      const a = await openSettled(room, 'a')
      const b = await openSettled(room, 'b')
      expect(minutes.project(a.doc).issues).toEqual([])
      minutes.open(a.doc).list('decisions').add('d1', {})
      minutes.open(b.doc).list('decisions').add('d2', {})
      await Promise.all([a.settled(), b.settled()])
      await a.until('both', () => minutes.open(a.doc).list('decisions').ids().length === 2)
      expect(await server.journal.load(room.documentId, 1)).toMatchObject({ seq: 4 })
      const again = await openSettled(room, 'c')
      expect(minutes.project(again.doc).value.decisions).toHaveLength(2)
      expect(await rows(room)).toBe(4)
    })

    it('a client that applied the seed itself adds nothing', async () => {
      const room = newRoom()
      const doc = new Y.Doc()
      Y.applyUpdate(doc, minutes.seed)
      const a = open({ room, person: 'a', doc })
      await a.settled()
      expect(await rows(room)).toBe(1)
    })

    it('an append that fails for a moment is tried again, and acknowledged once', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      control.failures = 3
      a.doc.getText('t').insert(0, 'x')
      await a.settled()
      expect(a.closeCodes).toEqual([])
      expect(await rows(room)).toBe(2)
    })

    it('[C3] an append that fails for good ends the socket; later everything is there', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      control.failures = Number.POSITIVE_INFINITY
      a.doc.getText('t').insert(0, 'x')
      await a.until('the end of the socket', () => a.closeCodes.includes(4503))
      expect(a.acknowledged.some(hasStructs)).toBe(false)
      control.failures = 0
      await a.settled()
      expect(await rows(room)).toBe(2)
      const b = await openSettled(room, 'b')
      expect(text(b.doc)).toBe('x')
    })

    it('[b29] what is sent again is acknowledged and adds no row', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      a.doc.getText('t').insert(0, 'abc')
      a.doc.getText('t').delete(1, 1)
      await a.settled()
      const before = await rows(room)
      const answered = a.acknowledged.length
      for (const update of a.acknowledged.slice()) a.sendRaw(updateFrame(roomName(room), update))
      await a.until('answers', () => a.acknowledged.length === answered * 2)
      const again = open({ room, person: 'a', doc: a.doc })
      await again.settled()
      expect(await rows(room)).toBe(before)
    })

    it('[b5] an update that cannot be read gets neither row nor answer, and others notice nothing', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      const before = await rows(room)
      const source = new Y.Doc()
      source.getText('t').insert(0, 'a longer text')
      const acknowledged = a.acknowledged.length
      a.sendRaw(updateFrame(roomName(room), Y.encodeStateAsUpdate(source).slice(0, 12)))
      await a.until('the end of the socket', () => a.closeCodes.includes(1008))
      expect(a.acknowledged).toHaveLength(acknowledged)
      expect(await rows(room)).toBe(before)
      expect(b.closeCodes).toEqual([])
      await a.until('the news', () => a.refusal === 'setAside')
      const fresh = await openSettled(room, 'a')
      fresh.doc.getText('t').insert(0, 'honest')
      await b.until('the next edit', () => text(b.doc) === 'honest')
    })

    it('[L2] a snapshot is written when a document leaves memory, and the document comes back from it', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      for (const letter of 'hello') a.doc.getText('t').insert(a.doc.getText('t').length, letter)
      await a.settled()
      const total = await rows(room)
      await unloaded()
      const stored = async () => (await server.journal.load(room.documentId, 1)).snapshot
      await expect.poll(stored, { timeout: 20_000 }).not.toBeNull()
      const loaded = await server.journal.load(room.documentId, 1)
      expect(loaded).toMatchObject({ updates: [], seq: total })
      const b = await openSettled(room, 'b')
      expect(text(b.doc)).toBe('hello')
    })

    it('[L2] a snapshot is written every 500 rows and lacks nothing', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      for (let index = 0; index < 300; index++) {
        a.doc.getText('t').insert(0, 'a')
        b.doc.getText('t').insert(0, 'b')
      }
      await Promise.all([a.settled(), b.settled()])
      const snapshot = async () => (await server.journal.load(room.documentId, 1)).snapshot
      await expect.poll(snapshot, { timeout: 20_000 }).not.toBeNull()
      const { snapshot: state, updates, seq } = await server.journal.load(room.documentId, 1)
      expect(seq).toBe(601)
      expect(updates.length).toBeLessThanOrEqual(101)
      const doc = new Y.Doc()
      if (state) Y.applyUpdate(doc, state)
      for (const update of updates) Y.applyUpdate(doc, update)
      expect(text(doc)).toHaveLength(600)
    })

    it('a document that is opened again is sent once, not twice', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      a.doc.getText('t').insert(0, 'x'.repeat(2000))
      await a.settled()
      await unloaded()
      const b = await openSettled(room, 'b')
      b.doc.getText('u').insert(0, 'y')
      // its own edit comes back after anything that the load could have caused
      await b.until('own edit back', () =>
        b.received.some(frame => frame.type === 'update' && frame.step === 'update'),
      )
      const large = b.received.filter(frame => frame.type === 'update' && frame.bytes.length > 2000)
      expect(large).toHaveLength(1)
    })
  })

  describe('writes of the server', () => {
    it('go through the journal to everybody who has the document open', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      const author = authorIdSchema.parse('author-server')
      const { seq } = await server.collab.edit(room, author, doc =>
        doc.getText('t').insert(0, 'from the server'),
      )
      expect(seq).toBe(2)
      await a.until('the edit', () => text(a.doc) === 'from the server')
      const row = await server.database.kysely
        .selectFrom('journal')
        .select('author')
        .where('seq', '=', seq)
        .executeTakeFirst()
      expect(row?.author).toBe('author-server')
    })

    it('reach a document that nobody has open, after its seed', async () => {
      const room = newRoom()
      const { seq } = await server.collab.edit(room, null, doc => doc.getText('t').insert(0, 'x'))
      expect(seq).toBe(2)
      expect(await server.collab.read(room, text)).toBe('x')
      expect(server.collab.openDocuments).toBe(0)
      const a = await openSettled(room, 'a')
      expect(text(a.doc)).toBe('x')
    })

    it('that change nothing add no row', async () => {
      const room = newRoom()
      expect(await server.collab.edit(room, null, () => undefined)).toEqual({ seq: 1 })
      expect(await rows(room)).toBe(1)
    })

    it('are not seen before they are on disk', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      control.hold()
      const before = control.asked.length
      const edited = server.collab.edit(room, null, doc => doc.getText('t').insert(0, 'x'))
      await expect.poll(() => control.asked.length).toBe(before + 1)
      expect(await server.collab.read(room, text)).toBe('')
      control.release()
      await edited
      await a.until('the edit', () => text(a.doc) === 'x')
    })
  })

  describe('who may', () => {
    const token = (change: object) => JSON.stringify({ ...currentHandshake(1), ...change })
    const refusal = async (options: Omit<Parameters<typeof openCollabClient>[0], 'url'>) => {
      const client = open(options)
      await client.until('a refusal', () => client.refusal !== null)
      return client.refusal
    }

    it('a room stays closed with a reason that tells no more than it must', async () => {
      const room = newRoom()
      fixed.set('stranger', null)
      expect(await refusal({ room, person: null })).toBe('signedOut')
      expect(await refusal({ room, person: 'stranger' })).toBe('notFound')
      expect(await refusal({ room: 'no room', person: 'a' })).toBe('notFound')
      for (const name of ['constructor', '__proto__', `doc/${room.documentId}/1\0x`]) {
        expect(await refusal({ room: name, person: 'a' })).toBe('notFound')
      }
      expect(await refusal({ room: { ...room, generation: 2 }, person: 'a' })).toBe('generationChanged')
      expect(await refusal({ room, person: 'a', token: '{' })).toBe('clientTooOld')
      expect(await refusal({ room, person: 'a', token: token({ protocol: 1000 }) })).toBe('unavailable')
      expect(server.collab.openDocuments).toBe(0)
    })

    it('[b19] a reader reads; what a reader writes is answered with no and not journaled', async () => {
      const room = newRoom()
      fixed.set('reader', { access: 'read' })
      const [a, reader] = [await openSettled(room, 'a'), open({ room, person: 'reader' })]
      await reader.settled()
      expect(reader.notices[0]).toMatchObject({ access: 'read' })
      const before = await rows(room)
      reader.doc.getText('t').insert(0, 'no')
      await reader.until('a no', () => reader.refusedFrames === 1)
      a.doc.getText('t').insert(0, 'yes')
      await reader.until('the edit', () => text(reader.doc).includes('yes'))
      expect(text(a.doc)).toBe('yes')
      expect(await rows(room)).toBe(before + 1)
    })

    it('[P5] a client that does not know the schema may only read', async () => {
      const room = newRoom()
      const old = open({ room, person: 'a', token: token({ schemaVersions: {} }) })
      await old.settled()
      await old.until('welcome', () => old.notices.length === 1)
      expect(old.notices[0]).toMatchObject({ access: 'read' })
    })

    it('[C2] frames that were queued before a revocation are refused after it', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      control.hold()
      const before = control.asked.length
      for (const letter of ['1', '2', '3']) a.doc.getText('t').insert(0, letter)
      await expect.poll(() => control.asked.length).toBe(before + 3)
      fixed.set('a', null)
      control.release()
      await a.until('the end of the socket', () => a.closeCodes.includes(4403))
      await a.until('the reason', () => a.refusal === 'notFound')
      expect(await rows(room)).toBe(1)
      expect(await server.collab.read(room, text)).toBe('')
      expect(a.acknowledged.some(hasStructs)).toBe(false)
    })

    it('[C2] who may only read from now on is told, and keeps the connection', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      await a.until('welcome', () => a.notices.length === 1)
      fixed.set('a', { access: 'read' })
      a.doc.getText('t').insert(0, 'late')
      await a.until('a no', () => a.refusedFrames === 1)
      await a.until('the news', () => a.notices.length === 2)
      expect(a.notices[1]).toMatchObject({ access: 'read' })
      expect(a.closeCodes).toEqual([])
      expect(await rows(room)).toBe(1)
    })
  })

  describe('presence', () => {
    const seenBy = (viewer: CollabClient, shown: CollabClient) =>
      viewer.provider.awareness?.getStates().get(shown.doc.clientID)

    it('[b21] carries the person whom the server knows, whatever a client claims', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      a.provider.awareness?.setLocalState({
        person: { id: 'b', name: 'Somebody else', tone: 8 },
        place: { path: 'agenda/1', typing: true },
        user: { color: 'red' },
      })
      await b.until(
        'presence',
        () => seenBy(b, a)?.['place'] !== undefined && seenBy(b, a)?.['place'] !== null,
      )
      expect(seenBy(b, a)).toEqual({
        person: { id: 'a', name: 'Name of a', tone: 3 },
        place: { path: 'agenda/1', typing: true },
        cursor: null,
      })
    })

    it('[b20] is taken for the own client id only, and nobody is shown who is not there', async () => {
      const room = newRoom()
      const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(person => openSettled(room, person)))
      if (!a || !b || !c) throw new Error('three clients')
      a.provider.awareness?.setLocalStateField('place', { path: 'a', typing: false })
      b.provider.awareness?.setLocalStateField('place', { path: 'b', typing: false })
      await c.until(
        'both',
        () => seenBy(c, a)?.['place'] !== undefined && seenBy(c, b)?.['place'] !== undefined,
      )
      // b speaks for a, with a clock that would win
      const own = b.provider.awareness
      if (!own) throw new Error('presence')
      own.states.set(a.doc.clientID, { place: { path: 'forged', typing: true } })
      own.meta.set(a.doc.clientID, { clock: 1000, lastUpdated: 0 })
      own.emit('update', [{ added: [], updated: [a.doc.clientID, b.doc.clientID], removed: [] }, 'local'])
      b.provider.awareness?.setLocalStateField('place', { path: 'b2', typing: false })
      await c.until('the next', () => JSON.stringify(seenBy(c, b)?.['place']).includes('b2'))
      expect(seenBy(c, a)?.['place']).toEqual({ path: 'a', typing: false })
      const others = [...(c.provider.awareness?.getStates().keys() ?? [])].filter(id => id !== c.doc.clientID)
      expect(new Set(others)).toEqual(new Set([a.doc.clientID, b.doc.clientID]))
    })

    it('[b22] beyond its size is not shown', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      a.provider.awareness?.setLocalStateField('place', { path: 'small', typing: false })
      await b.until('presence', () => JSON.stringify(seenBy(b, a) ?? null).includes('small'))
      a.provider.awareness?.setLocalStateField('cursor', { anchor: 'x'.repeat(10_000), head: 1 })
      a.doc.getText('t').insert(0, 'after')
      await b.until('what came after', () => text(b.doc) === 'after')
      expect(JSON.stringify(seenBy(b, a) ?? null)).not.toContain('xxx')
    })
  })

  describe('the socket', () => {
    const upgrade = (headers: Record<string, string>, path = '/collab') =>
      new Promise<number>((resolve, reject) => {
        const asked = request({
          port: server.port,
          host: '127.0.0.1',
          path,
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            'sec-websocket-version': '13',
            'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
            ...headers,
          },
        })
        asked.on('response', response => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        asked.on('upgrade', (response, socket) => {
          socket.destroy()
          resolve(response.statusCode ?? 0)
        })
        asked.on('error', reject)
        asked.end()
      })

    it('[b31] opens for the own origin and for programs, never for a foreign page', async () => {
      expect(await upgrade({ origin: server.origin })).toBe(101)
      expect(await upgrade({})).toBe(101)
      expect(await upgrade({ origin: 'https://evil.example' })).toBe(403)
      expect(await upgrade({ origin: 'null' })).toBe(403)
      expect(await upgrade({ origin: `${server.origin}.evil.example` })).toBe(403)
      expect(await upgrade({ 'sec-fetch-mode': 'websocket' })).toBe(403)
      expect(await upgrade({ origin: server.origin, host: 'a b:c' })).toBe(101)
      expect(await upgrade({ origin: server.origin }, '/other')).toBe(404)
    })

    it('[b7] closes with 1009 on a frame beyond the limit', async () => {
      const room = newRoom()
      const [a, b] = await Promise.all([openSettled(room, 'a'), openSettled(room, 'b')])
      a.sendRaw(updateFrame(roomName(room), new Uint8Array(maxFrameBytes + 1)))
      await a.until('the end of the socket', () => a.closeCodes.includes(1009))
      expect(b.closeCodes).toEqual([])
      expect(await rows(room)).toBe(1)
    })

    it('[b24, b25, b26] garbage ends at most its own connection', async () => {
      const room = newRoom()
      const b = await openSettled(room, 'b')
      const name = new TextEncoder().encode(roomName(room))
      const frame = (...rest: number[]) => new Uint8Array([name.length, ...name, ...rest])
      for (const bytes of [
        frame(5, 3, 1, 2, 3),
        frame(6, 1, 65),
        frame(1, 3, 255, 255, 255),
        frame(0, 0, 255),
        frame(0, 9),
        frame(99),
        new Uint8Array([255, 255, 255, 255]),
        new Uint8Array(0),
      ]) {
        const a = await openSettled(room, 'a')
        a.sendGarbage(bytes)
        a.close()
      }
      b.doc.getText('t').insert(0, 'still here')
      await b.settled()
      expect(b.closeCodes).toEqual([])
    })
  })

  describe('hooks', () => {
    it('that throw do not end the process', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      onChanged = () => {
        throw new Error('somebody who listens fails')
      }
      a.doc.getText('t').insert(0, 'x')
      await a.settled()
      expect(await server.metrics.failedHooks.get()).toMatchObject({
        values: [{ labels: { hook: 'onChanged' }, value: 1 }],
      })
    })

    it('that ask in vain keep the room closed or end the socket, and it works again later', async () => {
      const room = newRoom()
      const a = await openSettled(room, 'a')
      const toDocument = fixed.access.toDocument.bind(fixed.access)
      fixed.access.toDocument = () => Promise.reject(new Error('database gone'))
      fixed.changed()
      a.doc.getText('t').insert(0, 'x')
      await a.until('the end of the socket', () => a.closeCodes.includes(4503))
      await a.until('a closed room', () => a.refusal === 'unavailable')
      fixed.access.toDocument = toDocument
      const again = open({ room, person: 'a', doc: a.doc })
      await again.settled()
      expect(await server.collab.read(room, text)).toBe('x')
    })
  })

  it('draining commits and acknowledges what was received, then takes nothing more', async () => {
    // what is bounded here is bounded in real time
    await server.close()
    await start(systemClock)
    const room = newRoom()
    const a = await openSettled(room, 'a')
    control.hold()
    const before = control.asked.length
    for (const letter of 'abcdef') a.doc.getText('t').insert(0, letter)
    await expect.poll(() => control.asked.length).toBe(before + 6)
    const acknowledged = a.acknowledged.length
    // the server has everything as soon as a later frame of another connection is through
    const drained = server.collab.drain()
    control.release()
    await drained
    await a.until('the end of the socket', () => a.closeCodes.includes(1012))
    expect(await rows(room)).toBe(1 + a.acknowledged.length - acknowledged)
    await server.database.close()
    await start()
    const stored = await server.collab.read(room, text)
    expect(stored).toHaveLength(a.acknowledged.length - acknowledged)
    expect(stored.length).toBeGreaterThan(0)
  })
})
