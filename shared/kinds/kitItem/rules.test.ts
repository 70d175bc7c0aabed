import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseElements } from '#shared/document/proseMaking.ts'
import { copyMaster } from '#shared/kinds/starterKit/fromMaster.ts'
import type { KitMaster } from '#shared/kinds/starterKit/masters/master.ts'
import { findings } from './findings.ts'
import { awaitsReview, mayEditBlock, originOf, plainLanguageOf } from './rules.ts'
import { type KitItemHandle, kitItem } from './schema.ts'

const master: KitMaster = {
  code: 'SP-07',
  title: 'Die ersten drei Treffen – ein Leitfaden',
  itemKind: 'text',
  purpose: 'Hilft euch, die ersten drei Treffen vorzubereiten.',
  phases: [3],
  formats: ['DOCX', 'HTML'],
  owner: 'organisation',
  documentKind: 'kitItem',
  version: '1.0',
  asOf: '2026-03-01',
  licence: 'CC BY-SA 4.0',
  languages: ['de'],
  plainLanguage: 'keine',
  validUntil: null,
  review: null,
  blocks: [
    { id: 'b01', title: 'Wozu', lines: ['Ein **Vorschlag**.', '- streichen', '- ergänzen'] },
    { id: 'b10', title: 'Krise', lines: ['Ruft den Notruf 112.'], locked: true },
    {
      id: 'b12',
      title: 'So erreicht ihr uns',
      lines: ['Gruppe {{gruppe.name}}, Telefon {{gruppe.kontakt.telefon}}.'],
    },
  ],
}

/** A group's copy of the master. */
function copy(of: Partial<KitMaster> = {}, change?: (item: KitItemHandle) => void) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, kitItem.seed)
  const handle = kitItem.open(doc)
  copyMaster(handle, { ...master, ...of })
  change?.(handle)
  const { value, issues } = kitItem.project(doc)
  expect(issues).toEqual([])
  return value
}
/** The master itself, as the federation writes it. */
const original = (item: KitItemHandle) => item.record('header').set('basedOn', null)
const write = (id: string, words: string) => (item: KitItemHandle) =>
  item
    .list('blocks')
    .get(id)
    ?.prose('body')
    ?.push(proseElements([words]))
const said = (value: ReturnType<typeof copy>, options: Parameters<typeof findings>[1] = {}) =>
  findings(value, options).map(({ rule, level, path, detail, fields }) =>
    [rule, level, path.join('/'), detail, ...Object.values(fields)].join(' '),
  )

describe('a copy of a master', () => {
  it('has its blocks with their ids, texts and merge fields, and says where it comes from', () => {
    const { header, blocks } = copy()
    expect(header).toMatchObject({
      code: 'SP-07',
      version: '1.0',
      basedOn: { item: 'SP-07', version: '1.0', blocks: ['b01', 'b10', 'b12'] },
      review: null,
    })
    expect(blocks.map(({ id, locked, base }) => ({ id, locked, base }))).toEqual([
      {
        id: 'b01',
        locked: false,
        base: { title: 'Wozu', texts: ['Ein Vorschlag.', 'streichen', 'ergänzen'] },
      },
      { id: 'b10', locked: true, base: { title: 'Krise', texts: ['Ruft den Notruf 112.'] } },
      {
        id: 'b12',
        locked: false,
        base: {
          title: 'So erreicht ihr uns',
          texts: ['Gruppe {{gruppe.name}}, Telefon {{gruppe.kontakt.telefon}}.'],
        },
      },
    ])
    expect(blocks.map(originOf)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(said(copy())).toEqual([])
  })

  it('knows what the group has changed or written', () => {
    const { blocks } = copy({}, item => {
      write('b01', 'und umstellen')(item)
      item
        .list('blocks')
        .add(
          'g01',
          { title: 'Unser Raum', body: ['Der Schlüssel liegt bei der Hausverwaltung.'] },
          { before: 'b10' },
        )
      item.list('blocks').get('b12')?.set('title', 'Kontakt')
    })
    expect(blocks.map(block => `${block.id} ${originOf(block)}`)).toEqual([
      'b01 changed',
      'g01 own',
      'b10 unchanged',
      'b12 changed',
    ])
  })
})

describe('mayEditBlock', () => {
  const basedOn = { item: 'SP-07', version: '1.0', blocks: [] }
  it.each([
    ['a block of a copy', basedOn, false, { state: 'free' }],
    ['a locked block of a copy', basedOn, true, { state: 'locked', why: 'fromMaster' }],
    ['a locked block of the master itself', null, true, { state: 'free' }],
    ['a block of the master itself', null, false, { state: 'free' }],
  ])('%s', (_, from, locked, right) => expect(mayEditBlock({ basedOn: from }, { locked })).toEqual(right))
})

describe('plain language', () => {
  it.each<[string, Partial<KitMaster>, ((item: KitItemHandle) => void) | undefined, string]>([
    ['checked and as it was', { plainLanguage: 'leicht_geprueft' }, undefined, 'leicht_geprueft'],
    [
      'checked, then changed by a group',
      { plainLanguage: 'leicht_geprueft' },
      write('b01', 'mehr'),
      'einfach_ungeprueft',
    ],
    [
      'checked, then a block of one’s own',
      { plainLanguage: 'leicht_geprueft' },
      item => void item.list('blocks').add('g01', { title: 'Neu' }),
      'einfach_ungeprueft',
    ],
    [
      'checked, then a block left out',
      { plainLanguage: 'leicht_geprueft' },
      item => item.list('blocks').remove('b12'),
      'einfach_ungeprueft',
    ],
    [
      'the federation writes it anew',
      { plainLanguage: 'leicht_geprueft' },
      item => {
        original(item)
        write('b01', 'mehr')(item)
      },
      'leicht_geprueft',
    ],
    ['plain, changed', { plainLanguage: 'einfach' }, write('b01', 'mehr'), 'einfach'],
    ['none', {}, write('b01', 'mehr'), 'keine'],
  ])('%s', (_, of, change, expected) => expect(plainLanguageOf(copy(of, change))).toBe(expected))
})

describe('awaitsReview', () => {
  it.each([
    [null, false],
    [{ field: 'medizin', by: '', on: null }, true],
    [{ field: 'medizin', by: 'Dr. Ilse Rabenau', on: null }, true],
    [{ field: 'recht', by: ' ', on: '2026-03-01' }, true],
    [{ field: 'recht', by: 'Dr. Ilse Rabenau', on: '2026-03-01' }, false],
  ] as const)('%j: %s', (review, expected) => expect(awaitsReview(review)).toBe(expected))
})

describe('findings of a kit item', () => {
  const facts = { 'gruppe.name': 'Lichtblick Hohenlichtern', 'gruppe.kontakt.telefon': '069 90009-214' }
  const setHeader = (values: object) => (item: KitItemHandle) => item.record('header').assign(values)
  it.each<[string, ReturnType<typeof copy>, Parameters<typeof findings>[1], string[]]>([
    ['nothing where all is well', copy(), { facts, today: '2026-07-13' }, []],
    ['KI01 no title', copy({ title: ' ' }), {}, ['KI01 warn header/title titleMissing']],
    ['KI02 medical', copy({ review: 'medizin' }), {}, ['KI02 warn header/review medicalReview']],
    ['KI02 legal', copy({ review: 'recht' }), {}, ['KI02 warn header/review legalReview']],
    [
      'KI02 checked',
      copy(
        { review: 'recht' },
        setHeader({ review: { field: 'recht', by: 'Dr. Ilse Rabenau', on: '2026-03-01' } }),
      ),
      {},
      [],
    ],
    [
      'KI03 changed',
      copy({ plainLanguage: 'leicht_geprueft' }, write('b01', 'mehr')),
      {},
      ['KI03 warn header/plainLanguage plainLanguageUnchecked'],
    ],
    ['KI03 as it was', copy({ plainLanguage: 'leicht_geprueft' }), {}, []],
    [
      'KI04 over',
      copy({ validUntil: '2026-07-12' }),
      { today: '2026-07-13' },
      ['KI04 warn header/validUntil outdated 2026-07-12 1.0'],
    ],
    ['KI04 the last day', copy({ validUntil: '2026-07-13' }), { today: '2026-07-13' }, []],
    [
      'KI05 a locked block that reads otherwise',
      copy({}, write('b10', 'oder später')),
      {},
      ['KI05 error blocks/b10/body lockedChanged'],
    ],
    [
      'KI05 the master itself',
      copy({}, item => {
        original(item)
        write('b10', 'oder später')(item)
      }),
      {},
      [],
    ],
    [
      'KI06 no text',
      copy({}, item => void item.list('blocks').add('g01', { title: 'Unser Raum' })),
      {},
      ['KI06 hint blocks/g01/body blockEmpty'],
    ],
    [
      'KI06 no title',
      copy({}, item => void item.list('blocks').add('g01', { body: ['Text'] })),
      {},
      ['KI06 hint blocks/g01/title blockUntitled'],
    ],
    [
      'KI07 an open fact',
      copy(),
      { facts: { 'gruppe.name': 'Lichtblick' } },
      ['KI07 hint blocks/b12/body factOpen gruppe.kontakt.telefon'],
    ],
    [
      'KI07 told once',
      copy({}, write('b01', '{{gruppe.kontakt.telefon}}')),
      { facts: { 'gruppe.name': 'Lichtblick' } },
      ['KI07 hint blocks/b01/body factOpen gruppe.kontakt.telefon'],
    ],
  ])('%s', (_, value, options, expected) => expect(said(value, options)).toEqual(expected))
})
