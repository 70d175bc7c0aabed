import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import { createJournal } from '#server/journal/journal.ts'
import { createLog } from '#server/log.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { HeldUpdates } from '#test/support/heldUpdates.ts'
import { startProcess } from '#test/support/process.ts'
import { seededRandom } from '#test/support/seededRandom.ts'
import { freePort } from '#test/support/serverProcess.ts'
import { createTypist } from '#test/support/typist.ts'

const log = createLog('silent')

describe('[a9] SIGTERM under load', () => {
  let folder: string
  let clients: CollabClient[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'term-'))
    clients = []
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    await rm(folder, { recursive: true })
  })

  it('leaves within 10 s, with everything acknowledged on disk', async () => {
    const room = { documentId: documentIdSchema.parse(randomUUID()), generation: 1 }
    const file = join(folder, 'journal.db')
    const port = await freePort()
    const server = startProcess(['test/support/collabServerMain.ts', file, String(port)], {})
    await server.until(/listening/)
    clients = ['a', 'b', 'c', 'd', 'e', 'f'].map(person =>
      openCollabClient({ url: `ws://127.0.0.1:${port}/collab`, room, person }),
    )
    const typists = clients.map((client, index) =>
      createTypist(client, `typist${index}`, seededRandom(index)),
    )
    await Promise.all(typists.map(typist => typist.begin()))
    await Promise.all(
      clients.map(client => client.until('much typed', () => client.acknowledged.length > 40)),
    )

    const began = performance.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - began).toBeLessThan(10_000)
    for (const typist of typists) typist.stop()
    await Promise.all(clients.map(client => client.until('the end of the socket', () => !client.isConnected)))
    expect(clients.map(client => client.closeCodes[0])).toEqual(clients.map(() => 1012))

    const database = await openDatabase({ file, role: 'journal', log })
    const { snapshot, updates, seq } = await createJournal({ database, clock: systemClock, log }).load(
      room.documentId,
      1,
    )
    await database.close()
    const held = new HeldUpdates(snapshot ? [Y.convertUpdateFormatV2ToV1(snapshot), ...updates] : updates)
    const acknowledged = clients.flatMap(client => client.acknowledged)
    expect(acknowledged.filter(update => !held.contains(update))).toEqual([])
    expect(seq).toBeGreaterThan(200)
  })
})
