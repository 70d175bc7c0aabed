import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { listOf, prose } from './fields.ts'
import { buildSeed, lackedSeed } from './seed.ts'

const first = {
  name: 'sample',
  schemaVersion: 1,
  draft: z.object({ notes: listOf(z.object({ text: prose() })) }),
}
const second = {
  name: 'sample',
  schemaVersion: 2,
  draft: z.object({ ...first.draft.shape, tasks: listOf(z.object({})), more: z.object({ body: prose() }) }),
}
const formerSeed = buildSeed(first)
const seed = buildSeed({ ...second, formerSeed })

const docOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const meets = (left: Y.Doc, right: Y.Doc) => {
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
}

describe('[DM23] the seed of a later version', () => {
  it('begins with the former one and leaves what was written alone', () => {
    const old = docOf(formerSeed)
    const notes = old.getMap('document').get('notes') as Y.Map<unknown>
    notes.set('n1', 'written before')
    Y.applyUpdate(old, seed)
    expect(old.getMap('document').get('notes')).toBe(notes)
    expect(notes.get('n1')).toBe('written before')
    expect([...old.getMap('document').keys()].sort()).toEqual(['more', 'notes', 'tasks'])
    expect(old.getMap('meta').toJSON()).toEqual({ kind: 'sample', schemaVersion: 2 })
    expect(Y.encodeStateAsUpdate(docOf(formerSeed, seed))).toEqual(seed)
  })

  it('added by two who do not know of each other hides the words of neither', () => {
    const [mine, yours] = [docOf(formerSeed, seed), docOf(formerSeed, seed)]
    const tasks = (doc: Y.Doc) => doc.getMap('document').get('tasks') as Y.Map<unknown>
    tasks(mine).set('a', 1)
    tasks(yours).set('b', 2)
    meets(mine, yours)
    expect(tasks(mine).toJSON()).toEqual({ a: 1, b: 2 })
    expect(tasks(yours).toJSON()).toEqual({ a: 1, b: 2 })
  })

  it('is lacked by documents of the former version only', () => {
    expect(lackedSeed(seed, Y.encodeStateVector(new Y.Doc()))).toBe(seed)
    expect(lackedSeed(seed, Y.encodeStateVector(docOf(seed)))).toBeNull()
    expect(lackedSeed(formerSeed, Y.encodeStateVector(docOf(seed)))).toBeNull()
    const lacked = lackedSeed(seed, Y.encodeStateVector(docOf(formerSeed))) ?? new Uint8Array()
    expect(Y.encodeStateAsUpdate(docOf(formerSeed, lacked))).toEqual(seed)
  })
})
