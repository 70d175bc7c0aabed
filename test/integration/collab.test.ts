import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'

const newRoom = () => ({ documentId: documentIdSchema.parse(randomUUID()), generation: 1 })

describe('writing together', () => {
  let folder: string
  let server: CollabServer
  let fixed: ReturnType<typeof createFixedAccess>
  let clients: CollabClient[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collab-'))
    fixed = createFixedAccess()
    clients = []
    server = await startCollabServer({ file: join(folder, 'journal.db'), access: fixed.access })
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    await server.close()
    await rm(folder, { recursive: true })
  })
  const open = (options: Omit<Parameters<typeof openCollabClient>[0], 'url'>) => {
    const client = openCollabClient({ url: server.url, ...options })
    clients.push(client)
    return client
  }

  it('two clients converge, and a third finds everything', async () => {
    const room = newRoom()
    const a = open({ room, person: 'a' })
    const b = open({ room, person: 'b' })
    await Promise.all([a.settled(), b.settled()])
    a.doc.getText('t').insert(0, 'links ')
    b.doc.getText('t').insert(0, 'rechts ')
    await Promise.all([a.settled(), b.settled()])
    await a.until('both words', () => a.doc.getText('t').length === 13)
    await b.until('both words', () => b.doc.getText('t').length === 13)
    expect(a.doc.getText('t').toString()).toBe(b.doc.getText('t').toString())
    const c = open({ room, person: 'c' })
    await c.settled()
    expect(c.doc.getText('t').toString()).toBe(a.doc.getText('t').toString())
  })
})
