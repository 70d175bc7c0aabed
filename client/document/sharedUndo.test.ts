import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sharedUndo } from './sharedUndo.ts'

const here = { local: true }
function sheet() {
  const doc = new Y.Doc()
  const root = doc.getMap<unknown>('document')
  const undo = sharedUndo(doc, root, here)
  undo.manager.addTrackedOrigin(ySyncPluginKey)
  const write = (origin: unknown, change: () => void) => {
    doc.transact(change, origin)
    undo.manager.stopCapturing()
  }
  return { doc, root, undo, write }
}
const exchange = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'remote')
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'remote')
}

/** Robin, who has all of it, writes in the body of an item; both have that. */
function robinWritesIn(item: string, doc: Y.Doc, other: Y.Doc): void {
  exchange(doc, other)
  const theirs = other.getMap<Y.Map<Y.Map<unknown>>>('document').get('agenda')?.get(item)?.get('body')
  if (!(theirs instanceof Y.XmlFragment)) throw new Error('no body')
  theirs.insert(0, [new Y.XmlText('von Robin')])
  exchange(doc, other)
}

describe('shared undo', () => {
  it('is one stack for fields and prose, and says what can be undone', () => {
    const { root, undo, write } = sheet()
    const body = new Y.XmlFragment()
    write('seed', () => root.set('body', body))
    expect(undo.state.get()).toEqual({ canUndo: false, canRedo: false })
    write(here, () => root.set('title', 'A'))
    write(ySyncPluginKey, () => body.insert(0, [new Y.XmlText('Text')]))
    write(here, () => root.set('title', 'B'))
    const seen = () => [root.get('title'), body.toJSON()]
    undo.undo()
    expect(seen()).toEqual(['A', 'Text'])
    undo.undo()
    expect(seen()).toEqual(['A', ''])
    undo.undo()
    expect(root.get('title')).toBeUndefined()
    expect(undo.state.get()).toEqual({ canUndo: false, canRedo: true })
    undo.redo()
    expect(root.get('title')).toBe('A')
  })

  it('[SU1] leaves what others wrote', () => {
    const { doc, root, undo, write } = sheet()
    const other = new Y.Doc()
    write(here, () => root.set('mine', 1))
    exchange(doc, other)
    other.getMap('document').set('theirs', 2)
    exchange(doc, other)
    undo.undo()
    expect(root.toJSON()).toEqual({ theirs: 2 })
    expect(undo.state.get().canUndo).toBe(false)
  })

  it('[SU2] outlives an editor that destroys it', () => {
    const { root, undo, write } = sheet()
    write(here, () => root.set('title', 'A'))
    undo.manager.destroy()
    write(here, () => root.set('title', 'B'))
    undo.undo()
    expect(root.get('title')).toBe('A')
    undo.end()
    write(here, () => root.set('title', 'C'))
    expect(undo.manager.undoStack.length).toBe(1)
  })

  it('[SU3] leaves an added thing in which somebody else wrote', () => {
    const { doc, root, undo, write } = sheet()
    const other = new Y.Doc()
    const list = new Y.Map<unknown>()
    write('seed', () => root.set('agenda', list))
    const add = (id: string) =>
      write(here, () => {
        const item = new Y.Map<unknown>()
        item.set('title', id)
        item.set('body', new Y.XmlFragment())
        list.set(id, item)
      })
    add('top1')
    add('top2')
    robinWritesIn('top1', doc, other)
    undo.undo()
    expect([...list.keys()]).toEqual(['top1'])
    undo.undo()
    expect(list.toJSON()).toEqual({ top1: { title: 'top1', body: 'von Robin' } })
  })

  it('[SU3] and its place in the order, also where a move was undone before', () => {
    const { doc, root, undo, write } = sheet()
    const other = new Y.Doc()
    const list = new Y.Map<Y.Map<unknown>>()
    write('seed', () => root.set('agenda', list))
    write(here, () => {
      const item = new Y.Map<unknown>()
      item.set('orderKey', 'a0')
      item.set('body', new Y.XmlFragment())
      list.set('top1', item)
    })
    undo.manager.stopCapturing()
    write(here, () => list.get('top1')?.set('orderKey', 'a5'))
    robinWritesIn('top1', doc, other)
    undo.undo()
    undo.undo()
    expect(list.toJSON()).toEqual({ top1: { orderKey: 'a0', body: 'von Robin' } })
  })
})
