import * as Y from 'yjs'
import { metaName, rootName } from './seed.ts'

/**
 * Deletes list content that stands in a root which is a map (THREATS b12); nothing else. Whether there was any.
 * What is deleted depends on the document alone. All roots of all kinds are maps (DM1).
 */
export function repairRoots(doc: Y.Doc, origin: unknown = null): boolean {
  return doc.transact(transaction => {
    let isRepaired = false
    for (const name of [rootName, metaName]) {
      for (let item = firstListItem(doc, name); item; item = item.right) {
        if (item.deleted) continue
        item.delete(transaction)
        isRepaired = true
      }
    }
    return isRepaired
  }, origin)
}

// A root that only peers have written to has no type yet and is read as a map; one that this very Y.Doc was told
// to be a text or a list is not ours to empty.
const mapLike: readonly unknown[] = [Y.AbstractType, Y.Map]

function firstListItem(doc: Y.Doc, name: string): Y.Item | null {
  const root = doc.share.get(name)
  return root && mapLike.includes(root.constructor) ? root._start : null
}
