import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ConceptContent, fillConcept } from '#shared/kinds/concept/fill.ts'
import { findings } from '#shared/kinds/concept/findings.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { findingText } from './findingText.ts'

function sentences(content: ConceptContent): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  fillConcept(concept.open(doc), content)
  const { value } = concept.project(doc)
  // the space before € is one that does not break
  return findings(value).map(finding => findingText(finding, value).replaceAll('\u00a0', ' '))
}

describe('findingText', () => {
  it('calls goals as the sheet numbers them and says what is missing', () => {
    const goals = [
      { id: 'a', text: 'Eins', indicator: 'x', target: 1, unit: 'Stück', due: '2027-01-31' },
      { id: 'b', text: 'Zwei', indicator: 'x', due: '2028-01-31' },
    ]
    const period = { from: '2026-09-01', to: '2027-08-31' }
    expect(sentences({ goals, period, cover: { conceptKind: 'webkonzept' } }).slice(0, 2)).toEqual([
      'Z2 lässt sich so noch nicht messen. Es fehlt: die Zahl und die Einheit.',
      'Der 31. Januar 2028 liegt nicht in der Laufzeit.',
    ])
  })

  it('calls milestones by their numbers, also the other one', () => {
    const milestones = [
      { id: 'a', title: 'Eins', due: '2027-01-31', dependsOn: ['b'] },
      { id: 'b', title: 'Abschlussbericht', due: '2027-02-28' },
    ]
    expect(sentences({ milestones, period: { from: '2026-09-01', to: '2027-08-31' } })).toEqual([
      'Fällig am 31. Januar 2027, aber M2 wird erst am 28. Februar 2027 fertig.',
    ])
  })

  it('writes money and counts as people do', () => {
    const budget = {
      expenses: [{ id: 'a', qty: 4, unitCents: 25_000, amountCents: 99_000 }],
      income: [{ id: 'b', amountCents: 90_000 }],
    }
    const sections = { summary: { body: ['a'.repeat(1_900)] } }
    expect(sentences({ budget, sections })).toEqual([
      '1.900 Zeichen, 1.000 mehr als die 900, die gelesen werden.',
      '990,00 € steht da, Menge mal Preis ergibt 1.000,00 €.',
      'Es fehlen 90,00 €: Ausgaben 990,00 €, Einnahmen 900,00 €.',
    ])
  })
})
