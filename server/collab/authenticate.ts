import type { AnyKind } from '#shared/document/defineKind.ts'
import type { AuthorId } from '#shared/ids.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import { type Handshake, handshakeSchema, protocolVersion } from '#shared/wire/handshake.ts'
import type { DurableMark } from '#shared/wire/notice.ts'
import { presencePersonSchema } from '#shared/wire/presence.ts'
import { parseRoom, type Room } from '#shared/wire/room.ts'
import type { CollabAccess, Member } from './context.ts'
import { Refused } from './refused.ts'

export type Rooms = {
  /** Whether an update of this client was refused, so that it must not come back with it. */
  isSetAside(room: Room, author: AuthorId, client: number): Promise<boolean>
  /**
   * A device has seen the room's journal further on disk than it is: the server was set back. Begins a
   * new generation and answers true; false where the mark proves nothing or nothing is missing.
   */
  beginAnewIfBehind(room: Room, mark: DurableMark): Promise<boolean>
}

/**
 * The handshake of one room: name, client, session, permission, generation, what the client brings; in
 * this order, so that who is not signed in learns nothing about documents and absent looks like
 * forbidden (STYLE 8).
 * @throws Refused with what the client may know
 */
export async function authenticate(
  access: CollabAccess,
  rooms: Rooms,
  kinds: Kinds,
  request: { documentName: string; token: string; headers: Headers },
): Promise<Member> {
  const room = parseRoom(request.documentName)
  if (!room) throw new Refused('notFound')
  const handshake = parseHandshake(request.token)

  const session = await access.person(request.headers)
  if (!session) throw new Refused('signedOut')
  const found = await access.toDocument(session.personId, room.documentId)
  if (!found) throw new Refused('notFound')
  const kind = kinds.get(found.kind)
  // made by a newer version of this program, which was set back
  if (!kind) throw new Refused('unavailable')
  if (found.generation !== room.generation) throw new Refused('generationChanged')
  if (await rooms.isSetAside(room, found.author, handshake.client)) throw new Refused('setAside')
  if (handshake.durable && (await rooms.beginAnewIfBehind(room, handshake.durable))) {
    throw new Refused('generationChanged')
  }

  return {
    room,
    kind: found.kind,
    personId: session.personId,
    client: handshake.client,
    readOnly: readOnlyOf(found, canWrite(handshake, kind)),
    presence: presencePersonSchema.parse({
      id: session.personId,
      name: found.displayName.slice(0, 120),
      tone: found.tone,
    }),
  }
}

/** @throws Refused where client and server do not speak the same protocol */
function parseHandshake(token: string): Handshake {
  const { protocol } = parse(protocolSchema, token) ?? { protocol: 0 }
  // A client that is newer than the server: the server is about to be renewed, or was set back.
  if (protocol > protocolVersion) throw new Refused('unavailable')
  const handshake = protocol === protocolVersion ? parse(handshakeSchema, token) : null
  if (!handshake) throw new Refused('clientTooOld')
  return handshake
}

const protocolSchema = handshakeSchema.pick({ protocol: true })

function parse<T>(schema: { parse(value: unknown): T }, token: string): T | null {
  try {
    return schema.parse(JSON.parse(token))
  } catch {
    return null
  }
}

/** Why somebody may only read; what a too old client would write does not even come too late (THREATS P5). */
function readOnlyOf(
  { access, isClosed }: { access: 'read' | 'write'; isClosed?: boolean },
  canWrite: boolean,
): Member['readOnly'] {
  if (access === 'read') return 'role'
  if (!canWrite) return 'clientTooOld'
  return isClosed === true ? 'closed' : null
}

/** An older client reads, but never writes into a form that it does not know (THREATS P5). */
function canWrite(handshake: Handshake, { name, schemaVersion }: AnyKind): boolean {
  return (handshake.schemaVersions[name] ?? 0) >= schemaVersion
}
