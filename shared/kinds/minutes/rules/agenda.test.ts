import { describe, expect, it } from 'vitest'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { confirmed, found, meeting } from './made.ts'

const record = { decisions: [confirmed] }
const item = (values: object): MinutesContent => ({
  ...meeting,
  agenda: [{ ...meeting.agenda[0], id: 'top4', ...values }],
})

describe('agenda and invitation, domain.md 2.4', () => {
  it('V06 an item that was to be decided has no decision', () => {
    const undecided = { ...meeting, decisions: [] }
    expect(found(undecided)).toEqual(['V06 hint agenda/top4/result decisionMissing {}'])
    expect(found(undecided, { moment: 'closing' })).toEqual([
      'V06 error agenda/top4/result decisionMissing {}',
    ])
    expect(found(meeting, { moment: 'closing' })).toEqual([])
  })
  it.each(['vertagt', 'abgesetzt'] as const)('V06 it was %s', result => {
    expect(found({ ...item({ result }), decisions: [] }, { moment: 'closing' })).toEqual([])
  })
  it('V06 a motion that was not voted on is no decision once others are', () => {
    const two = {
      ...meeting,
      agenda: [...meeting.agenda, { id: 'top7', type: 'beschluss', onInvitation: true, result: 'offen' }],
      decisions: [...meeting.decisions, { id: 'd6', agendaItemId: 'top7' }],
    } satisfies MinutesContent
    expect(found(two, { record, moment: 'closing' })).toEqual([
      'V06 error agenda/top7/result decisionMissing {}',
    ])
  })
  it('V06 asks items of other types for nothing', () => {
    expect(found({ ...item({ type: 'beratung' }), decisions: [] })).toEqual([])
  })

  it('V07 decided, but not on the invitation', () => {
    const says = ['V07 warn agenda/top4/onInvitation decidedNotInvited {}']
    expect(found(item({ onInvitation: false }))).toEqual(says)
    expect(found(item({ onInvitation: false, result: 'abgelehnt' }))).toEqual(says)
    expect(found(item({ onInvitation: false, result: 'offen' }), { record })).toEqual(says)
  })
  it('V07 on the invitation, not decided, or a formality', () => {
    expect(found(item({ onInvitation: true }), { record })).toEqual([])
    expect(found(item({ onInvitation: false, result: 'offen' }))).toEqual([])
    expect(found(item({ onInvitation: false, type: 'formalia' }))).toEqual([])
  })
  it('V07 an election is a decision, too', () => {
    const voted = {
      ...item({ onInvitation: false, result: 'offen', type: 'wahl' }),
      elections: [{ id: 'w1', agendaItemId: 'top4', candidates: [{ id: 'b' }] }],
    } satisfies MinutesContent
    const votes = { yes: 4, no: 0, abstain: 0, invalid: 0 }
    const row = {
      electionId: 'w1',
      candidates: [{ candidateId: 'b', votes }],
      eligiblePresent: 4,
      at: '11:42',
    }
    const elections = [{ ...row, rule: 'einfach' as const, elected: ['b'] }]
    expect(found(voted, { record: { elections } })).toEqual([
      'V07 warn agenda/top4/onInvitation decidedNotInvited {}',
    ])
  })

  it('V08 a task carried over keeps its day once it is done', () => {
    const task = (values: object): MinutesContent => ({
      ...meeting,
      tasks: [{ id: 't1', what: 'x', who: ['u.ma'], due: '2026-01-10', ...values }],
    })
    const says = (detail: string) => [
      `V08 hint tasks/t1/due ${detail} {"due":"2026-01-10","date":"2026-03-14"}`,
    ]
    expect(found(task({ carriedFrom: 'T7' }))).toEqual(says('carriedOverdue'))
    expect(found(task({ state: 'erledigt' }))).toEqual(says('dueBeforeMeeting'))
    expect(found(task({ carriedFrom: 'T7', state: 'erledigt' }))).toEqual([])
    expect(found(task({ carriedFrom: 'T7', state: 'entfallen' }))).toEqual([])
  })

  it('V20 a hybrid meeting whose invitation does not say how to take part', () => {
    const header = (values: object) => ({ ...meeting, header: { ...meeting.header, ...values } })
    expect(found(header({ format: 'hybrid' }))).toEqual([
      'V20 warn header/remoteAccessOnInvitation remoteAccessMissing {}',
    ])
    expect(found(header({ format: 'hybrid', remoteAccessOnInvitation: true }))).toEqual([])
    expect(found(header({ format: 'praesenz' }))).toEqual([])
    expect(found(header({ format: 'online' }))).toEqual([])
  })
})
