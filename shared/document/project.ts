import type * as Y from 'yjs'
import { thingIdSchema } from '#shared/ids.ts'
import { asFragment, asMap, deletedAtName, isDeleted, orderKeyName } from './container.ts'
import type { AtomField, Field, ListField, OwnedField, RecordField } from './fields.ts'
import type { IssueList } from './issue.ts'
import { compareOrder, isOrderKey, type Ordered } from './orderKey.ts'
import { projectProse } from './prose.ts'
import { cleanText, cleanValue, isForbiddenKey } from './text.ts'

/**
 * Reads whatever stands at a field as a value of the field's type (DM16): never throws, never writes,
 * always gives a complete value. What does not fit is left in the document, replaced here by the field's
 * default and listed in `issues`.
 */
export function projectField(
  field: Field,
  raw: unknown,
  path: readonly string[],
  issues: IssueList,
): unknown {
  switch (field.type) {
    case 'atom':
      return projectAtom(field, raw, path, issues)
    case 'record':
      return projectRecord(field, container(asMap(raw), raw, path, issues), path, issues)
    case 'list':
      return projectList(field, container(asMap(raw), raw, path, issues), path, issues)
    case 'owned':
      return projectOwned(field, container(asMap(raw), raw, path, issues), path, issues)
    default: {
      const fragment = container(asFragment(raw), raw, path, issues)
      return fragment ? projectProse(fragment, path, issues) : []
    }
  }
}

/** Passes a container on, or says why there is none. */
function container<T>(found: T | null, raw: unknown, path: readonly string[], issues: IssueList): T | null {
  if (found === null) issues.add(path, raw === undefined ? 'missing' : 'wrongType')
  return found
}

/** The value of an atom, or the default with an issue. */
export function projectAtom(
  field: AtomField | OwnedField,
  raw: unknown,
  path: readonly string[],
  issues: IssueList,
): unknown {
  const cleaned = cleanValue(raw)
  if (cleaned.state === 'refused') {
    issues.add(path, cleaned.reason)
    return defaultOf(field)
  }
  if (cleaned.changed) issues.add(path, 'uncleanText', 'info')
  const parsed = field.schema.safeParse(cleaned.value)
  if (parsed.success) return parsed.data
  issues.add(path, 'invalid')
  return defaultOf(field)
}

/** `undefined` for an owned value: nothing is shown where nothing valid was written. */
function defaultOf(field: AtomField | OwnedField): unknown {
  return field.type === 'atom' ? field.schema.parse(undefined) : undefined
}

function projectRecord(
  field: RecordField,
  map: Y.Map<unknown> | null,
  path: readonly string[],
  issues: IssueList,
  reserved: ReadonlySet<string> = noKeys,
): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [key, child] of field.fields) {
    // Below a container that is not there everything is empty; one issue says so.
    const own = map ? projectField(child, map.get(key), [...path, key], issues) : emptyOf(child)
    if (own !== undefined) value[key] = own
  }
  for (const key of sortedKeys(map)) {
    if (!field.fields.has(key) && !reserved.has(key)) issues.add([...path, key], 'unknownKey', 'info')
  }
  return value
}
/** Yjs keeps keys in the order of their arrival, which differs between replicas (DM22). */
const sortedKeys = (map: Y.Map<unknown> | null): string[] => [...(map?.keys() ?? [])].sort()
const noKeys: ReadonlySet<string> = new Set()
const entryKeys: ReadonlySet<string> = new Set([orderKeyName, deletedAtName])

function emptyOf(field: Field): unknown {
  switch (field.type) {
    case 'atom':
      return defaultOf(field)
    case 'record':
      return Object.fromEntries(
        [...field.fields]
          .map(([key, child]) => [key, emptyOf(child)])
          .filter(([, value]) => value !== undefined),
      )
    case 'owned':
      return {}
    default:
      return []
  }
}

/** The entries of a list as the order sees them, deleted ones too; not sorted. */
export function listEntries(map: Y.Map<unknown> | null): (Ordered & { readonly map: Y.Map<unknown> })[] {
  const entries: (Ordered & { readonly map: Y.Map<unknown> })[] = []
  for (const [id, raw] of map?.entries() ?? []) {
    const entry = asMap(raw)
    if (!entry || !thingIdSchema.safeParse(id).success) continue
    const key = entry.get(orderKeyName)
    entries.push({ id, key: isOrderKey(key) ? key : null, map: entry })
  }
  return entries
}

/** The ids that are shown, in order. */
export function visibleIds(map: Y.Map<unknown> | null): string[] {
  return listEntries(map)
    .filter(entry => !isDeleted(entry.map))
    .sort(compareOrder)
    .map(entry => entry.id)
}

function projectList(
  field: ListField,
  map: Y.Map<unknown> | null,
  path: readonly string[],
  issues: IssueList,
): unknown[] {
  for (const id of sortedKeys(map)) {
    if (!asMap(map?.get(id))) issues.add([...path, id], 'wrongType')
    else if (!thingIdSchema.safeParse(id).success) issues.add([...path, id], 'invalid')
  }
  return listEntries(map)
    .filter(entry => !isDeleted(entry.map))
    .sort(compareOrder)
    .map(entry => {
      const entryPath = [...path, entry.id]
      if (entry.key === null) issues.add([...entryPath, orderKeyName], 'badOrderKey')
      return { id: entry.id, ...projectRecord(field.item, entry.map, entryPath, issues, entryKeys) }
    })
}

function projectOwned(
  field: OwnedField,
  map: Y.Map<unknown> | null,
  path: readonly string[],
  issues: IssueList,
): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const person of sortedKeys(map)) {
    const own = isForbiddenKey(person)
      ? issues.add([...path, person], 'invalid')
      : projectAtom(field, map?.get(person), [...path, person], issues)
    if (own !== undefined) value[cleanText(person)] = own
  }
  return value
}
