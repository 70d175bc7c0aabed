import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { concept } from '#shared/kinds/concept/schema.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { starterKit } from '#shared/kinds/starterKit/schema.ts'
import { boundedCard, cardContentSchema, maxCardParts, maxCardText } from './card.ts'

const small = {
  title: 'Sitzung',
  date: '2026-03-14',
  start: '10:05',
  place: 'Haus am Anger',
  outline: ['Kasse'],
}

describe('a card', () => {
  it('of usual size stays as it is', () => {
    expect(boundedCard(small)).toEqual(small)
    expect(boundedCard({ ...small, parts: ['x'] })).toEqual({ ...small, parts: ['x'] })
  })
  it('has bounds for every text and list', () => {
    const many = Array.from({ length: maxCardParts + 50 }, (_, index) => `${index} ${'a'.repeat(1000)}`)
    const long = 'ä'.repeat(5000)
    const card = boundedCard({ ...small, title: long, place: long, outline: many, parts: many })
    expect(card.outline).toHaveLength(maxCardParts)
    expect(card.parts).toHaveLength(maxCardParts)
    for (const text of [card.title, card.place ?? '', ...card.outline, ...(card.parts ?? [])])
      expect(text.length).toBeLessThanOrEqual(maxCardText)
    expect(card.title.endsWith('…')).toBe(true)
    expect(cardContentSchema.safeParse(card).success).toBe(true)
  })
  it('cuts no character in two', () => {
    const { title } = boundedCard({ ...small, title: `${'a'.repeat(maxCardText - 2)}${'😀'.repeat(10)}` })
    expect(title).toBe(`${'a'.repeat(maxCardText - 2)}…`)
  })
  it('of a document of a thousand parts is no larger than one of two hundred', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, minutes.seed)
    const agenda = minutes.open(doc).list('agenda')
    doc.transact(() => {
      for (let index = 0; index < 1000; index++) agenda.add(`t${index}`, { title: 'x'.repeat(10_000) })
    })
    expect(JSON.stringify(minutes.card(doc)).length).toBeLessThan((maxCardParts + 5) * (maxCardText + 10))
  })
  it('of a kit names its items', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, starterKit.seed)
    starterKit.open(doc).list('items').add('SP-01', { documentId: 'd1' })
    expect(starterKit.card(doc).parts).toEqual(['d1'])
    const other = new Y.Doc()
    Y.applyUpdate(other, concept.seed)
    expect('parts' in concept.card(other)).toBe(false)
  })
})
