import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SharedParts } from '#server/collab/rooms/sharedParts.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

const stateAfter = (known: Uint8Array, answer: Uint8Array): Uint8Array => {
  const reader = new Y.Doc()
  Y.applyUpdate(reader, known)
  Y.applyUpdate(reader, answer)
  return Y.encodeStateAsUpdate(reader)
}

/** A document that several write in, and what each of them had seen of it at some time. */
function meeting(seed: number) {
  const random = seededRandom(seed)
  const doc = new Y.Doc()
  const seen = [Y.encodeStateAsUpdate(doc)]
  return {
    doc,
    seen,
    random,
    write: (): void => {
      doc.clientID = random.between(1, 9)
      const list = doc.getArray<Y.Text>('list')
      const text =
        list.length > 0 && random.fraction() < 0.8 ? list.get(random.between(0, list.length - 1)) : null
      if (!text) list.insert(random.between(0, list.length), [new Y.Text('neu')])
      else if (random.fraction() < 0.6) text.insert(random.between(0, text.length), 'wort')
      else if (text.length > 2) text.delete(random.between(0, text.length - 2), 2)
      else list.delete(0, 1)
      if (random.fraction() < 0.3) seen.push(Y.encodeStateAsUpdate(doc))
    },
  }
}

describe('shared parts', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('[SY1] answer as Yjs does while the document changes (seed %i)', seed => {
    const { doc, seen, random, write } = meeting(seed)
    const parts = new SharedParts(doc)
    for (let step = 0; step < 300; step++) {
      write()
      if (random.fraction() < 0.05) parts.forget()
      const known = random.pick(seen)
      const asked = Y.encodeStateVectorFromUpdate(known)
      expect(stateAfter(known, parts.lackedBy(asked))).toEqual(
        stateAfter(known, Y.encodeStateAsUpdate(doc, asked)),
      )
    }
  })

  it('[SY1] answer as Yjs does while something waits for what was lost', () => {
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abc') source.getText('t').insert(0, letter)
    const doc = new Y.Doc()
    for (const [index, update] of updates.entries()) if (index !== 1) Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).not.toBeNull()
    const parts = new SharedParts(doc)
    const asked = Uint8Array.of(0)
    for (let time = 0; time < 3; time++) {
      expect(parts.lackedBy(asked)).toEqual(Y.encodeStateAsUpdate(doc, asked))
    }
  })

  it('[SY1] hold nothing of a text that was deleted since', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'vertraulich')
    const parts = new SharedParts(doc)
    const asked = Uint8Array.of(0)
    const holds = () => Buffer.from(parts.lackedBy(asked)).includes('vertraulich')
    parts.lackedBy(asked)
    expect(holds()).toBe(true)
    doc.getText('t').delete(0, 11)
    expect(holds()).toBe(false)
  })
})
