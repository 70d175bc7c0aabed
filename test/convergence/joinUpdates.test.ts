import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joined, joinUpdates } from '#server/collab/gate/joinUpdates.ts'
import { summarize } from '#server/collab/gate/summarize.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

const joinable = (bytes: Uint8Array) => ({ bytes, summary: summarize(bytes) })

/** The updates of several who write in one document, in the order in which they were written. */
function written(seed: number): Uint8Array[] {
  const random = seededRandom(seed)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const clients = [1, 127, 128, 40_000, 2 ** 32 - 1]
  while (updates.length < 60) {
    doc.clientID = random.pick(clients)
    const list = doc.getArray<Y.Text>('list')
    doc.transact(() => {
      const text = list.length > 0 ? list.get(random.between(0, list.length - 1)) : null
      if (!text || random.fraction() < 0.2) list.insert(0, [new Y.Text('äöü 🙂')])
      else if (random.fraction() < 0.6) text.insert(random.between(0, text.length), 'wort')
      else if (text.length > 2) text.delete(random.between(0, text.length - 2), 2)
    })
  }
  return updates
}

describe('joined updates', () => {
  it.each([1, 2, 3, 4, 5])('[G6] [G8] hold what all of them hold (seed %i)', seed => {
    const updates = written(seed)
    const random = seededRandom(seed)
    const byMerging = new Y.Doc()
    const byJoining = new Y.Doc()
    while (updates.length > 0) {
      const some = updates.splice(0, random.between(1, 12))
      const join = joinUpdates(some.map(joinable))
      Y.applyUpdate(byMerging, Y.mergeUpdates(some))
      Y.applyUpdate(byJoining, join)
      // what the server tells, its own gate reads: no section twice, the highest first
      expect(() => summarize(join)).not.toThrow()
      expect(Y.encodeStateAsUpdate(byJoining)).toEqual(Y.encodeStateAsUpdate(byMerging))
      expect(byJoining.store.pendingStructs).toBeNull()
    }
  })

  it('may be joined with one that was not summarised, or does not follow', () => {
    const updates = written(9)
    const unknown = updates.map(bytes => ({ bytes, summary: null }))
    const twice = [...updates, ...updates].map(joinable)
    const state = Y.encodeStateAsUpdate(withAll(updates))
    for (const some of [unknown, twice]) {
      expect(Y.encodeStateAsUpdate(withAll([joinUpdates(some)]))).toEqual(state)
    }
  })

  it('are not put side by side where one leaves something out', () => {
    const updates = written(4)
    const [last = new Uint8Array()] = updates.slice(-1)
    const withGap = Y.mergeUpdates([...updates.slice(0, 20), last])
    expect(Y.decodeUpdate(withGap).structs.some(struct => struct instanceof Y.Skip)).toBe(true)
    expect(joined([joinable(withGap)])).toBeNull()
    expect(joined(updates.slice(0, 20).map(joinable))).not.toBeNull()
  })

  it('are the very bytes where there is one', () => {
    const [first = new Uint8Array()] = written(3)
    expect(joinUpdates([joinable(first)])).toBe(first)
  })
})

function withAll(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
