import * as Y from 'yjs'
import { metaName, rootName } from './seed.ts'

/**
 * Deletes list content that stands in a root which is a map (THREATS b12); nothing else. Whether there was any.
 * What is deleted depends on the document alone.
 */
export function repairRoots(doc: Y.Doc, origin: unknown = null): boolean {
  return doc.transact(transaction => {
    let isRepaired = false
    for (const name of [rootName, metaName]) {
      const root = doc.share.get(name)
      // A root that only peers have written to has no type yet: it is read as a map.
      if (!root || (root.constructor !== Y.AbstractType && root.constructor !== Y.Map)) continue
      for (let item = root._start; item; item = item.right) {
        if (item.deleted) continue
        item.delete(transaction)
        isRepaired = true
      }
    }
    return isRepaired
  }, origin)
}
