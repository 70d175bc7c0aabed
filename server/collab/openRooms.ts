import { type Connection, Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { State } from '#server/journal/encodings.ts'
import type { Stored } from '#server/journal/loadStored.ts'
import { keepAsWritten } from '#server/lib/keepAsWritten.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import { lackedSeed } from '#shared/document/seed.ts'
import type { DocumentId } from '#shared/ids.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import type { Room as RoomId } from '#shared/wire/room.ts'
import { lineOf, memberOf } from './context.ts'
import { retryWithinBound } from './retry.ts'
import { applyRows } from './rooms/applyRows.ts'
import { joinRows } from './rooms/joinRows.ts'
import { Opening } from './rooms/opening.ts'
import { RestingDocument } from './rooms/restingDocument.ts'
import { Room, type RoomEvents, type RoomServices } from './rooms/room.ts'

/** The rooms of the documents that Hocuspocus holds in memory. */
export interface OpenRooms {
  /**
   * Makes the room of an empty document, with what the journal holds; the document rests unless the journal is
   * damaged. What it lacks of the kind's seed becomes its next row (DM23): the first of an empty journal.
   */
  load(document: Document, id: RoomId, kind: string): Promise<void>
  /** From now on the room handles each frame of each connection. */
  takeOver(document: Document): void
  of(document: Y.Doc): Room
  /** The handshake of a connection is over; null if it was none of a room. */
  established(connection: Connection): Opening | null
  all(): readonly Room[]
}

export function createOpenRooms(deps: {
  services: RoomServices
  kinds: Kinds
  /** how many rows the ledger has about a document */
  ledgerSeq(documentId: DocumentId): Promise<number>
  log: Log
  metrics?: Metrics
  eventsOf(id: RoomId): RoomEvents
}): OpenRooms {
  const { services, log, metrics } = deps
  const { journal, clock } = services
  const rooms = new Map<Y.Doc, Room>()
  const openings = new WeakMap<Connection, Opening>()

  function of(document: Y.Doc): Room {
    const found = rooms.get(document)
    if (!found) throw new Error('A document is open that was not loaded from the journal')
    return found
  }

  /** What the journal holds, and the parts as which the document can rest; null where each row is to be looked at. */
  async function read({
    documentId,
    generation,
  }: RoomId): Promise<{ stored: Stored; parts: State[] | null }> {
    const stored = await journal.load(documentId, generation, 'checksum')
    try {
      if (!stored.damage) return { stored, parts: partsOf(stored) }
    } catch {
      // a row is no complete update, or too large to be taken apart: decoded one by one, they say which
    }
    return { stored: await journal.load(documentId, generation), parts: null }
  }

  /** What the journal holds of a document, with what it lacked of the kind's seed: all of it, or what a later version adds. */
  async function complete(
    { documentId, generation }: RoomId,
    { seed }: AnyKind,
    stored: Stored,
    stateVector: Uint8Array,
  ): Promise<Stored> {
    const bytes = stored.damage ? null : lackedSeed(seed, stateVector)
    if (!bytes) return stored
    const claims = Y.decodeUpdate(bytes).structs.map(struct => struct.id.client)
    const row = { documentId, generation, author: null, bytes, claims: [...new Set(claims)] }
    const { seq } = await retryWithinBound(clock, () => journal.append(row))
    return { ...stored, updates: [...stored.updates, bytes], seq }
  }

  // one function for all connections
  function handleMessage(this: Connection, data: Uint8Array): void {
    openings.get(this)?.frame(data)
  }

  return {
    async load(document, id, kindName) {
      const kind = deps.kinds.get(kindName)
      if (!kind) throw new Error('A document is of a kind that this version does not know')
      silence(document)
      keepAsWritten(document)
      const [found, ledgerSeq] = await Promise.all([read(id), deps.ledgerSeq(id.documentId)])
      const { snapshot, updates, seq } = found.stored
      const isAwake = found.parts === null && seq > 0
      if (isAwake) applyRows(document, [...(snapshot ? [snapshot] : []), ...updates])
      const { stateVector } = new RestingDocument(document, found.parts)
      const stored = await complete(id, kind, found.stored, stateVector)
      const isSame = stored === found.stored
      if (isAwake && !isSame) applyRows(document, stored.updates.slice(-1))
      const parts = isAwake ? null : isSame ? found.parts : partsOf(stored)
      if (stored.damage) {
        metrics?.damagedDocuments.inc()
        log.error(
          { document: id.documentId, generation: id.generation, damage: stored.damage },
          'journal damaged, read only',
        )
      }
      const room = new Room(services, deps.eventsOf(id), {
        id,
        document: new RestingDocument(document, parts),
        kind,
        seq: stored.seq,
        snapshotSeq: stored.snapshotSeq,
        isDamaged: stored.damage !== null,
        ledgerSeq,
      })
      rooms.set(document, room)
    },

    takeOver(document) {
      const room = of(document)
      document.on('destroy', () => {
        rooms.delete(document)
        room.end()
      })

      const remove = document.removeConnection.bind(document)
      document.addConnection = connection => {
        document.connections.set(connection, noClients)
        const opening = new Opening(
          room,
          connection,
          memberOf(connection.context),
          lineOf(connection.context),
        )
        openings.set(connection, opening)
        // what waited for the handshake comes from Hocuspocus, everything later from the line
        connection.handleMessage = handleMessage
        room.enter(opening)
        return document
      }
      document.removeConnection = connection => {
        remove(connection)
        const opening = openings.get(connection)
        if (opening) room.leave(opening)
        return document
      }
    },

    of,
    established(connection) {
      forgetCallbacks(connection)
      return openings.get(connection) ?? null
    },
    all: () => [...rooms.values()],
  }
}

/** @throws where a row is no complete update */
function partsOf({ snapshot, extent, updates }: Stored): State[] {
  const parts = snapshot && extent ? [{ update: snapshot, extent }] : []
  return updates.length > 0 || parts.length === 0 ? [...parts, joinRows(updates, extent)] : parts
}

const nothing = (): Promise<void> => Promise.resolve()

/** Lets go of what Hocuspocus would do with each message: it gets none. All of its callbacks are known by then. */
function forgetCallbacks({ callbacks }: Connection): void {
  // a copy has no room for more
  callbacks.onClose = callbacks.onClose.slice()
  callbacks.beforeHandleMessage = nothing
  callbacks.afterHandleMessage = nothing
  callbacks.beforeSync = nothing
  callbacks.statelessCallback = nothing
  callbacks.onTokenSyncCallback = nothing
}

// Hocuspocus notes whose presence came over which connection; the room knows by itself.
const noClients = { clients: new Set<never>() }

/**
 * Hocuspocus would tell of each change of document and presence, and store it: the room does so. Nobody waits for
 * `whenLoaded` either, nor asks the document for presence.
 */
function silence(document: Document): void {
  document._observers.clear()
  clearInterval(document.awareness._checkInterval)
  document.awareness = nobody
}

const nobody = new Document('nobody').awareness
clearInterval(nobody._checkInterval)
// Hocuspocus wants to hear of presence in each document
nobody.on = () => undefined
