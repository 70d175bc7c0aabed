import type { PresenceEntry } from '#client/document/session.ts'

/** One entry per person: where somebody has several tabs, the one in which they write counts, then one with a place. */
export function othersHere(entries: readonly PresenceEntry[]): PresenceEntry[] {
  const weight = (entry: PresenceEntry) => (entry.place?.typing ? 2 : entry.place ? 1 : 0)
  const best = new Map<string, PresenceEntry>()
  for (const entry of entries) {
    const known = best.get(entry.person.id)
    if (!known || weight(entry) > weight(known)) best.set(entry.person.id, entry)
  }
  return [...best.values()].sort(
    (a, b) => Number(a.isSelf) - Number(b.isSelf) || a.person.name.localeCompare(b.person.name),
  )
}
