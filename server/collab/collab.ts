import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { type Clock, within } from '#server/clock.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import type { KindName } from '#shared/api/contract.ts'
import type { AuthorId, DocumentId } from '#shared/ids.ts'
import { kinds } from '#shared/kinds/registry.ts'
import { type Room, roomName } from '#shared/wire/room.ts'
import type { CollabAccess, CollabContext } from './context.ts'
import { createHooks } from './hooks.ts'
import { createLiveDocuments } from './liveDocuments.ts'
import { retryWithinBound } from './retry.ts'
import { createSockets } from './sockets.ts'
import { toWebRequest } from './webRequest.ts'
import { wrapHooks } from './wrapHooks.ts'

/** Writing together: the only place that knows Hocuspocus. */
export interface Collab {
  /** Takes an upgrade of the HTTP server, or answers it with 403, 404 or 503. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /**
   * The server's own write: journal, then document, then everybody who has it open. `change` runs on a
   * copy, so that nothing is seen before it is on disk. `author` null = the server itself.
   */
  edit(room: Room, author: AuthorId | null, change: (doc: Y.Doc) => void): Promise<{ seq: number }>
  /** Looks at the document as it is now; `look` must not write. */
  read<T>(room: Room, look: (doc: Y.Doc) => T): Promise<T>
  /** Takes no more frames, commits and acknowledges what was received, closes the sockets. Within 10 s. */
  drain(): Promise<void>
  readonly openDocuments: number
  readonly connections: number
}

// Together below the 10 s that a SIGTERM may take (THREATS a9).
const finishFramesMs = 6_000
const closeSocketsMs = 1_500
const finishSnapshotsMs = 1_500

export function createCollab(deps: {
  journal: Journal
  access: CollabAccess
  clock: Clock
  log: Log
  metrics?: Metrics
  config: { allowedOrigins: readonly string[] }
  /** Which kind a document has; needed where the server itself opens one that nobody has opened yet. */
  kindOf?: (documentId: DocumentId) => Promise<KindName | null>
  /** Called after each change that is on disk, whoever made it. */
  onChanged(room: Room, author: AuthorId | null): void
}): Collab {
  const { journal, clock, log, metrics } = deps
  const documents = createLiveDocuments({ journal, log })

  /** The one way into a document: commit, apply where it is open, tell. */
  async function write(room: Room, author: AuthorId | null, bytes: Uint8Array): Promise<{ seq: number }> {
    const name = roomName(room)
    const { seq } = await retryWithinBound(clock, () => journal.append({ ...room, author, bytes }))
    // It may have been unloaded, or be loading, since: what is loaded from now on holds the row already.
    const open =
      hocuspocus.documents.get(name) ?? (await hocuspocus.loadingDocuments.get(name)?.catch(() => null))
    if (open) documents.apply(open, seq, bytes)
    try {
      deps.onChanged(room, author)
    } catch (error) {
      reportHook('onChanged', error)
    }
    return { seq }
  }

  function reportHook(hook: string, error: unknown): void {
    metrics?.failedHooks.inc({ hook })
    log.error({ err: error, hook }, 'hook failed')
  }

  async function seedOf(room: Room, kind: KindName | null | undefined): Promise<Uint8Array> {
    const name = kind ?? (await deps.kindOf?.(room.documentId)) ?? null
    if (name === null) throw new Error('The kind of a document without a journal is not known')
    return kinds[name].seed
  }

  const hooks = createHooks({
    access: deps.access,
    clock,
    log,
    ...(metrics && { metrics }),
    documents,
    seedOf,
    write,
  })
  const hocuspocus: Hocuspocus<CollabContext> = new Hocuspocus<CollabContext>({
    quiet: true,
    ...wrapHooks(hooks, reportHook),
  })

  const sockets = createSockets({
    allowedOrigins: deps.config.allowedOrigins,
    clock,
    onCount: count => metrics?.connections.set(count),
    use(socket, request) {
      const connection = hocuspocus.handleConnection(socket, toWebRequest(request), { socket })
      return {
        frame: data => connection.handleMessage(data),
        closed: (code, reason) => connection.handleClose({ code, reason }),
      }
    },
  })

  async function withDocument<T>(room: Room, work: (document: Document) => Promise<T> | T): Promise<T> {
    const direct = await hocuspocus.openDirectConnection(roomName(room), {})
    try {
      if (!direct.document) throw new Error('A direct connection without a document')
      return await work(direct.document)
    } finally {
      await direct.disconnect()
    }
  }

  return {
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),

    edit: (room, author, change) =>
      withDocument(room, document => {
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
        const updates: Uint8Array[] = []
        copy.on('update', update => updates.push(update))
        copy.transact(() => change(copy))
        copy.destroy()
        if (updates.length === 0) return { seq: documents.durableSeq(document) }
        return write(room, author, Y.mergeUpdates(updates))
      }),

    read: (room, look) => withDocument(room, document => look(document)),

    async drain() {
      sockets.stopTaking()
      const connections = [...hocuspocus.documents.values()].flatMap(document => document.getConnections())
      const handled = Promise.all(connections.map(connection => connection.waitForPendingMessages()))
      await within(clock, finishFramesMs, handled)
      await sockets.closeAll(closeSocketsMs)
      await within(clock, finishSnapshotsMs, documents.settled())
    },

    get openDocuments() {
      return hocuspocus.getDocumentsCount()
    },
    get connections() {
      return sockets.count
    },
  }
}
