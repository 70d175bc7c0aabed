import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'

describe('handles', () => {
  it('write what the projection reads', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, minutes.seed)
    const handle = minutes.open(doc)
    handle.record('header').set('title', 'Protokoll')
    const item = handle.list('agenda').add('top1', { title: 'Eins', body: ['Hallo'] })
    item.list('earlyWarnings').add('ew1', { signal: 'x' })
    expect(item.get('body')).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Hallo' }] }])
    const { value, issues } = minutes.project(doc)
    expect(issues).toEqual([])
    expect(value.header.title).toBe('Protokoll')
    expect(value.agenda).toMatchObject([
      { id: 'top1', title: 'Eins', earlyWarnings: [{ id: 'ew1', signal: 'x' }] },
    ])
  })
})
