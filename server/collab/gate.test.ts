import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge } from './gate.ts'

function edited(edit: (text: Y.Text) => void, base?: Y.Doc): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  edit(doc.getText('t'))
  return { doc, updates }
}
const first = (updates: readonly Uint8Array[]): Uint8Array => updates[0] ?? new Uint8Array()
const merged = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc)

describe('judge', () => {
  it('appends what a document does not hold', () => {
    const { updates } = edited(text => text.insert(0, 'abc'))
    expect(judge(new Y.Doc(), first(updates))).toEqual({ verdict: 'append' })
  })

  it('[b29] finds nothing new in what a document holds, whole or in part', () => {
    const { doc, updates } = edited(text => {
      text.insert(0, 'abc')
      text.insert(1, 'def')
      text.delete(2, 3)
    })
    for (const update of updates) expect(judge(doc, update)).toEqual({ verdict: 'nothingNew' })
    expect(judge(doc, merged(doc))).toEqual({ verdict: 'nothingNew' })
    expect(judge(doc, merged(new Y.Doc()))).toEqual({ verdict: 'nothingNew' })
  })

  it('appends a deletion of what is known but not yet deleted', () => {
    const { doc } = edited(text => text.insert(0, 'abcdef'))
    const deleted = edited(text => text.delete(2, 2), doc)
    expect(judge(doc, first(deleted.updates))).toEqual({ verdict: 'append' })
    Y.applyUpdate(doc, first(deleted.updates))
    expect(judge(doc, first(deleted.updates))).toEqual({ verdict: 'nothingNew' })
    const more = edited(text => text.delete(1, 2), doc)
    expect(judge(doc, first(more.updates))).toEqual({ verdict: 'append' })
  })

  it('appends an update that holds old and new together', () => {
    const { doc } = edited(text => text.insert(0, 'abc'))
    const later = edited(text => text.insert(3, 'd'), doc)
    expect(judge(doc, merged(later.doc))).toEqual({ verdict: 'append' })
  })

  it('appends what comes before what it rests on, again and again until it could be applied', () => {
    const { updates } = edited(text => {
      text.insert(0, 'a')
      text.insert(1, 'b')
    })
    const doc = new Y.Doc()
    const [before, after] = updates
    if (!before || !after) throw new Error('two updates')
    Y.applyUpdate(doc, after)
    expect(judge(doc, after)).toEqual({ verdict: 'append' })
    Y.applyUpdate(doc, before)
    expect(judge(doc, after)).toEqual({ verdict: 'nothingNew' })
  })

  it('[b5] refuses what cannot be read, cut anywhere', () => {
    const { doc } = edited(text => text.insert(0, 'a somewhat longer text'))
    const whole = merged(doc)
    for (let length = 0; length < whole.length; length++) {
      expect(judge(new Y.Doc(), whole.slice(0, length))).toEqual({ verdict: 'refuse', reason: 'undecodable' })
    }
  })
})
