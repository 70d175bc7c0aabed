import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { z } from 'zod'
import { documentIdSchema } from '#shared/ids.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { roomName } from '#shared/wire/room.ts'
import { freePort } from '#test/support/serverProcess.ts'
import { seedTwoSpaces, startTestApp } from '#test/support/testApp.ts'
import { startChild } from './child.ts'
import { benchFolder } from './folder.ts'
import type { RunningServer, StartOptions, StoredDocument } from './server.ts'

// A federation's meeting: several clients of a person are as common as many persons.
const persons = 10
const appendedAtOnce = 500

/** The real server, `server/main.ts`, with everything on, on a data folder that the real code has filled. */
export async function startOurs(options: StartOptions): Promise<RunningServer> {
  const { folder, remove } = await benchFolder()
  const dataDir = path.join(folder, 'data')
  try {
    const { cookies, rooms, states, documentIds } = await prepareData(dataDir, options.documents)
    const port = await freePort()
    const { profile } = options
    const child = startChild(['server/main.ts'], {
      env: ourEnvironment(dataDir, port),
      ...(options.probe === true && { probe: true }),
      ...(profile !== undefined && { execArgv: ['--cpu-prof', `--cpu-prof-dir=${profile}`] }),
    })
    let stopped: Promise<void> | null = null
    const stop = (how: 'kill' | 'leave' = 'kill') => (stopped ??= child.stop(how))
    try {
      await child.printed(new RegExp(`:${port}\\b`))
    } catch (error) {
      await stop()
      throw error
    }
    return {
      target: { wire: 'hocuspocus', port, path: collabPath, cookies, pid: child.pid },
      rooms,
      states,
      memory: () => child.memory(),
      storedBytes: () => storedByUs(path.join(dataDir, 'journal.db'), documentIds),
      stop,
      async remove() {
        await stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What our server is started with: as `npm start` does, but silent about all that is no error. */
export const ourEnvironment = (dataDir: string, port: number): Record<string, string> => ({
  DATA_DIR: dataDir,
  PORT: String(port),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
})

/** Persons with sessions and documents, made by the real application in this process. */
export async function prepareData(
  dataDir: string,
  documents: readonly StoredDocument[],
): Promise<{
  cookies: string[]
  rooms: string[]
  /** with what the application itself has written into each: title and day */
  states: (Uint8Array | null)[]
  documentIds: string[]
}> {
  const testApp = await startTestApp({ dataDir })
  const { app } = testApp
  const { here } = await seedTwoSpaces(testApp)
  const cookies: string[] = []
  const documentIds: string[] = []
  const rooms: string[] = []
  const states: (Uint8Array | null)[] = []
  for (let count = 1; count <= persons; count++) {
    const displayName = `Person ${count}`
    const personId = await app.identity.createPerson({ displayName })
    await app.spaces.addMember(here, { personId, displayName, label: '', role: 'editor' })
    cookies.push((await testApp.signIn(personId)).cookie)
  }
  const [first] = await app.spaces.members(here)
  if (!first) throw new Error('A space without members')
  for (const { state, later = [] } of documents) {
    const documentId = documentIdSchema.parse(randomUUID())
    const room = { documentId, generation: 1 }
    await app.documents.create({ id: documentId, kind: 'minutes', spaceId: here, title: 'Protokoll' }, first)
    let held: Uint8Array | null = null
    if (state) {
      await app.collab.edit(room, null, doc => Y.applyUpdate(doc, state))
      held = await app.collab.read(room, Y.encodeStateAsUpdate)
      await app.journal.compact(documentId, 1)
    }
    states.push(held)
    for (let from = 0; from < later.length; from += appendedAtOnce) {
      await Promise.all(
        later
          .slice(from, from + appendedAtOnce)
          .map(bytes => app.journal.append({ ...room, author: null, bytes })),
      )
    }
    documentIds.push(documentId)
    rooms.push(roomName(room))
  }
  await testApp.close()
  return { cookies, rooms, states, documentIds }
}

/** The snapshot of each document as it lies in the table. */
function storedByUs(file: string, documentIds: readonly string[]): number[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const ask = database.prepare('select length(bytes) as bytes from snapshot where document_id = ?')
  const sizes = documentIds.map(id => z.object({ bytes: z.int() }).parse(ask.get(id)).bytes)
  database.close()
  return sizes
}
