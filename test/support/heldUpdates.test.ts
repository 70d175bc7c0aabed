import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HeldUpdates } from './heldUpdates.ts'

describe('HeldUpdates', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  for (const letter of 'abc') doc.getText('t').insert(0, letter)
  doc.getText('t').delete(1, 1)

  it('holds what was given, and the whole as one', () => {
    const held = new HeldUpdates(updates)
    expect(updates.every(update => held.contains(update))).toBe(true)
    expect(held.contains(Y.encodeStateAsUpdate(doc))).toBe(true)
  })

  it('misses each single update that was not given, insertion or deletion', () => {
    for (const missing of updates) {
      const held = new HeldUpdates(updates.filter(update => update !== missing))
      expect(held.contains(missing)).toBe(false)
      expect(held.contains(Y.encodeStateAsUpdate(doc))).toBe(false)
    }
  })
})
