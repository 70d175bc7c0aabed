import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ConceptContent, fillConcept } from '#shared/kinds/concept/fill.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { layoutOf } from './layout.ts'

function numbers(content: ConceptContent): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  fillConcept(concept.open(doc), content)
  return layoutOf(concept.project(doc).value)
    .places.filter(place => place.isFilled)
    .map(({ name, number }) => `${number} ${name}`)
}

describe('layoutOf', () => {
  it('numbers what is filled, by text or by rows', () => {
    const content = {
      sections: {
        summary: { body: ['Kurz.'] },
        risks: { body: [''] },
        background: { title: 'Nur Überschrift' },
      },
      goals: [{ id: 'Z1' }],
      continuation: { stays: 'Der Flyer' },
      resources: { staffFte: 0 },
      budget: { inKind: [{ id: 'I1' }] },
    }
    expect(numbers(content)).toEqual(['1 summary', '2 goals', '3 resources', '4 budget', '5 continuation'])
  })
  it('numbers nothing in a mini concept', () => {
    const cover = { conceptKind: 'kleinstkonzept' as const }
    expect(numbers({ cover, sections: { stance: { body: ['Wir reden mit Menschen.'] } } })).toEqual([
      'null stance',
    ])
  })
  it('a website has rows of pages, technology, and costs', () => {
    const content = {
      cover: { conceptKind: 'webkonzept' as const },
      pages: [{ id: 's1' }],
      technology: { noTracking: true },
      budget: { expenses: [{ id: 'A1' }] },
    }
    expect(numbers(content)).toEqual(['1 pagePlan', '2 technology', '3 timeAndCost'])
  })
})
