import type { NewRow } from './writeRows.ts'

/**
 * Which of the rows may be written at this moment. A row that may not takes with it all later ones of
 * its document: they may build on it.
 */
export function stillValid(rows: readonly NewRow[]): boolean[] {
  const stale = new Set<string>()
  return rows.map(({ documentId, generation, isValid }) => {
    const document = `${documentId}/${generation}`
    if (!stale.has(document) && (isValid?.() ?? true)) return true
    stale.add(document)
    return false
  })
}
