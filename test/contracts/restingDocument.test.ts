import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { summarize } from '#server/collab/gate/summarize.ts'
import { joinRows } from '#server/collab/rooms/joinRows.ts'
import { RestingDocument } from '#server/collab/rooms/restingDocument.ts'
import { extentOf, type State } from '#server/journal/encodings.ts'
import { keepAsWritten } from '#server/lib/keepAsWritten.ts'
import { docOf, randomRows, sameDocs } from '#test/support/randomRows.ts'

const stateOf = (doc: Y.Doc): State => ({ update: Y.encodeStateAsUpdate(doc), extent: extentOf(doc) })

function asWritten(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  keepAsWritten(doc)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** As the journal may hold rows: in a snapshot, as they came, or both. */
function partsOf(rows: readonly Uint8Array[], how: number): State[] {
  if (how === 0) return [stateOf(asWritten(rows))]
  if (how === 1) return [joinRows(rows, null)]
  const snapshot = stateOf(asWritten(rows.slice(0, 50)))
  return [snapshot, joinRows(rows.slice(50), snapshot.extent)]
}

/** A document that rests, and how often it was asked for. */
function resting(...parts: State[]): { document: RestingDocument; isAwake: () => boolean } {
  const doc = new Y.Doc()
  return { document: new RestingDocument(doc, parts), isAwake: () => doc.store.clients.size > 0 }
}

it('[RD1] answers those who have nothing, a part, or everything as the document would, and rests', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const rows = randomRows(seed, 200)
    const whole = docOf(rows)
    const { document, isAwake } = resting(...partsOf(rows, seed % 3))
    for (const count of [0, 40, 120, 200]) {
      const reader = docOf(rows.slice(0, count))
      for (const update of document.lackedBy(Y.encodeStateVector(reader))) Y.applyUpdate(reader, update)
      expect(sameDocs(reader, whole), `seed ${seed}, after ${count} rows`).toBe(true)
    }
    expect(document.stateVector).toEqual(Y.encodeStateVector(whole))
    expect(isAwake()).toBe(false)
  }
})

it('[RD1] wakes when many ask who have a part, and answers the same', () => {
  const rows = randomRows(3, 200)
  const whole = docOf(rows)
  const { document, isAwake } = resting(stateOf(whole))
  for (let count = 10; count < 100; count += 10) {
    const reader = docOf(rows.slice(0, count))
    for (const update of document.lackedBy(Y.encodeStateVector(reader))) Y.applyUpdate(reader, update)
    expect(sameDocs(reader, whole), `after ${count} rows`).toBe(true)
  }
  expect(isAwake()).toBe(true)
})

it('[RD1] has all of what brings nothing new, and of nothing else', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const rows = randomRows(seed, 200)
    const { document } = resting(...partsOf(rows.slice(0, 120), seed % 3))
    const held = asWritten(rows.slice(0, 120))
    const before = Y.snapshot(held)
    const bringsNews = (row: Uint8Array): boolean => {
      const after = asWritten([Y.encodeStateAsUpdate(held), row])
      const { pendingStructs, pendingDs } = after.store
      return !Y.equalSnapshots(before, Y.snapshot(after)) || pendingStructs !== null || pendingDs !== null
    }
    for (const row of rows) expect(document.restsWith(summarize(row)), `seed ${seed}`).toBe(!bringsNews(row))
    const all = Y.encodeStateAsUpdate(held)
    // what is deleted with its container stands in no row: then the gate is asked
    expect(document.restsWith(summarize(all)) || seed % 3 !== 0, `seed ${seed}`).toBe(true)
    expect(document.restsWith(summarize(Uint8Array.of(0, 0)))).toBe(true)
  }
})

it('[RD2] holds everything when somebody asks for it, and leaves the rest to the gate', () => {
  const whole = docOf(randomRows(5, 200))
  const { document } = resting(stateOf(whole))
  expect(sameDocs(document.awake, whole)).toBe(true)
  expect(document.restsWith(summarize(Uint8Array.of(0, 0)))).toBe(false)
  document.awake.getMap('header').set('title', 1)
  expect(document.stateVector).toEqual(Y.encodeStateVector(document.awake))
  expect(document.lackedBy(Uint8Array.of(0))).toEqual([Y.encodeStateAsUpdate(document.awake)])
})

it('[RD1] takes no rows together of which one is no complete update, or one is missing', () => {
  const rows = randomRows(6, 60, 1)
  expect(() => joinRows(rows, null)).not.toThrow()
  const cut = rows[20]?.slice(0, -1) ?? new Uint8Array()
  expect(() => joinRows(rows.toSpliced(20, 1, cut), null)).toThrow()
  expect(() => joinRows(rows.toSpliced(20, 1), null)).toThrow()
  // what follows a snapshot follows nothing else
  const { extent } = stateOf(asWritten(rows.slice(0, 20)))
  expect(() => joinRows(rows.slice(20), extent)).not.toThrow()
  expect(() => joinRows(rows.slice(20), null)).toThrow()
  expect(() => joinRows(rows.slice(21), extent)).toThrow()
})
