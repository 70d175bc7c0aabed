import { mkdtemp, realpath, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentId } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { type FaultServer, startFaultServer } from '#test/support/faults/faultServer.ts'
import { lockDatabase } from '#test/support/faults/lockDatabase.ts'
import { readStoredJournal } from '#test/support/faults/storedJournal.ts'
import { seededRandom } from '#test/support/seededRandom.ts'
import { createTypist } from '#test/support/typist.ts'

const patienceMs = 60_000
// Much more than what the system keeps on the way (some 10 MB) and what the server may hold.
const floodEdits = 100
const floodEditBytes = 400_000
const itemsOf = (doc: Y.Doc): number => minutes.open(doc, 'x').list('agenda').ids().length
const equal = (a: Y.Doc, b: Y.Doc): boolean => Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))
const countOf = (clients: readonly CollabClient[]) =>
  clients.reduce((sum, client) => sum + client.acknowledged.length, 0)

describe('[P1, P3] a database that does not answer', () => {
  let folder: string
  let server: FaultServer
  let documentId: DocumentId
  let release: (() => void) | null
  beforeEach(async () => {
    release = null
    folder = await realpath(await mkdtemp(join(tmpdir(), 'databaseAway-')))
    server = await startFaultServer(folder)
    documentId = await server.person.createDocument()
  })
  afterEach(async () => {
    release?.()
    await server.kill()
    await rm(folder, { recursive: true })
  })

  /** Two people who type, while the database is away from the begin of `away` to its end. */
  async function typeAcross(
    away: (clients: readonly CollabClient[]) => Promise<void>,
  ): Promise<CollabClient[]> {
    const clients = [server.open(documentId), server.open(documentId)]
    const typists = clients.map((client, index) =>
      createTypist(client, `typist${index}`, seededRandom(index)),
    )
    await Promise.all(typists.map(typist => typist.begin()))
    await Promise.all(clients.map(client => client.until('typed', () => client.acknowledged.length > 20)))
    release = lockDatabase(join(folder, 'journal.db'))
    // What was committed before the lock was taken may still be on its way to here.
    await pause(300)
    const acknowledged = countOf(clients)
    await away(clients)
    expect(countOf(clients), 'acknowledged while nothing could be stored').toBe(acknowledged)
    for (const typist of typists) typist.stop()
    release()
    release = null
    await Promise.all(clients.map(client => client.settled(patienceMs)))
    const isSame = () => clients.every(client => equal(client.doc, clients[0]?.doc ?? client.doc))
    await Promise.any(clients.map(client => client.until('the same everywhere', isSame, patienceMs)))
    return clients
  }

  async function expectNothingLostNorTwice(clients: readonly CollabClient[]): Promise<void> {
    await server.kill()
    const stored = await readStoredJournal(folder, documentId)
    expect(stored.missing(clients.flatMap(client => client.acknowledged))).toHaveLength(0)
    expect(stored.gaps).toBe(0)
    expect(stored.twice).toBe(0)
    expect(clients.map(client => equal(client.doc, stored.document()))).toEqual(clients.map(() => true))
  }

  it('[a5] for less than it waits: no acknowledgement meanwhile, all of them after', async () => {
    const clients = await typeAcross(() => pause(3_500))
    expect(clients.flatMap(client => client.closeCodes)).toEqual([])
    await expectNothingLostNorTwice(clients)
  })

  it('[a5] reads no more than it may hold, and all of it once it can', async () => {
    const sockets: Socket[] = []
    const client = server.open(documentId, socket => sockets.push(socket))
    await client.settled(patienceMs)
    release = lockDatabase(join(folder, 'journal.db'))
    const text = client.doc.getText('flood')
    for (let edit = 0; edit < floodEdits; edit++) text.insert(0, 'a'.repeat(floodEditBytes))
    // By now a server that reads everything would have done so: this takes it milliseconds.
    await pause(2_000)
    const unsent = sockets.reduce((sum, socket) => sum + socket.writableLength, 0)
    expect(unsent).toBeGreaterThan((floodEdits * floodEditBytes) / 2)
    expect(client.acknowledged).toHaveLength(1)
    release()
    release = null
    await client.settled(patienceMs)
    expect(client.closeCodes).toEqual([])
    await expectNothingLostNorTwice([client])
  })

  it('[a4] for longer than it waits: what is open is read on, and everything drains', async () => {
    const clients = await typeAcross(async typing => {
      const newcomer = server.open(documentId)
      await newcomer.until('what two people wrote', () => itemsOf(newcomer.doc) === 2, patienceMs)
      // Nobody waits for ever: they are cut off, come back, and send it again.
      const isCutOff = (client: CollabClient) => client.closeCodes.length > 0
      await Promise.all(
        typing.map(client =>
          client.until('the cut', () => isCutOff(client) && client.isConnected, patienceMs),
        ),
      )
      expect(await server.metric('journal_failed_commits_total')).toBeGreaterThan(0)
    })
    await expectNothingLostNorTwice(clients)
  })
})
