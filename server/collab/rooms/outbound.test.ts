import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { summarize } from '#server/collab/gate/summarize.ts'
import { Outbound } from './outbound.ts'

/** Collects what is told and applied; time stands still until it is moved. */
function setUp() {
  let now = 0
  let waiting: { at: number; callback: () => void }[] = []
  const told: (Uint8Array | null)[] = []
  const applied: { text: string; count: number }[] = []
  const doc = new Y.Doc()
  const outbound = new Outbound({
    clock: {
      now: () => now,
      after(ms, callback) {
        const entry = { at: now + ms, callback }
        waiting.push(entry)
        return () => {
          waiting = waiting.filter(other => other !== entry)
        }
      },
    },
    now: () => now,
    tell(update) {
      told.push(update)
      // a flush that costs time, so that the window has to widen
      now += 4
    },
    apply(updates, count) {
      for (const update of updates) Y.applyUpdate(doc, update)
      applied.push({ text: doc.getText('t').toJSON(), count })
    },
  })
  const source = new Y.Doc()
  const written: Uint8Array[] = []
  source.on('update', (update: Uint8Array) => written.push(update))
  return {
    told,
    applied,
    outbound,
    turn: () => new Promise(resolve => setImmediate(resolve)),
    advance: (ms: number) => {
      now += ms
      const due = waiting.filter(({ at }) => at <= now)
      waiting = waiting.filter(({ at }) => at > now)
      for (const { callback } of due) callback()
    },
    type: (letter: string): Uint8Array => {
      source.getText('t').insert(source.getText('t').length, letter)
      const update = written.at(-1) ?? new Uint8Array()
      outbound.add({ bytes: update, summary: summarize(update) })
      return update
    },
  }
}

describe('outbound', () => {
  it('[OU3] the first change leaves with this turn, and what comes with it goes together', async () => {
    const { told, type, turn } = setUp()
    const first = type('a')
    type('b')
    await turn()
    expect(told).toHaveLength(1)
    expect(told[0]?.length).toBeGreaterThan(first.length)
  })

  it('waits for its window while it is busy, and tells everything once', async () => {
    const { told, type, turn, advance } = setUp()
    type('a')
    await turn()
    type('b')
    await turn()
    type('c')
    expect(told).toHaveLength(1)
    advance(33)
    expect(told).toHaveLength(2)
    const doc = new Y.Doc()
    for (const update of told) if (update) Y.applyUpdate(doc, update)
    expect(doc.getText('t').toJSON()).toBe('abc')
  })

  it('[OU2] the document takes many updates at once, at the latest after 200 ms', async () => {
    const { applied, type, turn, advance } = setUp()
    for (const letter of 'abc') type(letter)
    await turn()
    expect(applied).toEqual([])
    advance(200)
    expect(applied).toEqual([{ text: 'abc', count: 3 }])
    advance(200)
    expect(applied).toHaveLength(1)
  })

  it('[OU1] [OU2] settling tells and applies at once, each update one time', async () => {
    const { applied, told, type, outbound, turn, advance } = setUp()
    type('a')
    outbound.settle()
    expect(told).toHaveLength(1)
    expect(applied).toEqual([{ text: 'a', count: 1 }])
    outbound.settle()
    await turn()
    advance(1_000)
    expect(told).toHaveLength(1)
    expect(applied).toHaveLength(1)
  })
})
