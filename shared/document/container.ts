import * as Y from 'yjs'

/** The raw value as a map, or `null` if something else stands there. An XmlHook is a map only by inheritance. */
export function asMap(raw: unknown): Y.Map<unknown> | null {
  return raw instanceof Y.Map && !(raw instanceof Y.XmlHook) ? raw : null
}

/** The raw value as a fragment, or `null`. An XmlElement is a fragment only by inheritance. */
export function asFragment(raw: unknown): Y.XmlFragment | null {
  return raw instanceof Y.XmlFragment && !(raw instanceof Y.XmlElement) ? raw : null
}

/** Keys beside the fields of an entry of a list. */
export const orderKeyName = 'orderKey'
/** Milliseconds since 1970 by the device that deleted the entry; only its presence has an effect. */
export const deletedAtName = 'deletedAt'

export function isDeleted(entry: Y.Map<unknown>): boolean {
  return typeof entry.get(deletedAtName) === 'number'
}

/** Whether list content stands in a map, as a peer writes it who takes the map for a text or a list (THREATS b12). */
export function hasListContent(map: Y.Map<unknown>): boolean {
  for (let item = map._start; item; item = item.right) if (!item.deleted) return true
  return false
}
