import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ProseNode } from '#shared/document/prose.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import { findings as conceptFindings } from './concept/findings.ts'
import { concept, type Expense, type Milestone, type Page } from './concept/schema.ts'
import { findings as recordFindings } from './groupRecord/findings.ts'
import { groupRecord } from './groupRecord/schema.ts'
import { findings as itemFindings } from './kitItem/findings.ts'
import { kitItem } from './kitItem/schema.ts'
import { findings as minutesFindings } from './minutes/findings.ts'
import { type AgendaItem, type Decision, minutes } from './minutes/schema.ts'
import { findings as pressFindings } from './pressTemplate/findings.ts'
import { renderRelease } from './pressTemplate/render.ts'
import { pressTemplate } from './pressTemplate/schema.ts'

/*
 * What a peer may write, rules bear: they run on every key. Sizes are such that a step for each pair of entries would
 * take longer than a test may, and such as no argument list and no regular expression holds.
 */
const empty = <T>(kind: { seed: Uint8Array; project(doc: Y.Doc): { value: T } }): T => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, kind.seed)
  return kind.project(doc).value
}
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const prose = (text: string): ProseNode[] => [{ type: 'paragraph', content: [{ type: 'text', text }] }]

describe('minutes that nobody would write', () => {
  const base = empty(minutes)
  const row = { status: 'anwesend', voting: 'stimmberechtigt', listing: 'ungenannt' } as const
  const item: Omit<AgendaItem, 'id' | 'title' | 'body'> = {
    type: 'beschluss',
    onInvitation: false,
    result: 'offen',
    presenter: null,
    plannedMin: null,
    absentDuring: [],
    attachments: [],
    earlyWarnings: [],
  }
  const decision: Omit<Decision, 'id' | 'agendaItemId' | 'wording' | 'tallyProposals'> = {
    subject: '',
    movedBy: null,
    motion: [],
    voteMethod: 'offen',
    rule: 'einfach',
    dissentNote: [],
    excludedPersons: [],
    validFrom: null,
    supersedes: null,
  }

  it('a name without end, intervals without end', () => {
    const attendance = [
      { id: 'g1', ...row, name: 'a'.repeat(1_000_000), intervals: [] },
      { id: 'g2', ...row, name: 'Karin', intervals: times(200_000, () => ['10:00', null] as [string, null]) },
    ]
    const agenda = [{ ...item, id: 't', title: 'Karin', body: [] }]
    expect(minutesFindings({ ...base, attendance, agenda })).toContainEqual(
      expect.objectContaining({ rule: 'V11', fields: { person: 'g2', name: 'Karin' } }),
    )
  })
  it('8,000 rows, items and decisions', () => {
    const count = 8_000
    const votes = { yes: 1, no: 0, abstain: 0, invalid: 0 }
    const found = minutesFindings({
      ...base,
      attendance: times(count, i => ({
        id: `p${i}`,
        ...row,
        name: `Name${i}`,
        intervals: [['10:00', null]],
      })),
      agenda: times(count, i => ({ ...item, id: `t${i}`, title: '', body: prose('einstimmig') })),
      decisions: times(count, i => ({
        ...decision,
        id: `d${i}`,
        agendaItemId: `t${i}`,
        wording: prose('Heroin'),
        tallyProposals: { a: votes },
      })),
    })
    expect(found.filter(({ rule }) => rule === 'V05')).toEqual([])
  })
})

describe('a concept that nobody would write', () => {
  const base = empty(concept)
  const cover = { ...base.cover, conceptKind: 'konzeptpapier' } as const
  const milestone: Omit<Milestone, 'id' | 'dependsOn'> = {
    title: 'M',
    due: null,
    who: [],
    goalIds: [],
    state: 'offen',
  }

  it('dependencies without end, each on each', () => {
    const long = { ...milestone, id: 'x', dependsOn: times(300_000, i => `m${i}`) }
    const each = times(1_500, i => ({
      ...milestone,
      id: `m${i}`,
      dependsOn: times(1_500, k => `m${k}`).slice(i % 2),
    }))
    const found = conceptFindings({ ...base, cover, milestones: [long, ...each] })
    expect(found.filter(({ rule }) => rule === 'K13')).toHaveLength(1_500)
  })
  it('a chain of 50,000', () => {
    const chain = times(50_000, i => ({ ...milestone, id: `m${i}`, dependsOn: [`m${i + 1}`] }))
    const found = conceptFindings({ ...base, cover, milestones: chain })
    expect(found.filter(({ rule }) => rule === 'K13')).toEqual([])
  })
  it('quantities and prices as large as numbers are', () => {
    const expenses: Expense[] = [1e308, -1e308, Number.MAX_VALUE].map((qty, index) => ({
      id: `e${index}`,
      text: '',
      category: null,
      qty,
      unit: '',
      unitCents: Number.MAX_SAFE_INTEGER,
      amountCents: 1,
      eligible: true,
      fundedBy: [],
    }))
    const budget = { ...base.budget, expenses }
    expect(conceptFindings({ ...base, cover, budget }).filter(({ rule }) => rule === 'K01')).toHaveLength(3)
  })
  it('30,000 pages of one path, most of it slashes', () => {
    const page: Omit<Page, 'id' | 'path'> = {
      title: '',
      purpose: '',
      audience: '',
      owner: '',
      updateEvery: '',
      sourceField: '',
      plainLanguage: 'keine',
      state: 'geplant',
    }
    const pages = times(30_000, i => ({ ...page, id: `s${i}`, path: `${'/'.repeat(200)}x/` }))
    const webCover = { ...cover, conceptKind: 'webkonzept' } as const
    const found = conceptFindings({ ...base, cover: webCover, pages })
    expect(found.filter(({ detail }) => detail === 'pathTwice')).toHaveLength(29_999)
  })
})

describe('a release that nobody would write', () => {
  const base = empty(pressTemplate)

  it.each(['0000-01-01T00:00', '0001-01-01T10:00', '0999-12-31T23:59', '9999-12-31T23:59'])(
    'an embargo until %s',
    until => {
      const value = { ...base, embargo: { ...base.embargo, until } }
      expect(() => pressFindings(value, { now: 0 })).not.toThrow()
      expect(renderRelease(value, {}).embargo).toContain('Sperrfrist')
    },
  )
  it('facts within facts do not grow without end', () => {
    const value = {
      ...base,
      values: [{ id: 'lang', value: 'x'.repeat(900_000) }],
      text: { ...base.text, headline: '{{lang}}'.repeat(10_000), body: prose('{{lang}}'.repeat(100_000)) },
    }
    expect(pressFindings(value).map(({ detail }) => detail)).toContain('tooLong')
  })
})

it('a group with 3,000 meetings and partners', () => {
  const base = empty(groupRecord)
  const place = { name: 'A', withPreposition: 'im A', street: '', zip: '', city: '', stepFree: null }
  const slot = {
    state: 'aktiv',
    weekday: 'MO',
    from: '10:00',
    to: '11:00',
    rhythm: 'woche',
    week: null,
    ruleText: '',
    format: 'praesenz',
    onlineLink: '',
    place,
  } as const
  const value = { ...base, slots: times(3_000, i => ({ ...slot, id: `s${i}` })) }
  expect(recordFindings(value).filter(({ rule }) => rule === 'GR05')).toHaveLength(2_999)
  expect(factsOf(value, { today: '2026-03-01' })['gruppe.ort.name']).toBe('A')
})

it('a kit item of 20,000 blocks', () => {
  const base = empty(kitItem)
  const block = { title: '', locked: true, base: null, body: prose('{{gruppe.name}}') }
  const value = { ...base, blocks: times(20_000, i => ({ ...block, id: `b${i}` })) }
  expect(itemFindings(value, { facts: {} }).filter(({ rule }) => rule === 'KI07')).toHaveLength(1)
})
