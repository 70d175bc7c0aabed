import * as Y from 'yjs'

/** How deep values and prose may nest before the rest is left out (THREATS b6): honest sheets stay below 12. */
export const maxDepth = 64

/** Removes NUL and replaces lone surrogates, which neither JSON nor SQLite carry unharmed (THREATS b15). */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** Keys that would reach into an object's prototype; never read, never written (THREATS b10). */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor'
}

export type Cleaned =
  | { state: 'clean'; value: unknown; changed: boolean }
  | { state: 'refused'; reason: 'wrongType' | 'tooDeep' }

const refused = (reason: 'wrongType' | 'tooDeep'): Cleaned => ({ state: 'refused', reason })

/**
 * Copies a plain JSON value with clean texts and own keys only. Anything else that Yjs can hold
 * (shared types, subdocuments, bytes, big integers) is refused. `changed` tells that the copy differs.
 */
export function cleanValue(raw: unknown, depth = 0): Cleaned {
  if (depth > maxDepth) return refused('tooDeep')
  if (typeof raw === 'string') {
    const value = cleanText(raw)
    return { state: 'clean', value, changed: value !== raw }
  }
  if (raw === null || raw === undefined || typeof raw === 'boolean' || typeof raw === 'number') {
    return { state: 'clean', value: raw, changed: false }
  }
  if (typeof raw !== 'object') return refused('wrongType')
  if (raw instanceof Y.AbstractType || raw instanceof Y.Doc || ArrayBuffer.isView(raw))
    return refused('wrongType')
  return Array.isArray(raw) ? cleanArray(raw, depth) : cleanObject(raw, depth)
}

function cleanArray(raw: readonly unknown[], depth: number): Cleaned {
  const value: unknown[] = []
  let changed = false
  for (const element of raw) {
    const cleaned = cleanValue(element, depth + 1)
    if (cleaned.state === 'refused') return cleaned
    value.push(cleaned.value)
    changed ||= cleaned.changed
  }
  return { state: 'clean', value, changed }
}

function cleanObject(raw: object, depth: number): Cleaned {
  const value: Record<string, unknown> = {}
  // An object whose prototype a peer has replaced shows as a changed one.
  let changed = Object.getPrototypeOf(raw) !== Object.prototype
  for (const [rawKey, element] of Object.entries(raw)) {
    const key = cleanText(rawKey)
    if (isForbiddenKey(key)) {
      changed = true
      continue
    }
    const cleaned = cleanValue(element, depth + 1)
    if (cleaned.state === 'refused') return cleaned
    value[key] = cleaned.value
    changed ||= cleaned.changed || key !== rawKey
  }
  return { state: 'clean', value, changed }
}

/** Whether two plain JSON values are the same; the order of keys does not matter. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const leftEntries = Object.entries(left)
  const rightValues = new Map(Object.entries(right))
  return (
    leftEntries.length === rightValues.size &&
    leftEntries.every(([key, value]) => rightValues.has(key) && sameValue(value, rightValues.get(key)))
  )
}
