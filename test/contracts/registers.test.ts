import { describe, expect, it } from 'vitest'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { decisionRegister } from '#shared/kinds/minutes/projections/decisions.ts'
import { openTasks } from '#shared/kinds/minutes/projections/tasks.ts'
import { type MinutesRecord, minutesRecordSchema } from '#shared/kinds/minutes/record.ts'
import { minutesDraft } from '#test/support/minutesDocuments.ts'
import { inRegister, placed } from '#test/support/placed.ts'

const tally = (decisionId: string, more: object = {}) => ({
  decisionId,
  votes: { yes: 3, no: 0, abstain: 0, invalid: 0 },
  eligiblePresent: 3,
  at: '10:00',
  rule: 'einfach',
  result: 'angenommen',
  ...more,
})
const content: MinutesContent = {
  header: { number: 'RT 2026-01', date: '2026-03-14' },
  agenda: [{ id: 'top1', title: 'Räume', type: 'beschluss' }],
  decisions: [
    { id: 'd1', agendaItemId: 'top1', wording: ['alt'] },
    { id: 'd2', agendaItemId: 'top1', wording: ['neu'], supersedes: 'd1' },
    { id: 'd3', agendaItemId: 'top1', wording: ['Antrag'] },
  ],
}
const register = (record: object) => {
  const parsed: MinutesRecord = minutesRecordSchema.parse(record)
  return decisionRegister(inRegister(placed(minutesDraft(content), 'A', parsed), 'decision'))
}

describe('the register of decisions', () => {
  it('holds what was voted on, not what was only moved', () => {
    expect(register({ decisions: [tally('d1')] }).map(({ id }) => id)).toEqual(['d1'])
    expect(register({})).toEqual([])
  })
  it('[b58] a draft that names a decision as replaced supersedes nothing; the ledger does', () => {
    const decisions = [tally('d1', { register: '2026-01/01' }), tally('d2', { at: '10:05' })]
    expect(register({ decisions }).map(({ standing }) => standing)).toEqual(['valid', 'valid'])
    const superseded = [
      { decisionId: 'd1', on: '2026-09-12', documentId: 'B', byDecision: 'd7', register: '2026-02/03' },
    ]
    expect(register({ decisions, superseded }).find(({ id }) => id === 'd1')).toMatchObject({
      standing: 'superseded',
      supersededBy: { documentId: 'B', path: 'decisions/d7', number: '2026-02/03' },
    })
  })
  it('keeps the frozen wording whatever the live text says, and says where none is frozen', () => {
    const frozen = [{ decisionId: 'd1', at: '10:00', wording: 'wie abgestimmt' }]
    expect(register({ decisions: [tally('d1'), tally('d2')], frozen })).toMatchObject([
      { wording: 'wie abgestimmt', isFrozen: true },
      { wording: 'neu', isFrozen: false },
    ])
  })
  it('a rejected one is no longer replaced, a consent or advice binds without numbers', () => {
    const decisions = [tally('d1', { result: 'abgelehnt' }), tally('d2', { result: null, votes: null })]
    expect(register({ decisions }).map(({ standing }) => standing)).toEqual(['rejected', 'advice'])
  })
})

describe('open tasks', () => {
  const task = (id: string, more: object = {}) => ({
    id,
    what: id,
    who: ['u.ma'],
    due: '2026-04-01',
    ...more,
  })
  const open = (today: string, ...documents: [string, object[]][]) =>
    openTasks(
      documents.flatMap(([id, tasks]) =>
        inRegister(placed(minutesDraft({ tasks } as MinutesContent), id), 'task'),
      ),
      today,
    )

  it('are overdue from the day after', () => {
    expect(open('2026-04-01', ['A', [task('T1')]])).toMatchObject([{ isOverdue: false }])
    expect(open('2026-04-02', ['A', [task('T1')]])).toMatchObject([{ isOverdue: true }])
  })
  it.each(['erledigt', 'entfallen'])('leave out what is %s', state => {
    expect(open('2026-04-01', ['A', [task('T1', { state })]])).toEqual([])
  })
  it('stand there once, as the latest minutes have them, with how often they were carried over', () => {
    const listed = open(
      '2026-04-01',
      ['A', [task('T1')]],
      ['B', [task('T2', { carriedFrom: 'A/T1' })]],
      ['C', [task('T3', { carriedFrom: 'B/T2' })]],
    )
    expect(listed.map(({ documentId, carried }) => [documentId, carried])).toEqual([['C', 2]])
  })
  it('are done where they went: the first one is not open again', () => {
    expect(
      open(
        '2026-04-01',
        ['A', [task('T1')]],
        ['B', [task('T2', { carriedFrom: 'A/T1', state: 'erledigt' })]],
      ),
    ).toEqual([])
  })
  it('that name each other in a ring end', () => {
    const ring = open('2026-04-01', ['A', [task('T1', { carriedFrom: 'A/T1' })]])
    expect(ring).toEqual([])
  })
  it('without a day come last', () => {
    expect(open('2026-04-01', ['A', [task('T1', { due: null }), task('T2')]]).map(({ id }) => id)).toEqual([
      'T2',
      'T1',
    ])
  })
})
