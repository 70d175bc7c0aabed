import type { AnySession } from '#client/document/session.ts'
import { type Writable, writable } from '#client/lib/store.ts'

const hashes = new WeakMap<object, Writable<string | null>>()

/** The hash of closed minutes as they stand on this device, once somebody has made it (V16). */
export function hashHere(session: Pick<AnySession, 'doc'>): Writable<string | null> {
  const known = hashes.get(session.doc)
  if (known) return known
  const made = writable<string | null>(null)
  hashes.set(session.doc, made)
  return made
}
