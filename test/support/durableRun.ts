import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import { createJournal } from '#server/journal/journal.ts'
import { createLog } from '#server/log.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type CollabClient, openCollabClient } from './collabClient.ts'
import { missingUpdates } from './faults/missingUpdates.ts'
import { seededRandom } from './seededRandom.ts'
import { freePort, startServerProcess } from './serverProcess.ts'
import { seedTwoSpaces, startTestApp } from './testApp.ts'
import { createTypist } from './typist.ts'

export type DurableResult = { seed: number; kills: number; acked: number; lost: number; equal: boolean }

type Writer = { documentId: DocumentId; client: CollabClient }

const clientsPerRun = 4
// Bounds each wait for the server; what is measured is loss, not speed, on a machine that may be busy.
const patienceMs = 60_000

/**
 * Clients type, the server is killed with SIGKILL at random moments and started again (THREATS a1). After
 * each kill, before anybody can send anything again, every update that was acknowledged so far must be in
 * the data folder (P1). At the end everybody holds the document that the folder holds.
 */
export async function durableRun(seed: number, options: { kills: number }): Promise<DurableResult> {
  const random = seededRandom(seed)
  const dataDir = await mkdtemp(join(tmpdir(), 'durable-'))
  const { cookie, documentIds } = await prepare(dataDir)
  const port = await freePort()
  let server = await startServerProcess({ dataDir, port })

  const writers: Writer[] = Array.from({ length: clientsPerRun }, (_, index) => {
    // two write in the first document, the others anywhere
    const documentId = index < 2 ? documentIds[0] : random.pick(documentIds)
    const client = openCollabClient({
      url: `ws://127.0.0.1:${port}${collabPath}`,
      room: { documentId, generation: 1 },
      person: null,
      socketOptions: { headers: { cookie } },
    })
    return { documentId, client }
  })
  const typists = writers.map(({ client }, index) =>
    createTypist(client, `typist${index}`, seededRandom(seed * 31 + index)),
  )
  const lost = new Set<Uint8Array>()
  try {
    await Promise.all(typists.map(typist => typist.begin()))
    for (let kill = 0; kill < options.kills; kill++) {
      await pause(random.between(150, 900))
      await killAndCheck()
      await pause(random.between(0, 200))
      server = await startServerProcess({ dataDir, port })
    }
    await pause(random.between(100, 300))
    for (const typist of typists) typist.stop()
    await Promise.all(writers.map(({ client }) => client.settled(patienceMs)))
    await Promise.all(writers.flatMap(a => writers.map(b => converged(a, b))))
    await killAndCheck()
    const equal = await everybodyHolds(dataDir, writers)
    const acked = writers.reduce((sum, { client }) => sum + client.acknowledged.length, 0)
    return { seed, kills: options.kills + 1, acked, lost: lost.size, equal }
  } finally {
    for (const typist of typists) typist.stop()
    for (const { client } of writers) client.close()
    await server.end('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }

  async function killAndCheck(): Promise<void> {
    await server.end('SIGKILL')
    // What the server has sent is read to its end before it is judged.
    await Promise.all(
      writers.map(({ client }) => client.until('the end of the socket', () => !client.isConnected)),
    )
    const acknowledged = writers.map(({ documentId, client }) => ({
      documentId,
      updates: [...client.acknowledged],
    }))
    for (const documentId of new Set(documentIds)) {
      const updates = acknowledged
        .filter(mine => mine.documentId === documentId)
        .flatMap(mine => mine.updates)
      for (const update of missingUpdates(await storedUpdates(dataDir, documentId), updates)) lost.add(update)
    }
  }
}

/** Resolves when two who write in the same document hold the same. */
async function converged(a: Writer, b: Writer): Promise<void> {
  if (a.documentId !== b.documentId) return
  const equal = () => Y.equalSnapshots(Y.snapshot(a.client.doc), Y.snapshot(b.client.doc))
  // Whichever of them is behind hears of it.
  await Promise.any([a, b].map(({ client }) => client.until('what the other wrote', equal, patienceMs)))
}

/** Accounts and two documents, as the real server makes them; everybody shares one session. */
async function prepare(dataDir: string): Promise<{ cookie: string; documentIds: [DocumentId, DocumentId] }> {
  const app = await startTestApp({ dataDir })
  const { here, editor } = await seedTwoSpaces(app)
  const person = await app.signIn(editor)
  const create = async () => {
    const id = documentIdSchema.parse(randomUUID())
    await person.api.documents.create({ id, kind: 'minutes', spaceId: here, title: 'Minutes' })
    return id
  }
  const documentIds: [DocumentId, DocumentId] = [await create(), await create()]
  const { cookie } = person
  await app.close()
  return { cookie, documentIds }
}

/** What a process that opens the folder anew reads. */
async function storedUpdates(dataDir: string, documentId: DocumentId): Promise<Uint8Array[]> {
  const log = createLog('silent')
  const database = await openDatabase({ file: join(dataDir, 'journal.db'), role: 'journal', log })
  const journal = createJournal({ database, clock: systemClock, log })
  const { snapshot, updates } = await journal.load(documentId, 1)
  await database.close()
  return snapshot ? [snapshot, ...updates] : updates
}

async function everybodyHolds(dataDir: string, writers: readonly Writer[]): Promise<boolean> {
  const same = await Promise.all(
    writers.map(async ({ documentId, client }) => {
      const doc = new Y.Doc()
      for (const update of await storedUpdates(dataDir, documentId)) Y.applyUpdate(doc, update)
      return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(client.doc)) && doc.store.pendingStructs === null
    }),
  )
  return same.every(Boolean)
}
