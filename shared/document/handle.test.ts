import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { toBase64 } from './base64.ts'
import { defineKind } from './defineKind.ts'
import { atomic, listOf, ownedBy, prose } from './fields.ts'
import { buildSeed } from './seed.ts'

const item = z.object({
  title: z.string().default(''),
  size: z.int().min(0).nullable().default(null),
  note: z.string().optional(),
  body: prose(),
  signs: listOf(z.object({ name: z.string().default('') })),
})
const draft = z.object({
  header: z.object({
    title: z.string().default(''),
    date: z.iso.date().nullable().default(null),
    next: atomic(z.object({ date: z.iso.date(), place: z.string().optional() }))
      .nullable()
      .default(null),
  }),
  items: listOf(item),
  tallies: ownedBy(z.object({ yes: z.int().min(0) })),
})
const definition = { name: 'sample', schemaVersion: 1, draft }
const card = () => ({ title: '', date: null, start: null, place: null, outline: [] })
const sample = defineKind({
  ...definition,
  seed: toBase64(buildSeed(definition)),
  begin: (handle, { title }) => handle.record('header').set('title', title),
  card: ({ header }) => ({ ...card(), title: header.title }),
})

function open(from?: Y.Doc) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, from ? Y.encodeStateAsUpdate(from) : sample.seed)
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  return { doc, handle: sample.open(doc, 'me'), project: () => sample.project(doc), written: () => updates }
}
function exchange(...docs: Y.Doc[]) {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}
const itemsMap = (doc: Y.Doc): Y.Map<unknown> => {
  const items = doc.getMap('document').get('items')
  if (!(items instanceof Y.Map)) throw new Error('no items')
  return items
}
function refusal(action: () => void): { code: string; fields: AppError['fields'] } {
  try {
    action()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, fields: error.fields }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('handles: values', () => {
  it('[DM1] write what the projection and `get` read', () => {
    const { handle, project } = open()
    handle.record('header').set('title', 'Protokoll')
    handle.list('items').add('a', { title: 'Eins', body: ['Hallo'], signs: [{ id: 's', name: 'x' }] })
    handle.owned('tallies').set('u.ma', { yes: 3 })
    const expected = {
      header: { title: 'Protokoll', date: null, next: null },
      items: [
        {
          id: 'a',
          title: 'Eins',
          size: null,
          body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hallo' }] }],
          signs: [{ id: 's', name: 'x' }],
        },
      ],
      tallies: { 'u.ma': { yes: 3 } },
    }
    expect(project()).toEqual({ value: expected, issues: [] })
    expect(handle.get('items')).toEqual(expected.items)
    expect(handle.list('items').get('a')?.get('body')).toEqual(expected.items[0]?.body)
    expect(handle.owned('tallies').entries()).toEqual([['u.ma', { yes: 3 }]])
    expect(handle.owned('tallies').get('u.dy')).toBeUndefined()
  })

  it('[DM13] refuse what breaks the schema, with the path, and write nothing', () => {
    const { handle, written } = open()
    const header = handle.record('header')
    expect(refusal(() => header.set('date', '14.03.2026'))).toMatchObject({
      code: 'badInput',
      fields: { path: 'header/date' },
    })
    expect(refusal(() => header.set('next', { date: 'x' })).fields.path).toBe('header/next/date')
    expect(refusal(() => header.assign({ title: 'neu', date: 'x' })).fields.path).toBe('header/date')
    expect(refusal(() => handle.list('items').add('a', { size: -1 })).fields.path).toBe('items/a/size')
    expect(refusal(() => handle.list('items').add('a b', {})).fields.path).toBe('items/a b')
    expect(refusal(() => handle.owned('tallies').set('__proto__', { yes: 1 })).code).toBe('badInput')
    expect(written()).toBe(0)
  })

  it('[DM14] write nothing that stands there already, and every write with the origin', () => {
    const { doc, handle, written } = open()
    const origins: unknown[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
    handle.record('header').set('title', 'A')
    handle.record('header').set('title', 'A')
    handle.record('header').set('next', { place: 'x', date: '2026-01-01' })
    handle.record('header').set('next', { date: '2026-01-01', place: 'x' })
    expect(written()).toBe(2)
    expect(new Set(origins)).toEqual(new Set(['me']))
  })

  it('[DM14] setting an optional value to undefined takes it away', () => {
    const { handle, doc } = open()
    const entry = handle.list('items').add('a', { note: 'x' })
    entry.set('note', undefined)
    expect(entry.get('note')).toBeUndefined()
    expect(JSON.stringify(itemsMap(doc))).not.toContain('note')
  })

  it('[DM15] clean texts before they are written', () => {
    const { handle, doc } = open()
    handle.record('header').set('title', 'a\0\uD800b')
    handle.list('items').add('a', { body: ['c\0d'] })
    expect(JSON.stringify(doc.getMap('document'))).not.toContain('\\u0000')
    expect(handle.record('header').get('title')).toBe('a\uFFFDb')
    expect(handle.list('items').get('a')?.get('body')).toMatchObject([{ content: [{ text: 'cd' }] }])
  })

  it('[DM6] keep keys of an object value that another version has written', () => {
    const { handle, doc } = open()
    const header = doc.getMap('document').get('header')
    if (header instanceof Y.Map) header.set('next', { date: '2026-01-01', place: 'x', room: 7 })
    handle.record('header').set('next', { date: '2026-02-02' })
    expect(header instanceof Y.Map && header.get('next')).toEqual({ date: '2026-02-02', room: 7 })
  })
})

describe('handles: containers', () => {
  it('[DM2] are created together with their parent', () => {
    const { handle, doc, written } = open()
    handle.list('items').add('a', {})
    const entry = itemsMap(doc).get('a')
    expect(written()).toBe(1)
    expect(entry instanceof Y.Map && [...entry.keys()].sort()).toEqual(['body', 'orderKey', 'signs'])
  })

  it.each([
    ['deleted', (root: Y.Map<unknown>, key: string) => root.delete(key)],
    ['a text', (root: Y.Map<unknown>, key: string) => root.set(key, 'x')],
    ['another type', (root: Y.Map<unknown>, key: string) => root.set(key, new Y.Array())],
    ['a subdocument', (root: Y.Map<unknown>, key: string) => root.set(key, new Y.Doc())],
  ])('[DM4] [DM16] that a peer made %s read as empty and are made anew by a write', (_, destroy) => {
    const { handle, doc, project } = open()
    const root = doc.getMap('document')
    for (const key of ['header', 'items', 'tallies']) destroy(root, key)
    const header = handle.record('header')
    const items = handle.list('items')
    expect(header.get('title')).toBe('')
    expect(items.ids()).toEqual([])
    expect(items.get('a')).toBeNull()
    expect(handle.owned('tallies').entries()).toEqual([])
    expect(header.y.size).toBe(0)
    expect(project().issues.map(issue => issue.path)).toEqual([['header'], ['items'], ['tallies']])

    header.set('title', 'neu')
    items.add('a', { title: 'Eins' })
    handle.owned('tallies').set('u.ma', { yes: 1 })
    const { value, issues } = project()
    expect(issues).toEqual([])
    expect(value).toMatchObject({
      header: { title: 'neu' },
      items: [{ id: 'a' }],
      tallies: { 'u.ma': { yes: 1 } },
    })
  })

  it('[DM4] make a missing body only when asked to write', () => {
    const { handle, doc, written } = open()
    const entry = handle.list('items').add('a', { body: ['x'] })
    const map = itemsMap(doc).get('a')
    if (map instanceof Y.Map) map.delete('body')
    const before = written()
    expect(entry.prose('body')).toBeNull()
    expect(entry.get('body')).toEqual([])
    expect(written()).toBe(before)
    entry.ensureProse('body').insert(0, [new Y.XmlElement('paragraph')])
    expect(entry.get('body')).toEqual([{ type: 'paragraph' }])
  })

  it('[DM5] writing to an entry that is gone is refused, reading it is not', () => {
    const { handle, doc } = open()
    const entry = handle.list('items').add('a', { title: 'x' })
    itemsMap(doc).delete('a')
    expect(entry.get('title')).toBe('')
    expect(refusal(() => entry.set('title', 'y'))).toMatchObject({
      code: 'notFound',
      fields: { path: 'items/a' },
    })
  })
})

describe('handles: lists', () => {
  const threeItems = () => {
    const sheet = open()
    for (const id of ['a', 'b', 'c']) sheet.handle.list('items').add(id, { title: id })
    return sheet
  }

  it('[DM7] keep the order of adding, and put before another entry', () => {
    const { handle } = threeItems()
    handle.list('items').add('d', {}, { before: 'b' })
    expect(handle.list('items').ids()).toEqual(['a', 'd', 'b', 'c'])
  })

  it.each([
    ['c', 'a', ['c', 'a', 'b']],
    ['a', null, ['b', 'c', 'a']],
    ['a', 'c', ['b', 'a', 'c']],
  ])('[DM10] move %s before %s with one write', (id, before, expected) => {
    const { doc, handle } = threeItems()
    const events: string[] = []
    itemsMap(doc).observeDeep(all => {
      for (const event of all)
        events.push(...[...event.changes.keys.keys()].map(key => `${event.path[0]} ${key}`))
    })
    handle.list('items').move(id, { before })
    expect(handle.list('items').ids()).toEqual(expected)
    expect(events).toEqual([`${id} orderKey`])
  })

  it('[DM14] move nothing that stands there already', () => {
    const { handle, written } = threeItems()
    const before = written()
    handle.list('items').move('a', { before: 'b' })
    handle.list('items').move('c', { before: null })
    handle.list('items').move('b', { before: 'b' })
    expect(written()).toBe(before)
  })

  it('[DM10] moving keeps a title, a text and an entry that others write meanwhile', () => {
    const first = threeItems()
    const [second, third] = [open(first.doc), open(first.doc)]
    first.handle.list('items').move('c', { before: 'a' })
    second.handle.list('items').get('c')?.set('title', 'neu')
    second.handle.list('items').get('c')?.list('signs').add('s', { name: 'x' })
    const paragraph = new Y.XmlElement('paragraph')
    third.handle.list('items').get('c')?.ensureProse('body').insert(0, [paragraph])
    paragraph.insert(0, [new Y.XmlText('Text')])
    third.handle.list('items').move('c', { before: 'b' })
    exchange(first.doc, second.doc, third.doc)
    const { value, issues } = first.project()
    expect(issues).toEqual([])
    expect(value.items.filter(({ id }) => id === 'c')).toEqual([
      {
        id: 'c',
        title: 'neu',
        size: null,
        body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text' }] }],
        signs: [{ id: 's', name: 'x' }],
      },
    ])
    expect(second.project().value).toEqual(value)
  })

  it('[DM11] an id that is there adds no second entry and changes nothing', () => {
    const { handle, written } = threeItems()
    const before = written()
    handle.list('items').add('a', { title: 'anders' })
    expect(written()).toBe(before)
    expect(handle.list('items').get('a')?.get('title')).toBe('a')
  })

  it('[DM5] two replicas that add one id at once get one entry, and older handles write into it', () => {
    const [first, second] = [open(), open()]
    const handles = [first, second].map(sheet => sheet.handle.list('items').add('a', { title: 'x' }))
    exchange(first.doc, second.doc)
    handles[0]?.set('size', 1)
    handles[1]?.set('note', 'y')
    exchange(first.doc, second.doc)
    expect(first.project()).toEqual(second.project())
    expect(first.project().value.items).toEqual([
      { id: 'a', title: 'x', size: 1, note: 'y', body: [], signs: [] },
    ])
  })

  it('[DM12] removing keeps the content, restoring shows it again in its place', () => {
    const { handle, project } = threeItems()
    const items = handle.list('items')
    items.remove('b')
    expect(items.ids()).toEqual(['a', 'c'])
    expect(items.get('b')).toBeNull()
    expect(project().value.items.map(({ id }) => id)).toEqual(['a', 'c'])
    items.restore('b')
    expect(items.ids()).toEqual(['a', 'b', 'c'])
    expect(items.get('b')?.get('title')).toBe('b')
  })

  it('[DM11] adding a removed entry restores it with the given atoms', () => {
    const { handle } = threeItems()
    const items = handle.list('items')
    items.get('b')?.set('size', 4)
    items.remove('b')
    items.add('b', { title: 'wieder da' })
    expect(items.get('b')?.get('title')).toBe('wieder da')
    expect(items.get('b')?.get('size')).toBe(4)
  })

  it('[DM8] an invalid order key of a peer comes last, is flagged, and stops nobody', () => {
    const { doc, handle, project } = threeItems()
    const entry = itemsMap(doc).get('a')
    for (const key of ['', 'a00', 5, null, new Y.Map(), 'ü', 'zz']) {
      if (entry instanceof Y.Map) entry.set('orderKey', key)
      expect(handle.list('items').ids()).toEqual(['b', 'c', 'a'])
      expect(project().issues).toEqual([
        { path: ['items', 'a', 'orderKey'], code: 'badOrderKey', severity: 'error' },
      ])
    }
    handle.list('items').add('d', {}, { before: 'a' })
    handle.list('items').move('c', { before: 'a' })
    expect(handle.list('items').ids()).toEqual(['b', 'd', 'c', 'a'])
    handle.list('items').move('a', { before: 'b' })
    expect(handle.list('items').ids()).toEqual(['a', 'b', 'd', 'c'])
    expect(project().issues).toEqual([])
  })

  it('[DM9] entries added at once share a key, and others pass them', () => {
    const [first, second] = [open(), open()]
    first.handle.list('items').add('x', {})
    second.handle.list('items').add('y', {})
    exchange(first.doc, second.doc)
    const items = first.handle.list('items')
    expect(items.ids()).toEqual(['x', 'y'])
    items.add('z', {}, { before: 'y' })
    expect(items.ids()).toEqual(['z', 'x', 'y'])
  })

  it('a place or an entry that does not exist is refused', () => {
    const { handle } = threeItems()
    const items = handle.list('items')
    for (const action of [
      () => items.move('q', { before: null }),
      () => items.move('a', { before: 'q' }),
      () => items.remove('q'),
      () => items.restore('q'),
      () => items.add('d', {}, { before: 'q' }),
    ]) {
      expect(refusal(action).code).toBe('notFound')
    }
  })
})

describe('a kind', () => {
  it('[DM16] [DM17] flags what stands in a list and is no entry, by its id', () => {
    const { doc, handle, project } = open()
    handle.list('items').add('a', { title: 'x' })
    itemsMap(doc).set('b', 'kein Eintrag')
    itemsMap(doc).set('c d', new Y.Map())
    const entry = itemsMap(doc).get('a')
    if (entry instanceof Y.Map) entry.set('size', -1)
    const { value, issues } = project()
    expect(value.items).toEqual([{ id: 'a', title: 'x', size: null, body: [], signs: [] }])
    expect(handle.list('items').ids()).toEqual(['a'])
    expect(issues).toEqual([
      { path: ['items', 'b'], code: 'wrongType', severity: 'error' },
      { path: ['items', 'c d'], code: 'invalid', severity: 'error' },
      { path: ['items', 'a', 'size'], code: 'invalid', severity: 'error' },
    ])
  })

  it('needs a value for „nothing“ in every atom', () => {
    const broken = z.object({ title: z.string() })
    expect(() =>
      defineKind({ name: 'x', schemaVersion: 1, draft: broken, seed: '', begin: () => undefined, card }),
    ).toThrow(/title/)
  })

  it('[DM21] flags roots it does not know and a root of another type', () => {
    const { doc, project } = open()
    doc.getArray('stranger').insert(0, [1])
    const peer = new Y.Doc()
    peer.getArray('document').insert(0, ['x'])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
    expect(project().issues).toEqual([
      { path: ['stranger'], code: 'unknownRoot', severity: 'info' },
      { path: [], code: 'wrongType', severity: 'info' },
    ])
    const { value, issues } = sample.project(peer)
    expect(value).toEqual({ header: { title: '', date: null, next: null }, items: [], tallies: {} })
    expect(issues).toContainEqual({ path: [], code: 'wrongType', severity: 'error' })
    expect(refusal(() => sample.open(peer)).code).toBe('badInput')
  })

  it('says when a document is of another kind or of a newer version', () => {
    const { doc, project } = open()
    doc.getMap('meta').set('kind', 'concept')
    doc.getMap('meta').set('schemaVersion', 2)
    expect(project().issues).toEqual([
      { path: ['meta', 'kind'], code: 'otherKind', severity: 'error' },
      { path: ['meta', 'schemaVersion'], code: 'newerSchema', severity: 'info' },
    ])
  })

  it('[DM17] lists at most 1000 issues', () => {
    const { doc, project } = open()
    const root = doc.getMap('document')
    doc.transact(() => {
      for (let index = 0; index < 1500; index += 1) root.set(`unknown${index}`, 1)
    })
    expect(project().issues).toHaveLength(1000)
  })
})
