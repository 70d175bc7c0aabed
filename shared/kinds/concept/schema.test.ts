import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import { figuresOf } from './figures.ts'
import { fillConcept } from './fill.ts'
import { concept } from './schema.ts'
import { variantSections } from './sections.ts'

function emptyConcept() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  return { doc, handle: concept.open(doc) }
}

describe('a concept', () => {
  it('is complete before anybody has written', () => {
    const { doc } = emptyConcept()
    const { value, issues } = concept.project(doc)
    expect(issues).toEqual([])
    expect(value.groupRecordId).toBeNull()
    expect(value.cover).toMatchObject({ conceptKind: 'konzeptpapier', status: 'entwurf', title: '' })
    const names = Object.values(variantSections).flat()
    expect(Object.keys(value.sections).toSorted()).toEqual([...new Set<string>(names)].toSorted())
  })

  it('begins with its title, a first version and the day', () => {
    const { doc, handle } = emptyConcept()
    concept.begin(doc, { title: 'Lichtblick stellt sich vor', today: '2026-07-20' })
    expect(handle.get('cover')).toMatchObject({
      title: 'Lichtblick stellt sich vor',
      version: '0.1',
      asOf: '2026-07-20',
    })
    expect(concept.card(doc)).toMatchObject({ title: 'Lichtblick stellt sich vor', date: null, outline: [] })
  })

  it('keeps the sections of a variant that is not shown', () => {
    const { doc, handle } = emptyConcept()
    fillConcept(handle, {
      sections: { summary: { body: ['Kurz gesagt.'] }, stance: { title: 'Unsere Haltung' } },
    })
    const before = concept.project(doc).value.sections
    for (const variant of ['kleinstkonzept', 'webkonzept', 'konzeptpapier'] as const)
      handle.record('cover').set('conceptKind', variant)
    expect(concept.project(doc).value.sections).toEqual(before)
    expect(concept.card(doc).outline).toEqual([])
  })

  it.each(['2026-07-20', '2026-07', '2026-12'])('stands as of %s', asOf => {
    const { handle } = emptyConcept()
    handle.record('cover').set('asOf', asOf)
    expect(handle.record('cover').get('asOf')).toBe(asOf)
  })
  it.each(['2026-13', '2026-7', 'Juli 2026', '2026-02-30', ''])('does not stand as of %j', asOf => {
    expect(() => emptyConcept().handle.record('cover').set('asOf', asOf)).toThrow(AppError)
  })

  it('takes whole cents and plain quantities only', () => {
    const line = emptyConcept().handle.record('budget').list('expenses').add('A1', {})
    for (const unitCents of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => line.set('unitCents', unitCents)).toThrow(AppError)
    for (const qty of [Number.NaN, 1_000_001]) expect(() => line.set('qty', qty)).toThrow(AppError)
    line.assign({ qty: 2.5, unitCents: 25_000 })
    expect(line.get('qty')).toBe(2.5)
  })

  it('filling it twice changes nothing', () => {
    const { doc, handle } = emptyConcept()
    const content = {
      sections: { summary: { body: ['Kurz gesagt.'] } },
      goals: [{ id: 'Z1', text: 'Zwölf Mitglieder' }],
      contacts: [{ id: 'K1', name: 'Bernd' }],
    }
    fillConcept(handle, content)
    const once = concept.project(doc).value
    fillConcept(handle, content)
    expect(concept.project(doc).value).toEqual(once)
    expect(once.cover.contacts).toMatchObject([{ id: 'K1', name: 'Bernd' }])
  })
})

describe('figuresOf', () => {
  it('adds up what comes, what goes, what is asked for and what can be funded', () => {
    const { doc, handle } = emptyConcept()
    fillConcept(handle, {
      budget: {
        expenses: [
          { id: 'A1', amountCents: 100_000 },
          { id: 'A2', amountCents: 12_000, eligible: false },
          { id: 'A3' },
        ],
        income: [
          { id: 'E1', source: '20h_projekt', amountCents: 90_000 },
          { id: 'E2', source: '20h_pauschal', amountCents: 5_000, status: 'abgelehnt' },
          { id: 'E3', source: 'spende', amountCents: 1_000 },
        ],
        inKind: [
          { id: 'I1', hours: 60 },
          { id: 'I2', hours: 2.5 },
        ],
      },
    })
    expect(figuresOf(concept.project(doc).value.budget)).toEqual({
      expenses: 112_000,
      income: 91_000,
      eligible: 100_000,
      requested: 90_000,
      difference: -21_000,
      inKindHours: 62.5,
    })
  })
})
