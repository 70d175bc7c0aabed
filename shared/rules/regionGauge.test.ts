import { describe, expect, it } from 'vitest'
import type {
  EarlyWarningEntry,
  GroupEntry,
  Placed,
  VisitEntry,
} from '#shared/kinds/minutes/projections/entry.ts'
import { interimReport } from './interimReport.ts'
import { regionGauge } from './regionGauge.ts'
import { replaceNames } from './replaceNames.ts'

const target = { target: 7, countedPhases: ['gruendung', 'aufbau', 'stabil'] as const }
const rule = { ...target, countedPhases: [...target.countedPhases] }
const group = (name: string, changes: Partial<Placed<GroupEntry>> = {}): Placed<GroupEntry> => ({
  register: 'group',
  source: 'team',
  path: `regionTeam/groups/${name}`,
  meeting: { name: 'RT', date: '2026-03-14' },
  documentId: 'A1',
  spaceId: 'org.region',
  name,
  phase: 'stabil',
  contactPerson: null,
  ...changes,
})
const named = (count: number) => Array.from({ length: count }, (_, index) => group(`Gruppe${index}`))

describe('groups of a region: at most and at least seven (domain.md 1.1)', () => {
  it.each([
    [6, { missing: 1, isAbove: false }],
    [7, { missing: 0, isAbove: false }],
    [8, { missing: 0, isAbove: true }],
    [0, { missing: 7, isAbove: false }],
  ])('%i', (count, says) => expect(regionGauge(named(count), rule)).toMatchObject({ count, ...says }))

  it.each(['idee', 'ruhend', 'beendet', null] as const)('does not count a group in phase %s', phase => {
    expect(regionGauge([group('Ufer', { phase })], rule)).toMatchObject({
      count: 0,
      groups: [{ isCounted: false }],
    })
  })
  it('counts each group once: its own record knows best', () => {
    const record = group('Gruppe Ufer Niederlauben', { source: 'record', phase: 'ruhend', documentId: 'G' })
    expect(regionGauge([group('Ufer'), record], rule)).toMatchObject({
      count: 0,
      groups: [{ documentId: 'G' }],
    })
  })
  it('takes the latest minutes that name groups', () => {
    const before = group('Kompass', { documentId: 'A0', meeting: { name: 'RT', date: '2025-11-15' } })
    expect(regionGauge([before, group('Ufer')], rule).groups.map(({ name }) => name)).toEqual(['Ufer'])
  })
})

describe('interim report', () => {
  const within = { from: '2026-01-01', to: '2026-12-31' }
  const report = (changes: Partial<Placed<VisitEntry>> = {}): Placed<VisitEntry> => ({
    register: 'visit',
    path: 'visit/visitedGroup',
    meeting: { name: 'Kurzbericht', date: '2026-01-22' },
    documentId: 'A2',
    spaceId: 'org.region',
    source: 'report',
    date: '2026-01-22',
    group: 'Windlicht Auenstedt',
    visitors: [{ id: 'u.ma', name: null }],
    state: 'geschlossen',
    consent: true,
    forwarded: [{ to: 'Land', on: '2026-02-02' }],
    participantCount: 9,
    projectPresented: true,
    partnershipReadiness: false,
    needs: ['Austausch mit Nachbargruppen'],
    report: null,
    ...changes,
  })
  const signal = (changes: Partial<Placed<EarlyWarningEntry>>): Placed<EarlyWarningEntry> => ({
    register: 'earlyWarning',
    path: 'visit/earlyWarnings/w',
    meeting: { name: 'Kurzbericht', date: '2026-01-22' },
    documentId: 'A2',
    spaceId: 'org.region',
    signal: 'Wartezeit',
    item: null,
    consent: true,
    isVisit: true,
    ...changes,
  })
  const made = (visits: Placed<VisitEntry>[], warnings: Placed<EarlyWarningEntry>[] = []) =>
    interimReport(visits, warnings, within, to => to === 'Land')

  it('adds up, says the same words once, and names neither person nor group', () => {
    const other = report({
      documentId: 'B',
      group: 'Ufer',
      needs: ['austausch mit Nachbargruppen ', 'Material'],
    })
    const report2 = made([report(), other])
    expect(report2).toEqual({
      reports: 2,
      groups: 2,
      participants: 18,
      presented: 2,
      ready: 0,
      needs: [
        { text: 'Austausch mit Nachbargruppen', count: 2 },
        { text: 'Material', count: 1 },
      ],
      signals: [],
      leftOut: 0,
      isFew: true,
    })
    expect(JSON.stringify(report2)).not.toMatch(/Windlicht|Ufer|u\.ma/)
  })
  it.each<[string, Partial<Placed<VisitEntry>>]>([
    ['not closed', { state: 'laufend' }],
    ['without the consent of the group', { consent: null }],
    ['closed, neither approved nor passed on', { forwarded: [] }],
  ])('leaves out what is %s, and its signals', (_, changes) => {
    expect(made([report(changes)], [signal({})])).toMatchObject({ reports: 0, leftOut: 1, signals: [] })
  })
  it('takes what a later meeting has approved, and signals of other meetings', () => {
    const approved = report({ forwarded: [], state: 'genehmigt' })
    expect(made([approved], [signal({}), signal({ isVisit: false, documentId: 'A1' })])).toMatchObject({
      reports: 1,
      signals: [{ text: 'Wartezeit', count: 2 }],
    })
  })
  it('only of the span', () => {
    expect(made([report({ date: '2025-12-31' })], [])).toMatchObject({ reports: 0, leftOut: 0 })
  })
})

describe('names in texts', () => {
  const hide = replaceNames(
    new Map([
      ['Bernd', 'B.'],
      ['Karin M.', '…'],
      ['Karin', '…'],
    ]),
  )
  it.each([
    ['Bernd kommt.', 'B. kommt.'],
    ['Bernds Vorschlag', 'B. Vorschlag'],
    ['Karin  M. und Bernd', '… und B.'],
    ['Bernadette bleibt', 'Bernadette bleibt'],
    ['bernd klein', 'bernd klein'],
    ['', ''],
  ])('%s → %s', (text, shown) => expect(hide(text)).toBe(shown))
})
