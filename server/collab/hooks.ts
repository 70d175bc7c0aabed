import type { Clock } from '#server/clock.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import type { KindName } from '#shared/api/contract.ts'
import type { AuthorId } from '#shared/ids.ts'
import type { Notice } from '#shared/wire/notice.ts'
import { parseRoom, type Room } from '#shared/wire/room.ts'
import { authenticate } from './authenticate.ts'
import { type CollabAccess, type CollabContext, type Member, memberOf } from './context.ts'
import { judge } from './gate.ts'
import type { LiveDocuments } from './liveDocuments.ts'
import { createPresence } from './presence.ts'
import { Refused } from './refused.ts'
import { retryWithinBound } from './retry.ts'
import type { Hooks } from './wrapHooks.ts'

// y-protocols' sync messages that carry an update; 0 carries a state vector only.
const syncStep2 = 1
const syncUpdate = 2

// Close codes of our own: the provider comes back by itself and meets the handshake's answer.
const accessEnded = 4403
const notStored = 4503
const unreadable = 1008
const tryAgain = 1013

/**
 * What Hocuspocus asks us.
 *
 * - [C1] A frame is acknowledged only after its commit, or when the document held all of it before.
 * - [C2] Session and permission are asked again for each frame that writes.
 * - [C3] What cannot be stored or read ends the whole socket, never only the room: only so does the
 *   provider come back, send what is missing and wait for an acknowledgement again.
 */
export function createHooks(deps: {
  access: CollabAccess
  clock: Clock
  log: Log
  metrics?: Metrics
  documents: LiveDocuments
  seedOf(room: Room, kind: KindName | null | undefined): Promise<Uint8Array>
  write(room: Room, author: AuthorId | null, bytes: Uint8Array): Promise<{ seq: number }>
}): Hooks {
  const { access, clock, log, metrics, documents } = deps
  const presence = createPresence()

  /** Ends the socket; the answer is to be thrown, so that Hocuspocus neither applies nor acknowledges. */
  function ended(context: CollabContext, code: number, reason: string): Refused {
    metrics?.refusedUpdates.inc({ reason })
    context.socket?.close(code, reason)
    return new Refused('unavailable')
  }

  const welcome = (member: Member, durableSeq: number, may: 'read' | 'write'): string =>
    JSON.stringify({
      type: 'welcome',
      generation: member.room.generation,
      durable: { seq: durableSeq, proof: '' },
      serverTime: clock.now(),
      access: may,
      readOnly: may === 'read' ? 'role' : null,
      self: member.personId,
    } satisfies Notice)

  return {
    async onAuthenticate({ documentName, token, requestHeaders, connectionConfig }) {
      const member = await authenticate(access, { documentName, token, headers: requestHeaders })
      connectionConfig.readOnly = member.access === 'read'
      return { member } satisfies CollabContext
    },

    async onLoadDocument({ document, documentName, context }) {
      const room = parseRoom(documentName)
      if (!room) throw new Refused('notFound')
      await documents.load(document, room, () => deps.seedOf(room, context.member?.kind))
    },

    async afterLoadDocument({ document, instance }) {
      // Else the load itself is sent once more to whoever opened it.
      document.flush()
      metrics?.openDocuments.set(instance.getDocumentsCount() + 1)
    },

    async connected({ connection, context, instance, documentName }) {
      const member = memberOf(context)
      // It left memory while this connection was being made: the next attempt loads it anew.
      if (instance.documents.get(documentName) !== connection.document) context.socket?.close(tryAgain)
      const may = connection.readOnly ? 'read' : 'write'
      connection.sendStateless(welcome(member, documents.durableSeq(connection.document), may))
    },

    async beforeSync({ type, payload, context, connection, document }) {
      if (type !== syncStep2 && type !== syncUpdate) return
      // Hocuspocus itself answers a reader with a negative status and applies nothing (THREATS b19).
      if (connection.readOnly) return
      const { room, personId } = memberOf(context)

      const ask = async () => {
        const session = await access.person(connection.request.headers)
        return session?.personId === personId ? access.toDocument(personId, room.documentId) : null
      }
      const now = await retryWithinBound(clock, ask).catch((error: unknown) => {
        log.error({ err: error, document: room.documentId }, 'permission not answered')
        throw ended(context, notStored, 'unavailable')
      })
      if (now?.generation !== room.generation) throw ended(context, accessEnded, 'accessEnded')
      if (now.access === 'read') {
        connection.readOnly = true
        metrics?.refusedUpdates.inc({ reason: 'readOnly' })
        connection.sendStateless(welcome(memberOf(context), documents.durableSeq(document), 'read'))
        return
      }

      const bytes = payload.slice()
      const judged = judge(document, bytes)
      if (judged.verdict === 'nothingNew') return
      if (judged.verdict === 'refuse') throw ended(context, unreadable, judged.reason)
      try {
        await deps.write(room, now.author, bytes)
      } catch (error) {
        log.error({ err: error, document: room.documentId }, 'update not stored')
        throw ended(context, notStored, 'notStored')
      }
    },

    async beforeHandleAwareness({ states, document, connection, context }) {
      if (!connection || !context) return
      presence.rewrite(states, { document, connection, member: memberOf(context) })
    },

    async beforeUnloadDocument({ document }) {
      documents.unload(document)
    },

    async afterUnloadDocument({ instance }) {
      metrics?.openDocuments.set(instance.getDocumentsCount())
    },
  }
}
