import type { Connection, Document } from '@hocuspocus/server'
import { maxPresenceBytes, presenceSchema } from '#shared/wire/presence.ts'
import type { Member } from './context.ts'

type Owner = { clientId: number; member: Member }

/**
 * Keeps presence honest: a connection speaks for one client id only (THREATS b20), under the person whom
 * the server knows (b21), within a size (b22); a state that does not parse is dropped.
 */
export function createPresence() {
  const owners = new WeakMap<Connection, Owner>()

  function ownId(document: Document, connection: Connection, member: Member, claimed: number): number | null {
    const owner = owners.get(connection)
    if (owner) return owner.clientId
    const isSomebodyElses = document.getConnections().some(other => {
      const taken = owners.get(other)
      return taken?.clientId === claimed && taken.member.personId !== member.personId
    })
    if (isSomebodyElses) return null
    owners.set(connection, { clientId: claimed, member })
    return claimed
  }

  return {
    /** Rewrites in place what a client says of itself before it is shown to others. */
    rewrite(
      states: Map<number, Record<string, unknown>>,
      { document, connection, member }: { document: Document; connection: Connection; member: Member },
    ): void {
      // Hocuspocus decodes into a scratch awareness whose own empty state comes first and belongs to nobody.
      const [, ...claimed] = states.keys()
      const id = claimed[0] === undefined ? null : ownId(document, connection, member, claimed[0])
      for (const [clientId, state] of states) {
        const parsed = presenceSchema.safeParse(state)
        if (clientId !== id || !parsed.success || sizeOf(state) > maxPresenceBytes) states.delete(clientId)
        else states.set(clientId, { ...parsed.data, person: member.presence })
      }
    },
  }
}

const sizeOf = (state: unknown): number => Buffer.byteLength(JSON.stringify(state))
