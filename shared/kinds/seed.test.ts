import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { toBase64 } from '#shared/document/base64.ts'
import { buildSeed } from '#shared/document/seed.ts'
import { loadKinds } from './registry.ts'

describe.each([...(await loadKinds())])('seed of %s', (name, kind) => {
  it('[DM3] is what the code still makes, byte for byte', () => {
    expect(kind.name).toBe(name)
    expect(toBase64(buildSeed(kind))).toBe(toBase64(kind.seed))
  })

  it('[DM3] gives a document without issues, once, however often and by whomever it is applied', () => {
    const first = new Y.Doc()
    const second = new Y.Doc()
    for (const doc of [first, second]) {
      Y.applyUpdate(doc, kind.seed)
      Y.applyUpdate(doc, kind.seed)
    }
    first.getMap('document').set('fromFirst', 1)
    second.getMap('document').set('fromSecond', 2)
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    expect(kind.project(first)).toEqual(kind.project(second))
    expect([...first.getMap('document').keys()]).toContain('fromSecond')
    const untouched = new Y.Doc()
    Y.applyUpdate(untouched, kind.seed)
    expect(kind.project(untouched).issues).toEqual([])
    expect(Y.encodeStateAsUpdate(untouched)).toEqual(kind.seed)
  })
})
