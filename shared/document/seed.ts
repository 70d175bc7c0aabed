import * as Y from 'yjs'
import type { z } from 'zod'
import { buildContainer } from './build.ts'
import { type RecordField, recordField } from './fields.ts'

export const rootName = 'document'
export const metaName = 'meta'

/**
 * The client id under which the seed of the first schema version is written; what a later version adds is written
 * under its own number. Yjs draws random 32-bit ids: one in 4 billion meets one of them.
 */
export const seedClientId = 1
/** No peer writes under these: a version to come finds its number free. Yjs draws one of them for one client in a billion. */
export const lastSeedClientId = 5

type Seeded = { name: string; schemaVersion: number; draft: z.ZodObject; formerSeed?: Uint8Array | null }

/**
 * The update that brings an empty document of a kind into being: its name and version, and all its containers. The
 * seed of a later schema version is that of the former with what the former lacks, so that a document of the former
 * becomes one of the later by being given it (DM23). Run by `scripts/seed.ts` only; everybody else applies the
 * committed bytes (DM3).
 */
export function buildSeed({ name, schemaVersion, draft, formerSeed = null }: Seeded): Uint8Array {
  const doc = new Y.Doc()
  if (formerSeed) Y.applyUpdate(doc, formerSeed)
  doc.clientID = formerSeed ? schemaVersion : seedClientId
  doc.transact(() => {
    const meta = doc.getMap(metaName)
    if (!formerSeed) meta.set('kind', name)
    meta.set('schemaVersion', schemaVersion)
    addMissing(recordField(draft), doc.getMap(rootName), [])
  })
  return Y.encodeStateAsUpdate(doc)
}

/** The containers that are there from the beginning; those of entries come with their entries. */
function addMissing(record: RecordField, map: Y.Map<unknown>, path: readonly string[]): void {
  for (const [key, field] of record.fields) {
    if (field.type === 'atom') continue
    const present = map.get(key)
    if (present === undefined) map.set(key, buildContainer(field, undefined, [...path, key]))
    else if (field.type === 'record' && present instanceof Y.Map) addMissing(field, present, [...path, key])
  }
}

/** What a document lacks of its kind's seed, as an update; `null` when it has all of it (DM23). */
export function lackedSeed(seed: Uint8Array, stateVector: Uint8Array): Uint8Array | null {
  const held = Y.decodeStateVector(stateVector)
  if (held.size === 0) return seed
  const whole = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seed))
  return [...whole].some(([client, clock]) => (held.get(client) ?? 0) < clock)
    ? Y.diffUpdate(seed, stateVector)
    : null
}
