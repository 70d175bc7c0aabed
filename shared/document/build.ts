import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import { thingIdSchema } from '#shared/ids.ts'
import { orderKeyName } from './container.ts'
import type { AtomField, Field, ListField, OwnedField, RecordField } from './fields.ts'
import { isProseInput, proseElements } from './proseMaking.ts'
import { cleanValue } from './text.ts'

/** The error of a strict write; `path` names the field, never what was typed. */
export function badInput(path: readonly string[], why: string): AppError {
  return new AppError('badInput', { fields: { path: path.join('/'), why } })
}

/** Cleans and validates a value for writing (DM13). Throws `badInput`. */
export function strictValue(field: AtomField | OwnedField, value: unknown, path: readonly string[]): unknown {
  const cleaned = cleanValue(value)
  if (cleaned.state === 'refused') throw badInput(path, cleaned.reason)
  const parsed = field.schema.safeParse(cleaned.value)
  if (!parsed.success) {
    const inner = parsed.error.issues[0]
    throw badInput([...path, ...(inner?.path ?? []).map(String)], inner?.code ?? 'invalid')
  }
  return parsed.data
}

/** A new container with all containers below it (DM2), filled from `init`. Throws `badInput`. */
export function buildContainer(
  field: Exclude<Field, AtomField>,
  init: unknown,
  path: readonly string[],
): Y.Map<unknown> | Y.XmlFragment {
  switch (field.type) {
    case 'record':
      return buildRecord(field, init, path)
    case 'list':
      return buildList(field, init, path)
    case 'owned':
      return buildOwned(field, init, path)
    default:
      return buildProse(init, path)
  }
}

export function buildRecord(field: RecordField, init: unknown, path: readonly string[]): Y.Map<unknown> {
  const values = plainEntries(init, path)
  const map = new Y.Map<unknown>()
  for (const [key, child] of field.fields) {
    const own = values.get(key)
    if (child.type !== 'atom') map.set(key, buildContainer(child, own, [...path, key]))
    else if (own !== undefined) map.set(key, strictValue(child, own, [...path, key]))
  }
  for (const key of values.keys()) {
    if (!field.fields.has(key) && key !== 'id') throw badInput([...path, key], 'unknownKey')
  }
  return map
}

function buildList(field: ListField, init: unknown, path: readonly string[]): Y.Map<unknown> {
  const rows = plainArray(init, path)
  const map = new Y.Map<unknown>()
  const keys = generateNKeysBetween(null, null, rows.length)
  rows.forEach((row, index) => {
    const id = thingIdSchema.safeParse(plainEntries(row, path).get('id'))
    if (!id.success) throw badInput(path, 'id')
    const entry = buildRecord(field.item, row, [...path, id.data])
    entry.set(orderKeyName, keys[index])
    map.set(id.data, entry)
  })
  return map
}

function buildOwned(field: OwnedField, init: unknown, path: readonly string[]): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  for (const [person, value] of plainEntries(init, path)) {
    map.set(person, strictValue(field, value, [...path, person]))
  }
  return map
}

function buildProse(init: unknown, path: readonly string[]): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, strictProse(init, path))
  return fragment
}

/** New prose as elements, ready to be inserted into a fragment. Throws `badInput`. */
export function strictProse(init: unknown, path: readonly string[]): (Y.XmlElement | Y.XmlText)[] {
  const input = plainArray(init, path)
  if (!isProseInput(input)) throw badInput(path, 'paragraph')
  try {
    return proseElements(input)
  } catch (cause) {
    if (cause instanceof TypeError) throw badInput(path, 'prose')
    throw cause
  }
}

function plainEntries(init: unknown, path: readonly string[]): Map<string, unknown> {
  if (init === undefined) return new Map()
  if (typeof init !== 'object' || init === null || Array.isArray(init)) throw badInput(path, 'object')
  return new Map(Object.entries(init))
}

function plainArray(init: unknown, path: readonly string[]): readonly unknown[] {
  if (init === undefined) return []
  if (!Array.isArray(init)) throw badInput(path, 'array')
  return init
}
