import type { KindName } from '#shared/api/contract.ts'
import { kinds } from '#shared/kinds/registry.ts'
import { type Handshake, handshakeSchema, protocolVersion } from '#shared/wire/handshake.ts'
import { presencePersonSchema } from '#shared/wire/presence.ts'
import { parseRoom } from '#shared/wire/room.ts'
import type { CollabAccess, Member } from './context.ts'
import { Refused } from './refused.ts'

/**
 * The handshake of one room: name, client, session, permission, generation, in this order, so that who
 * is not signed in learns nothing about documents and absent looks like forbidden (STYLE 8).
 * @throws Refused with what the client may know
 */
export async function authenticate(
  access: CollabAccess,
  request: { documentName: string; token: string; headers: Headers },
): Promise<Member> {
  const room = parseRoom(request.documentName)
  if (!room) throw new Refused('notFound')

  const handshake = parseHandshake(request.token)
  if (!handshake || handshake.protocol < protocolVersion) throw new Refused('clientTooOld')
  // A client that is newer than the server: the server is about to be renewed, or was set back.
  if (handshake.protocol > protocolVersion) throw new Refused('unavailable')

  const session = await access.person(request.headers)
  if (!session) throw new Refused('signedOut')
  const found = await access.toDocument(session.personId, room.documentId)
  if (!found) throw new Refused('notFound')
  if (found.generation !== room.generation) throw new Refused('generationChanged')

  return {
    room,
    kind: found.kind,
    personId: session.personId,
    access: canWrite(handshake, found.kind) ? found.access : 'read',
    presence: presencePersonSchema.parse({
      id: session.personId,
      name: found.displayName.slice(0, 120),
      tone: found.tone,
    }),
  }
}

function parseHandshake(token: string): Handshake | null {
  try {
    return handshakeSchema.parse(JSON.parse(token))
  } catch {
    return null
  }
}

/** An older client reads, but never writes into a form that it does not know (THREATS P5). */
function canWrite(handshake: Handshake, kind: KindName): boolean {
  return (handshake.schemaVersions[kind] ?? 0) >= kinds[kind].schemaVersion
}
