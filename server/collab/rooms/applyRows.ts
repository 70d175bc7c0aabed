import * as Y from 'yjs'

/** Marks what is in the journal already: Hocuspocus has nothing to store. */
const fromJournal = { source: 'local', skipStoreHooks: true } as const

/** Brings a document in memory to what the journal holds, in one transaction. */
export function applyRows(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  Y.transact(
    doc,
    () => {
      for (const update of updates) Y.applyUpdate(doc, update, fromJournal)
    },
    fromJournal,
  )
}
