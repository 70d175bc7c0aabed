import type * as Y from 'yjs'

/**
 * Lets a document hold exactly what is applied to it. By itself Yjs deletes marks that have become
 * redundant after it has taken the changes of others; on the server nobody has written such deletions and
 * the journal lacks them.
 */
export function keepAsWritten(doc: Y.Doc): void {
  doc.on('afterTransaction', withoutCleanup)
}

// one function for all documents
function withoutCleanup(transaction: Y.Transaction): void {
  // read by Yjs right after this event
  transaction._needFormattingCleanup = false
}
