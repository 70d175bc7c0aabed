import * as Y from 'yjs'

/** Whether a transaction changes anything in this prose. */
export function touches(transaction: Y.Transaction, fragment: Y.XmlFragment): boolean {
  for (const type of transaction.changed.keys()) {
    for (let at: unknown = type; at instanceof Y.AbstractType; at = at._item?.parent)
      if (at === fragment) return true
  }
  return false
}
