import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { toBase64 } from './base64.ts'
import { defineKind } from './defineKind.ts'
import { listOf, ownedBy, prose } from './fields.ts'
import { type ContentOf, fillRecord } from './fill.ts'
import { paragraphTexts } from './prose.ts'
import { buildSeed } from './seed.ts'

const draft = z.object({
  title: z.string().default(''),
  header: z.object({ place: z.string().default(''), notes: prose() }),
  items: listOf(z.object({ name: z.string().default(''), body: prose(), counts: ownedBy(z.int()) })),
  votes: ownedBy(z.int()),
})
const definition = { name: 'filled', schemaVersion: 1, draft }
const kind = defineKind({
  ...definition,
  seed: toBase64(buildSeed(definition)),
  begin: () => undefined,
  card: ({ title }) => ({ title, date: null, start: null, place: null, outline: [] }),
})

function filled(...contents: ContentOf<typeof draft>[]) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, kind.seed)
  let transactions = 0
  doc.on('afterTransaction', ({ changed }: Y.Transaction) => (transactions += changed.size > 0 ? 1 : 0))
  for (const content of contents) fillRecord(draft, kind.open(doc), content)
  return { value: kind.project(doc).value, transactions }
}
const whole: ContentOf<typeof draft> = {
  title: 'T',
  header: { place: 'P', notes: ['n'] },
  items: [
    { id: 'b', name: 'B', body: ['x'], counts: { 'u.ma': 2 } },
    { id: 'a', name: 'A' },
  ],
  votes: { 'u.ma': 1 },
}

describe('filling a record', () => {
  it('writes atoms, records, lists in order, owned values and prose, in one transaction', () => {
    const { value, transactions } = filled(whole)
    expect(value).toMatchObject({ title: 'T', header: { place: 'P' }, votes: { 'u.ma': 1 } })
    expect(value.items.map(({ id, counts }) => [id, counts])).toEqual([
      ['b', { 'u.ma': 2 }],
      ['a', {}],
    ])
    expect([value.header.notes, value.items[0]?.body ?? []].map(paragraphTexts)).toEqual([['n'], ['x']])
    expect(transactions).toBe(1)
  })

  it('leaves entries and prose that are there, and what is not spoken of', () => {
    const { value } = filled(whole, {
      header: { notes: ['other'] },
      items: [{ id: 'b', name: 'other' }],
      title: undefined,
    })
    expect(value.items[0]?.name).toBe('B')
    expect(paragraphTexts(value.header.notes)).toEqual(['n'])
    expect([value.title, value.header.place]).toEqual(['T', 'P'])
  })

  it('refuses what breaks the schema', () => {
    const bad: unknown[] = [
      { title: 1 },
      { items: [{ id: 'b c' }] },
      { header: { notes: [{ type: 'hologram' }] } },
      { votes: { 'u.ma': 'x' } },
    ]
    for (const content of bad) expect(() => filled(Object(content))).toThrow(AppError)
    expect(() => filled(Object({ unknown: 1 }))).toThrow(TypeError)
  })
})
