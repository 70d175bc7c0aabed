import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { mergeInParts, replayFrames } from './replayFrames.ts'

const typed = (letters: number) => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const text = doc.getText('t')
  for (let i = 0; i < letters; i++) text.insert(i, String(i % 10))
  return { updates, written: text.toJSON() }
}
const entries = (updates: readonly Uint8Array[]) =>
  updates.map((bytes, at) => ({ id: `e${at}`, room: 'r', tab: 't', at, changes: 1, bytes }))

describe('replay frames', () => {
  it('stays within the size, keeps order and loses nothing', () => {
    const { updates, written } = typed(1_000)
    const frames = replayFrames(entries(updates), 2_000)
    expect(frames.length).toBeGreaterThan(5)
    const receiver = new Y.Doc()
    for (const frame of frames) {
      expect(frame.update.length).toBeLessThanOrEqual(2_000)
      Y.applyUpdate(receiver, frame.update)
    }
    expect(receiver.getText('t').toJSON()).toBe(written)
    expect(frames.flatMap(frame => frame.ids)).toEqual(updates.map((_, at) => `e${at}`))
  })

  it('sends an entry alone that is larger than a frame', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'x'.repeat(5_000))
    const large = Y.encodeStateAsUpdate(doc)
    const { updates } = typed(3)
    const frames = replayFrames(entries([updates[0] ?? large, large, updates[1] ?? large]), 2_000)
    expect(frames.map(frame => frame.ids)).toEqual([['e0'], ['e1'], ['e2']])
  })

  it('merges in parts what one merge would give', () => {
    const { updates, written } = typed(1_000)
    const receiver = new Y.Doc()
    Y.applyUpdate(receiver, mergeInParts(updates))
    expect(receiver.getText('t').toJSON()).toBe(written)
  })
})
