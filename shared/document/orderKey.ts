import { generateKeyBetween } from 'fractional-indexing'

/** A key grows by one character in about six insertions at one place; a longer one was not made by us. */
const maxLength = 1024
const smallestInteger = `A${'0'.repeat(26)}`

/** Whether `fractional-indexing` would take this key; it throws on any other. */
export function isOrderKey(key: unknown): key is string {
  if (typeof key !== 'string' || key.length > maxLength || !/^[A-Za-z][0-9A-Za-z]+$/.test(key)) return false
  const head = key.charCodeAt(0)
  // „a“ begins an integer of 2 characters, „b“ of 3 …; „Z“ of 2, „Y“ of 3 …
  const integerLength = head >= 97 ? head - 97 + 2 : 90 - head + 2
  if (key.length < integerLength || key === smallestInteger) return false
  return key.length === integerLength || !key.endsWith('0')
}

/** An entry as the order sees it; `key: null` stands for a missing or invalid one. */
export type Ordered = { readonly id: string; readonly key: string | null }

/** By order key, then by id; entries without a valid key come last (DM7, DM8). */
export function compareOrder(left: Ordered, right: Ordered): number {
  if (left.key !== right.key) {
    if (left.key === null) return 1
    if (right.key === null) return -1
    return left.key < right.key ? -1 : 1
  }
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}

/**
 * The key that puts an entry before `before`, or at the end for `null`.
 * `others` are all other entries, sorted by `compareOrder`. Entries that share a key cannot be parted
 * by one write, so the new key goes past all of them (DM9); the same holds for entries without a valid key,
 * which stay last whatever happens.
 */
export function keyBefore(others: readonly Ordered[], before: string | null): string {
  const keys = others.map(entry => entry.key).filter(key => key !== null)
  const upper = others.find(entry => entry.id === before)?.key ?? null
  const lower = keys.findLast(key => upper === null || key < upper) ?? null
  return generateKeyBetween(lower, upper)
}
