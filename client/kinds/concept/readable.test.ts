import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillConcept } from '#shared/kinds/concept/fill.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { readableConcept } from './readable.ts'

it('everything that was written can be read again, also what the variant does not show', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  fillConcept(concept.open(doc), {
    cover: { title: 'Sichtbar machen', conceptKind: 'konzeptpapier', asOf: '2026-07' },
    sections: {
      summary: { body: ['Kurz gesagt.'] },
      stance: { title: 'Unsere Haltung', body: ['Mit Menschen.'] },
    },
    goals: [
      { id: 'a', text: 'Zwölf Mitglieder', baseline: 7, target: 12, unit: 'Personen', due: '2027-06-30' },
    ],
    milestones: [
      { id: 'm', title: 'Erster Abend', who: ['u.bernd', 'Hanne Pfefferkorn'], goalIds: ['a'] },
      { id: 'n', title: 'Bericht', dependsOn: ['m'], state: 'verschoben' },
    ],
    budget: {
      expenses: [{ id: 'x', text: 'Fahrten', qty: 480, unit: 'km', unitCents: 30, amountCents: 14_400 }],
    },
    pages: [{ id: 's', title: 'Kontakt', path: '/kontakt' }],
  })
  const sections = readableConcept(concept.project(doc).value, id => (id === 'u.bernd' ? 'Bernd' : id))
  const pieces = sections.flatMap(({ title, pieces }) =>
    pieces.map(
      ({ label, paragraphs }) =>
        `${title} | ${label ?? ''} | ${paragraphs.join(' ').replaceAll('\u00a0', ' ')}`,
    ),
  )
  expect(pieces).toEqual([
    'Deckblatt | Titel des Konzepts | Sichtbar machen',
    'Deckblatt | Art des Konzepts | Projektkonzept',
    'Deckblatt | Stand der Bearbeitung | Entwurf',
    'Deckblatt | Stand | Juli 2026',
    'Zusammenfassung |  | Kurz gesagt.',
    'Ziele | Z1 | Zwölf Mitglieder, 7 → 12, Personen, 30. Juni 2027, Ziel',
    'Zeitplan | M1 | Erster Abend, Bernd und Hanne Pfefferkorn, Z1',
    'Zeitplan | M2 | Bericht, setzt voraus M1, verschoben',
    'Finanzplan | Ausgaben | Fahrten, 480, km, zu je 0,30 €, 144,00 €',
    'Unsere Haltung |  | Mit Menschen.',
    'Seitenplan |  | Kontakt, /kontakt, geplant',
  ])
  const paths = sections.flatMap(section => section.pieces.map(({ path }) => path))
  expect(new Set(paths).size).toBe(paths.length)
})
