import type { z } from 'zod'
import { type Field, type RecordField, recordField } from '#shared/document/fields.ts'

/**
 * The part of a schema that leads to owned maps (`ownedBy`, DM1). `isOwned`: the keys here are persons, or belong to
 * the server alone (`isServers`).
 * Otherwise `named` are the fields that lead on, and `every` is what each entry of a list leads to.
 */
export type OwnedNode = {
  readonly isOwned: boolean
  readonly isServers?: true
  readonly named: ReadonlyMap<string, OwnedNode>
  readonly every: OwnedNode | null
}

const none: ReadonlyMap<string, OwnedNode> = new Map()
const owned: OwnedNode = { isOwned: true, named: none, every: null }
const servers: OwnedNode = { ...owned, isServers: true }

/** The tree of a kind, or `null` if nothing in it is owned: then nobody's writing is looked at. */
export function ownedTree(draft: z.ZodObject): OwnedNode | null {
  return recordNode(recordField(draft))
}

function recordNode(record: RecordField): OwnedNode | null {
  const named = new Map<string, OwnedNode>()
  for (const [key, field] of record.fields) {
    const node = fieldNode(field)
    if (node) named.set(key, node)
  }
  return named.size > 0 ? { isOwned: false, named, every: null } : null
}

function fieldNode(field: Field): OwnedNode | null {
  if (field.type === 'owned') return owned
  if (field.type === 'record') return recordNode(field)
  if (field.type !== 'list') return null
  if (field.isServers) return servers
  const every = recordNode(field.item)
  return every && { isOwned: false, named: none, every }
}

/** Where a key leads, or `null` if nothing below it is owned. */
export function ownedBelow(node: OwnedNode | null, key: string | null): OwnedNode | null {
  if (!node || key === null) return null
  return node.named.get(key) ?? node.every
}
