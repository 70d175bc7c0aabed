import type { Metrics } from '#server/metrics.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import { parseRoom, type Room as RoomId } from '#shared/wire/room.ts'
import { authenticate, type Rooms } from './authenticate.ts'
import { type CollabAccess, type CollabContext, lineOf } from './context.ts'
import type { OpenRooms } from './openRooms.ts'
import { Refused } from './refused.ts'
import { closeCodes } from './rooms/line.ts'
import type { Hooks } from './wrapHooks.ts'

/** What Hocuspocus asks us: who may come in, what a document holds, when it may leave memory. */
export function createHooks(deps: {
  access: CollabAccess
  handshake: Rooms
  rooms: OpenRooms
  kinds: Kinds
  metrics?: Metrics
  kindOf(room: RoomId): Promise<string>
}): Hooks {
  const { access, rooms, metrics } = deps
  return {
    async onAuthenticate({ documentName, token, connectionConfig, context, socketId }) {
      // put together of twenty pieces, which would stay until somebody reads it
      socketId.charCodeAt(0)
      const line = lineOf(context)
      const request = { documentName, token, headers: line.headers }
      const member = await authenticate(access, deps.handshake, deps.kinds, request)
      connectionConfig.readOnly = member.readOnly !== null
      line.opened()
      return { member } satisfies CollabContext
    },

    async onLoadDocument({ document, documentName, context }) {
      const room = parseRoom(documentName)
      if (!room) throw new Refused('notFound')
      await rooms.load(document, room, context.member?.kind ?? (await deps.kindOf(room)))
    },

    async afterLoadDocument({ document, instance }) {
      rooms.takeOver(document)
      metrics?.openDocuments.set(instance.getDocumentsCount() + 1)
    },

    async connected({ connection, context, instance, documentName }) {
      const opening = rooms.established(connection)
      // what the handshake was told may have changed while the document was loaded
      if (opening) await opening.recheck()
      // It left memory while this connection was being made: the next attempt loads it anew.
      if (!opening || instance.documents.get(documentName) !== connection.document) {
        return lineOf(context).end(closeCodes.tryAgain, 'leftMemory')
      }
      const room = rooms.of(connection.document)
      room.welcome(opening)
      lineOf(context).entered(room.id)
    },

    async beforeUnloadDocument({ document, documentName, instance }) {
      // Hocuspocus may ask once more for one that has left already, while another of its name is open: a throw
      // keeps that one in memory
      if (instance.documents.get(documentName) !== document) throw new Refused('unavailable')
      await rooms.of(document).settled()
    },

    async afterUnloadDocument({ instance }) {
      metrics?.openDocuments.set(instance.getDocumentsCount())
    },
  }
}
