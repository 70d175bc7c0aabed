import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { repairRoots } from './repair.ts'

/** Minutes, and a peer for whom the root is a list: it puts two entries there, one of them a type. */
function withListContent(): { doc: Y.Doc; peer: Y.Doc } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  minutes.open(doc).record('header').set('title', 'bleibt')
  const peer = new Y.Doc()
  peer.clientID = 5
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  peer.getArray('document').push(['x', new Y.Map([['a', 1]])])
  peer.getText('meta').insert(0, 'y')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
  return { doc, peer }
}

describe('repairRoots', () => {
  it('[b12] deletes list content of the roots, and nothing else', () => {
    const { doc } = withListContent()
    expect(minutes.project(doc).issues).toContainEqual({ path: [], code: 'wrongType', severity: 'info' })
    const before = minutes.project(doc).value
    expect(repairRoots(doc)).toBe(true)
    for (const name of ['document', 'meta']) {
      for (let item = doc.getMap(name)._start; item; item = item.right) expect(item.deleted).toBe(true)
    }
    expect(minutes.project(doc).value).toEqual(before)
    expect(minutes.project(doc).issues).not.toContainEqual({ path: [], code: 'wrongType', severity: 'info' })
    expect(before.header.title).toBe('bleibt')
  })

  it('is one update of deletions only, the same for everybody, and none where nothing is wrong', () => {
    const { doc, peer } = withListContent()
    const updates: Uint8Array[] = []
    const origins: unknown[] = []
    doc.on('update', (update, origin) => {
      updates.push(update)
      origins.push(origin)
    })
    repairRoots(doc, 'server')
    expect(origins).toEqual(['server'])
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(peer))
    const others: Uint8Array[] = []
    own.on('update', update => others.push(update))
    repairRoots(own)
    expect(others).toEqual(updates)
    expect(Y.decodeUpdate(updates[0] ?? new Uint8Array()).structs).toEqual([])
    expect(repairRoots(doc)).toBe(false)
    expect(updates).toHaveLength(1)
    expect(repairRoots(new Y.Doc())).toBe(false)
  })

  it('leaves other roots, and a root that this very document was told to be a list', () => {
    const { doc } = withListContent()
    doc.getText('stranger').insert(0, 'z')
    repairRoots(doc)
    expect(doc.getText('stranger').length).toBe(1)
    const list = new Y.Doc()
    list.getArray('document').push([1])
    expect(repairRoots(list)).toBe(false)
  })
})
