import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { seededRandom } from './seededRandom.ts'

/**
 * The updates of several people who write, format, move and delete in one document at once, in an order in
 * which a journal could hold them: each after all that it builds on. The same seed gives the same rows.
 */
export function randomRows(seed: number, count: number, people = 4): Uint8Array[] {
  const random = seededRandom(seed)
  const rows: Uint8Array[] = []
  const docs = Array.from({ length: people }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + index
    return doc
  })
  /** Per person how many rows they have seen. */
  const seen = docs.map(() => 0)

  while (rows.length < count) {
    const index = random.between(0, people - 1)
    const doc = docs[index]
    if (!doc) throw new Error('nobody')
    // most of the time up to date, sometimes writing on something old
    if (random.fraction() < 0.7) {
      for (const row of rows.slice(seen[index])) Y.applyUpdate(doc, row)
      seen[index] = rows.length
    }
    const keep = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) rows.push(update)
    }
    doc.on('update', keep)
    doc.transact(() => edit(doc, random))
    doc.off('update', keep)
  }
  return rows.slice(0, count)
}

function edit(doc: Y.Doc, random: ReturnType<typeof seededRandom>): void {
  const body = doc.getXmlFragment('body')
  const text = body.length > 0 ? random.pick(body.toArray()) : null
  const kind = random.fraction()
  if (!(text instanceof Y.XmlText) || kind < 0.05) {
    return body.insert(random.between(0, body.length), [new Y.XmlText(`Absatz ${random.between(0, 99)} `)])
  }
  const at = random.between(0, text.length)
  if (kind < 0.65) return text.insert(at, random.pick(['a', 'ß', 'Wort ', '👋']))
  if (kind < 0.85) return text.delete(at, Math.min(random.between(1, 5), text.length - at))
  if (kind < 0.9) return text.format(at, Math.min(3, text.length - at), { bold: random.pick([{}, null]) })
  if (kind < 0.93) return body.delete(random.between(0, body.length - 1), 1)
  doc.getMap('header').set(random.pick(['title', 'date']), random.between(0, 9))
}

/** What rows make of a document, one after the other. */
export function docOf(rows: readonly Uint8Array[], snapshot: Uint8Array | null = null): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  return doc
}

/** Whether two documents hold the same: structs, deletions, and nothing that waits. */
export const sameDocs = (a: Y.Doc, b: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
  [a, b].every(({ store }) => store.pendingStructs === null && store.pendingDs === null) &&
  isDeepStrictEqual(contentOf(a), contentOf(b))

const contentOf = (doc: Y.Doc): unknown[] => [
  doc.getXmlFragment('body').toJSON(),
  doc.getMap('header').toJSON(),
]
