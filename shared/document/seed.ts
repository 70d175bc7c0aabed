import * as Y from 'yjs'
import type { z } from 'zod'
import { buildContainer } from './build.ts'
import { recordField } from './fields.ts'

export const rootName = 'document'
export const metaName = 'meta'

/** The client id under which every seed is written. Yjs draws random 32-bit ids: one in 4 billion meets it. */
export const seedClientId = 1

/**
 * The update that brings an empty document of a kind into being: its name and version, and all its containers.
 * Run by `scripts/seed.ts` only; everybody else applies the committed bytes (DM3).
 */
export function buildSeed(kind: { name: string; schemaVersion: number; draft: z.ZodObject }): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = seedClientId
  doc.transact(() => {
    const meta = doc.getMap(metaName)
    meta.set('kind', kind.name)
    meta.set('schemaVersion', kind.schemaVersion)
    const root = doc.getMap(rootName)
    for (const [key, field] of recordField(kind.draft).fields) {
      if (field.type !== 'atom') root.set(key, buildContainer(field, undefined, [key]))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
