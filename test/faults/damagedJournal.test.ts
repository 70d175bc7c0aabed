import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { Room } from '#shared/wire/room.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'

const newRoom = (): Room => ({ documentId: documentIdSchema.parse(randomUUID()), generation: 1 })
const titles = (doc: Y.Doc): string[] => minutes.project(doc).value.agenda.map(item => item.title)
const welcomeOf = (client: CollabClient) => client.notices.find(notice => notice.type === 'welcome')

describe('[a23] a journal with damage', () => {
  let folder: string
  let server: CollabServer
  let clients: CollabClient[]
  const start = async () => {
    server = await startCollabServer({
      file: join(folder, 'journal.db'),
      access: createFixedAccess().access,
    })
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'damaged-'))
    clients = []
    await start()
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    await server.close()
    await rm(folder, { recursive: true })
  })

  function open(room: Room): CollabClient {
    const client = openCollabClient({ url: server.url, room, person: 'somebody' })
    clients.push(client)
    return client
  }
  async function write(room: Room, written: readonly string[]): Promise<void> {
    const client = open(room)
    for (const title of written) {
      await client.settled()
      minutes.open(client.doc, 'somebody').list('agenda').add(title, { title, body: [] })
    }
    await client.settled()
    client.close()
  }
  /** Leaves no document in memory, as a restart does. */
  async function restart(): Promise<void> {
    for (const client of clients) client.close()
    await server.close()
    await start()
  }
  /** Changes one byte in the middle of what is stored, as a failing disk does. */
  function flip(table: 'journal' | 'snapshot', room: Room, seq?: number): void {
    const database = new DatabaseSync(join(folder, 'journal.db'), { timeout: 5_000 })
    const where = `document_id = ?${seq === undefined ? '' : ` and seq = ${seq}`}`
    const row = database.prepare(`select bytes from ${table} where ${where}`).get(room.documentId)
    if (!(row?.bytes instanceof Uint8Array)) throw new Error('There is nothing to damage')
    const at = row.bytes.length >> 1
    row.bytes[at] = (row.bytes[at] ?? 0) ^ 0x10
    database.prepare(`update ${table} set bytes = ? where ${where}`).run(row.bytes, room.documentId)
    database.close()
  }
  const lastSeq = (room: Room) => server.journal.durableSeq(room.documentId, room.generation)

  it('opens the document read-only with what can be read, keeps the row aside, and tells the operator', async () => {
    const [damaged, sound] = [newRoom(), newRoom()]
    await write(damaged, ['one', 'two', 'three'])
    await write(sound, ['one'])
    flip('journal', damaged, await lastSeq(damaged))
    await restart()

    const client = open(damaged)
    await client.until('the notice', () => welcomeOf(client) !== undefined)
    expect(welcomeOf(client)).toMatchObject({ access: 'read', readOnly: 'damaged' })
    await client.until('what can be read', () => titles(client.doc).length === 2)
    expect(titles(client.doc)).toEqual(['one', 'two'])
    expect(await server.quarantine.list()).toMatchObject([{ documentId: damaged.documentId }])
    expect((await server.metrics.damagedDocuments.get()).values).toMatchObject([{ value: 1 }])

    const before = await lastSeq(damaged)
    minutes.open(client.doc, 'somebody').list('agenda').add('four', { title: 'four', body: [] })
    await client.until('the answer', () => client.refusedFrames > 0)
    expect(client.acknowledged).toEqual([])
    expect(await lastSeq(damaged)).toBe(before)

    await write(sound, ['two'])
    const other = open(sound)
    await other.until('both', () => titles(other.doc).length === 2)
  })

  it('is seen at the next load also when it came while the server was running', async () => {
    const room = newRoom()
    await write(room, ['one', 'two'])
    const client = open(room)
    await client.settled()
    client.close()
    await client.until('nobody there', () => server.collab.openDocuments === 0)
    flip('journal', room, await lastSeq(room))
    const again = open(room)
    await again.until('the notice', () => welcomeOf(again) !== undefined)
    expect(welcomeOf(again)).toMatchObject({ access: 'read', readOnly: 'damaged' })
  })

  it('makes a snapshot anew from the rows, and everybody writes on', async () => {
    const room = newRoom()
    await write(room, ['one', 'two', 'three'])
    await server.journal.compact(room.documentId, room.generation)
    flip('snapshot', room)
    await restart()
    await write(room, ['four'])
    const client = open(room)
    await client.settled()
    expect(welcomeOf(client)).toMatchObject({ access: 'write', readOnly: null })
    expect(titles(client.doc)).toEqual(['one', 'two', 'three', 'four'])
    expect((await server.metrics.damagedDocuments.get()).values).toMatchObject([{ value: 0 }])
    expect(await server.quarantine.list()).toEqual([])
  })
})
