import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus } from '@hocuspocus/server'
import type * as Y from 'yjs'
import { type Clock, within } from '#server/clock.ts'
import type { SqlRuns } from '#server/db/threadClient.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { Quarantine } from '#server/journal/quarantine.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import { repairRoots } from '#shared/document/repair.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import type { LiveNotice, Notice } from '#shared/wire/notice.ts'
import { type Room as RoomId, roomName } from '#shared/wire/room.ts'
import type { Rooms } from './authenticate.ts'
import type { CollabAccess, CollabContext } from './context.ts'
import { createDurableMarks } from './durableMark.ts'
import { createInspector } from './gate/inspector.ts'
import { createHooks } from './hooks.ts'
import { createOpenRooms } from './openRooms.ts'
import { ReportedEvents, type Reports } from './reportedEvents.ts'
import { closeCodes, Line, type Lines } from './rooms/line.ts'
import type { Room } from './rooms/room.ts'
import { createSockets, type SocketUser } from './sockets.ts'
import type { RoomSocket } from './transport/roomSocket.ts'
import { anyRequest, personHeaders } from './webRequest.ts'
import { wrapHooks } from './wrapHooks.ts'

/** Writing together: the only place that knows Hocuspocus. */
export interface Collab {
  /** Takes an upgrade of the HTTP server, or answers it with 403, 404 or 503. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Takes a socket that is open already, of whatever kind it is. */
  connect(socket: RoomSocket, headers: Headers): SocketUser
  /**
   * The server's own write: journal, then document, then everybody who has it open. `change` runs on a
   * copy, so that nothing is seen before it is on disk. `author` null = the server itself.
   */
  edit(room: RoomId, author: AuthorId | null, change: (doc: Y.Doc) => void): Promise<{ seq: number }>
  /**
   * Reads, then writes, while nobody else can write. `work` answers what the server writes; `together` are statements
   * of the same transaction, so that both are on disk or none. `null`: nothing is written.
   */
  decide<T>(room: RoomId, work: (doc: Y.Doc) => Promise<{ result: T; write: ServerWrite | null }>): Promise<T>
  /** Tells everybody who has the document open. */
  notify(room: RoomId, notice: Notice): void
  /** Looks at the document as it is now; `look` must not write. */
  read<T>(room: RoomId, look: (doc: Y.Doc) => T): Promise<T>
  /** Takes no more frames, commits and acknowledges what was received, closes the sockets. Within 10 s. */
  drain(): Promise<void>
  readonly openDocuments: number
  readonly connections: number
}

export type ServerWrite = {
  readonly author: AuthorId | null
  readonly change: (doc: Y.Doc) => void
  readonly together: readonly SqlRuns[]
}

// Together below the 10 s that a SIGTERM may take (THREATS a9).
const finishFramesMs = 6_000
const closeSocketsMs = 1_500
const finishCompactionMs = 500

// Who only reads sends nothing at which the access would be asked: after a change everybody is asked within this
// time, well below the second that a revocation may take (THREATS P4).
const lookForChangesMs = 400

// How often it is looked for people and sockets that vanished without a word.
const lookForSilentMs = 10_000

// in the place of each connection's own
const noInterval = setInterval(() => undefined, 2 ** 30)
clearInterval(noInterval)

export function createCollab(deps: {
  journal: Journal
  quarantine: Quarantine
  access: CollabAccess
  clock: Clock
  log: Log
  metrics?: Metrics
  config: { allowedOrigins: readonly string[]; secret: string; timeZone: string }
  /** milliseconds for measuring durations; only a simulation brings its own */
  measure?: () => number
  kinds: Kinds
  /** How many rows the ledger has about a document; none where nobody says. */
  ledgerSeq?: (documentId: DocumentId) => Promise<number>
  /** What whoever opens a document is told after the welcome: where its meeting stands. */
  greeting?: (documentId: DocumentId) => LiveNotice | null
  /** Which kind a document has; needed where the server itself opens one that nobody has opened yet. */
  kindOf?: (documentId: DocumentId) => Promise<string | null>
  /**
   * Begins the generation after `from`, or answers the one that has begun meanwhile; null where the journal is
   * damaged: the document stays readable as it is, with its alert.
   */
  beginGeneration: (documentId: DocumentId, from: Generation) => Promise<Generation | null>
  /** Called with what came after a document was closed, when it is kept. */
  onTooLate?: (room: RoomId, author: AuthorId, bytes: Uint8Array) => void
  /** Called after each change that is on disk, whoever made it. */
  onChanged(room: RoomId, author: AuthorId | null): void
}): Collab {
  const { journal, quarantine, clock, log, metrics } = deps
  const measure = deps.measure ?? (() => performance.now())
  const marks = createDurableMarks(deps.config.secret)
  const inspector = createInspector()

  function reportHook(hook: string, error: unknown): void {
    metrics?.failedHooks.inc({ hook })
    log.error({ err: error, hook }, 'hook failed')
  }

  const reports: Reports = {
    log,
    ...(metrics && { metrics }),
    hookFailed: reportHook,
    onChanged: (room, author) => deps.onChanged(room, author),
    onTooLate: (room, author, bytes) => deps.onTooLate?.(room, author, bytes),
    async repair(id) {
      await edit(id, null, doc => repairRoots(doc))
    },
  }

  async function kindOf(id: RoomId): Promise<string> {
    const kind = (await deps.kindOf?.(id.documentId)) ?? null
    if (kind === null) throw new Error('The kind of a document without a journal is not known')
    return kind
  }

  const rooms = createOpenRooms({
    kinds: deps.kinds,
    ledgerSeq: id => deps.ledgerSeq?.(id) ?? Promise.resolve(0),
    services: {
      journal,
      quarantine,
      inspector,
      access: deps.access,
      timeZone: deps.config.timeZone,
      clock,
      measure,
      markOf: (id, seq) => marks.of(id, seq),
      greeting: id => deps.greeting?.(id) ?? null,
      flushSockets: () => sockets.flush(),
    },
    log,
    ...(metrics && { metrics }),
    eventsOf: id => new ReportedEvents(reports, id),
  })

  const handshake: Rooms = {
    isSetAside: ({ documentId, generation }, author, client) =>
      quarantine.isSetAside(documentId, generation, author, client),
    async beginAnewIfBehind(id, mark) {
      if (!marks.isGenuine(id, mark)) return false
      const open = hocuspocus.documents.get(roomName(id))
      const seq = open ? rooms.of(open).durableSeq : await journal.durableSeq(id.documentId, id.generation)
      if (mark.seq <= seq) return false
      log.error({ document: id.documentId, seen: mark.seq, held: seq }, 'set back: a new generation begins')
      if ((await deps.beginGeneration(id.documentId, id.generation)) === null) return false
      const left = hocuspocus.documents.get(roomName(id))
      if (left) rooms.of(left).dismiss(closeCodes.accessEnded, 'generationChanged')
      return true
    },
  }

  const hooks = createHooks({
    access: deps.access,
    handshake,
    rooms,
    kinds: deps.kinds,
    ...(metrics && { metrics }),
    kindOf,
  })
  const hocuspocus: Hocuspocus<CollabContext> = new Hocuspocus<CollabContext>({
    quiet: true,
    ...wrapHooks(hooks, reportHook),
  })

  const lines: Lines = { clock, measure, open: new Set() }

  function connect(socket: RoomSocket, headers: Headers): SocketUser {
    const line = new Line(socket, lines, headers)
    const connection = hocuspocus.handleConnection(line, anyRequest, { line })
    // frames of open rooms do not pass Hocuspocus, to which every socket seems silent: `lookForSilent` does it
    clearInterval(connection.pingInterval)
    connection.pingInterval = noInterval
    line.begin(connection)
    return line
  }

  const sockets = createSockets({
    allowedOrigins: deps.config.allowedOrigins,
    clock,
    onCount: count => metrics?.connections.set(count),
    onSlowReader: () => metrics?.slowReaders.inc(),
    use: (socket, request) => connect(socket, personHeaders(request.headers)),
  })

  let seenVersion = deps.access.version
  let callOffChanges = (): void => undefined
  const lookForChanges = (): void => {
    if (deps.access.version !== seenVersion) {
      seenVersion = deps.access.version
      for (const room of rooms.all()) room.recheck()
    }
    callOffChanges = clock.after(lookForChangesMs, lookForChanges)
  }
  lookForChanges()

  let callOffSilent = (): void => undefined
  let lookedAt = measure()
  const lookForSilent = (): void => {
    const now = clock.now()
    for (const room of rooms.all()) {
      room.forgetSilent(now)
      room.recheckExpired(now)
    }
    // where this process has stood still, what came meanwhile is read first
    const isLate = measure() - lookedAt > 2 * lookForSilentMs
    lookedAt = measure()
    if (!isLate) for (const line of lines.open) line.endIfSilent()
    callOffSilent = clock.after(lookForSilentMs, lookForSilent)
  }
  lookForSilent()

  async function withRoom<T>(id: RoomId, work: (room: Room) => Promise<T> | T): Promise<T> {
    const direct = await hocuspocus.openDirectConnection(roomName(id), {})
    try {
      if (!direct.document) throw new Error('A direct connection without a document')
      return await work(rooms.of(direct.document))
    } finally {
      await direct.disconnect()
    }
  }

  const edit: Collab['edit'] = (id, author, change) => withRoom(id, room => room.edit(author, change))

  return {
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    connect,
    edit,

    async read(id, look) {
      const open = hocuspocus.documents.get(roomName(id))
      return open ? rooms.of(open).read(look) : withRoom(id, room => room.read(look))
    },

    decide: (id, work) =>
      withRoom(id, room =>
        room.whileHeld(async () => {
          const { result, write } = await room.read(work)
          if (write) await room.edit(write.author, write.change, write.together)
          return result
        }),
      ),

    notify(id, notice) {
      const open = hocuspocus.documents.get(roomName(id))
      if (open) rooms.of(open).notify(notice)
    },

    async drain() {
      sockets.stopTaking()
      callOffSilent()
      callOffChanges()
      await within(clock, finishFramesMs, Promise.all(rooms.all().map(room => room.settled())))
      await sockets.closeAll(closeSocketsMs)
      await within(clock, finishCompactionMs, inspector.close())
    },

    get openDocuments() {
      return hocuspocus.getDocumentsCount()
    },
    get connections() {
      return sockets.count
    },
  }
}
