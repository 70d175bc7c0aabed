import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Review } from '#shared/kinds/kitItem/schema.ts'
import { findings } from './findings.ts'
import { compartmentOf, compartments, matches, progressOf } from './progress.ts'
import { itemStateSchema, type StarterKitHandle, starterKit } from './schema.ts'

const packed = (change: (kit: StarterKitHandle) => void) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, starterKit.seed)
  const kit = starterKit.open(doc)
  kit.record('header').assign({ title: 'Koffer der Gruppe Lichtblick', packedOn: '2026-05-04' })
  change(kit)
  const { value, issues } = starterKit.project(doc)
  expect(issues).toEqual([])
  return value
}

describe('progress', () => {
  it('counts what is done, what is begun, and leaves out what is not needed', () => {
    const all = itemStateSchema.options.map(state => ({ state }))
    expect(progressOf(all)).toEqual({ done: 3, begun: 2, needed: 6 })
    expect(progressOf([])).toEqual({ done: 0, begun: 0, needed: 0 })
  })
})

describe('compartments', () => {
  it('an item lies in its first phase, and by its code', () => {
    expect(compartmentOf({ phases: [3, 4] })).toBe(3)
    expect(compartmentOf({ phases: [5, 2] })).toBe(2)
    expect(compartmentOf({ phases: [] })).toBe(0)
    const of = (code: string, ...phases: number[]) => ({ code, phases })
    expect(compartments([of('SP-10', 2), of('SP-05', 2), of('SP-25', 0, 1, 2, 3, 4, 5)])).toEqual([
      [of('SP-25', 0, 1, 2, 3, 4, 5)],
      [],
      [of('SP-05', 2), of('SP-10', 2)],
      [],
      [],
      [],
    ])
  })
})

describe('finding an item by typing', () => {
  const overview = {
    code: 'SP-20',
    title: 'Finanzübersicht / Kassenblatt',
    purpose: 'Zeigt, was kommt und geht.',
  }
  it.each([
    '',
    'sp-20',
    'SP20',
    'finanz',
    'uebersicht',
    'übersicht',
    'kassen finanz',
    'was kommt',
    '  KASSEN  ',
  ])('finds it by „%s“', typed => expect(matches(overview, typed)).toBe(true))
  it.each(['sp-21', 'flyer', 'kassen flyer'])('does not find it by „%s“', typed =>
    expect(matches(overview, typed)).toBe(false),
  )
})

describe('findings of a kit', () => {
  const facts = {
    'gruppe.treffen': 'montags von 17:30 bis 19:00 Uhr',
    'gruppe.ort.mitPraeposition': 'im Haus am Anger',
  }
  const printed = {
    on: '2026-05-20',
    meeting: facts['gruppe.treffen'],
    place: facts['gruppe.ort.mitPraeposition'],
  }
  const entry = (values: object) => (kit: StarterKitHandle) =>
    void kit.list('items').add('SP-10', { code: 'SP-10', documentId: 'd1', ...values })
  it.each<[string, (kit: StarterKitHandle) => void, string[]]>([
    ['nothing where all is well', entry({ printed }), []],
    ['SK01 no title', kit => kit.record('header').set('title', ' '), ['SK01 warn header/title titleMissing']],
    ['SK02 not packed', kit => kit.record('header').set('packedOn', null), ['SK02 warn items notPacked']],
    ['SK02 no document', entry({ documentId: null }), ['SK02 warn items/SP-10 documentMissing']],
    [
      'SK03 another time',
      entry({ printed: { ...printed, meeting: 'dienstags' } }),
      ['SK03 warn items/SP-10 printedOld'],
    ],
    [
      'SK03 another place',
      entry({ printed: { ...printed, place: 'am Markt' } }),
      ['SK03 warn items/SP-10 printedOld'],
    ],
    ['SK03 nothing stood there', entry({ printed: { ...printed, meeting: '' } }), []],
  ])('%s', (_, change, expected) => {
    const said = findings(packed(change), { facts }).map(({ rule, level, path, detail }) =>
      [rule, level, path.join('/'), detail].join(' '),
    )
    expect(said).toEqual(expected)
  })

  const used = entry({ review: 'medizin', state: 'verwendet' })
  const open = { field: 'medizin', by: '', on: null } as const
  const checked = { field: 'medizin', by: 'Dr. Ilse Rabenau', on: '2026-03-01' } as const
  it.each<[string, typeof used, Review | null | undefined, boolean]>([
    ['used, and the sheet says that nobody has checked it', used, open, true],
    ['used, and the sheet says by whom only', used, { ...checked, on: null }, true],
    ['used, and the sheet says when only', used, { ...checked, by: ' ' }, true],
    ['used, and the sheet says who checked it and when', used, checked, false],
    ['used, and the sheet asks for no check any more', used, null, false],
    ['used, and the sheet cannot be read here', used, undefined, false],
    ['not used yet', entry({ review: 'medizin', state: 'angepasst' }), open, false],
    ['needs no check', entry({ review: null, state: 'verwendet' }), open, false],
  ])('SK04 %s', (_, change, review, expected) => {
    const reviews = new Map(review === undefined ? [] : [['SP-10', review]])
    const said = findings(packed(change), { facts, reviews }).map(({ rule, level, path, detail }) =>
      [rule, level, path.join('/'), detail].join(' '),
    )
    expect(said).toEqual(expected ? ['SK04 warn items/SP-10 usedUnchecked'] : [])
  })

  it('SK03 says nothing while the facts are not known', () => {
    expect(findings(packed(entry({ printed: { ...printed, meeting: 'dienstags' } })))).toEqual([])
  })
})
