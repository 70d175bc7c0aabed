import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { listQuarantine, type Quarantined } from '#server/journal/quarantine.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { type Room, roomName } from '#shared/wire/room.ts'
import { type CollabClient, currentHandshake, openCollabClient } from '#test/support/collabClient.ts'
import { type CollabServer, startCollabServer } from '#test/support/collabServer.ts'
import { createFixedAccess } from '#test/support/fixedAccess.ts'
import { openRawClient, type RawClient } from './rawClient.ts'
import { type Sender, textRoot } from './updateAttacks.ts'

/** Our server with honest people and hostile ones, each document new. */
export interface Scene {
  readonly server: CollabServer
  readonly fixed: ReturnType<typeof createFixedAccess>
  newRoom(): Room
  /** An honest client with the room open and everything exchanged. */
  open(room: Room, person: string, doc?: Y.Doc): Promise<CollabClient>
  /** A socket of the person with no room open. */
  connect(person: string | null, headers?: Record<string, string>): Promise<RawClient>
  /** A socket of the person that has opened the room, as `client`. */
  enter(room: Room, person: string, client: number): Promise<RawClient>
  rows(room: Room): Promise<number>
  quarantined(room: Room): Promise<readonly Quarantined[]>
  project(room: Room): Promise<ReturnType<typeof minutes.project>>
  /** Resolves when nobody has a document open and none is in memory. */
  emptied(): Promise<void>
  leave(): void
  end(): Promise<void>
}

export async function startScene(
  options: Partial<Parameters<typeof startCollabServer>[0]> = {},
): Promise<Scene> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hostile-'))
  const fixed = createFixedAccess()
  const server = await startCollabServer({
    file: path.join(folder, 'journal.db'),
    access: fixed.access,
    ...options,
  })
  const clients = new Set<{ close(): void }>()
  const keep = <T extends { close(): void }>(client: T): T => {
    clients.add(client)
    return client
  }

  const scene: Scene = {
    server,
    fixed,
    newRoom: () => ({ documentId: documentIdSchema.parse(randomUUID()), generation: 1 }),
    async open(room, person, doc = new Y.Doc()) {
      const client = keep(openCollabClient({ url: server.url, room, person, doc }))
      await client.settled()
      return client
    },
    async connect(person, headers = {}) {
      const cookie = person === null ? {} : { cookie: `person=${person}` }
      return keep(await openRawClient(server.url, { headers: { ...cookie, ...headers } }))
    },
    async enter(room, person, client) {
      const raw = await scene.connect(person)
      const refusal = await raw.openRoom(roomName(room), handshakeOf(client))
      if (refusal !== null) throw new Error(`The room stays closed: ${refusal}`)
      return raw
    },
    rows: room => server.journal.durableSeq(room.documentId, room.generation),
    quarantined: async room =>
      (await listQuarantine(server.database.kysely)).filter(row => row.documentId === room.documentId),
    project: room => server.collab.read(room, doc => minutes.project(doc)),
    async emptied() {
      scene.leave()
      const end = performance.now() + 10_000
      while (server.collab.openDocuments > 0) {
        if (performance.now() > end) throw new Error('Waited in vain for the documents to leave memory')
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
    leave() {
      for (const client of clients) client.close()
      clients.clear()
    },
    async end() {
      scene.leave()
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
  return scene
}

/** What an honest client says of itself when it opens a room. */
export const handshakeOf = (client: number): string => JSON.stringify(currentHandshake(client))

/** A client id as Yjs draws them. */
export const newClientId = (): number => new Y.Doc().clientID

export const textOf = (doc: Y.Doc): string => doc.getText(textRoot).toJSON()

/** Types at the end and waits until it is on disk. */
export async function type(client: CollabClient, words: string): Promise<void> {
  client.doc.getText(textRoot).insert(textOf(client.doc).length, words)
  await client.settled()
}

/** Types, but the frame never leaves: a proxy has swallowed it, or what others sent was faster. */
export function typeUnsent({ doc, provider }: CollabClient, words: string): void {
  doc.transact(() => doc.getText(textRoot).insert(textOf(doc).length, words), provider)
}

/** The id and the next clock under which the client writes. */
export const senderOf = ({ doc }: CollabClient): Sender => ({
  client: doc.clientID,
  clock: Y.getState(doc.store, doc.clientID),
})
