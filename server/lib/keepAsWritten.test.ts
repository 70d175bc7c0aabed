import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepAsWritten } from './keepAsWritten.ts'

/** Two people who set and unset the same mark; answers how many deletions a third document holds afterwards. */
function deletionsIn(third: Y.Doc): number {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getText('t').insert(0, 'words')
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  third.getText('t')
  Y.applyUpdate(third, Y.encodeStateAsUpdate(a))
  a.getText('t').format(0, 5, { bold: {} })
  b.getText('t').format(0, 5, { bold: {} })
  for (const doc of [a, b]) Y.applyUpdate(third, Y.encodeStateAsUpdate(doc))
  return [...Y.createDeleteSetFromStructStore(third.store).clients.values()].flat().length
}

it('[L1] a document that is kept as written holds no deletion that nobody has made', () => {
  expect(deletionsIn(new Y.Doc())).toBeGreaterThan(0)
  const doc = new Y.Doc()
  keepAsWritten(doc)
  expect(deletionsIn(doc)).toBe(0)
})
