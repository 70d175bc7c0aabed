import { describe, expect, it } from 'vitest'
import { decisionState } from './decisionState.ts'
import { decisionRecordSchema } from './record.ts'
import { minutesDraftSchema } from './schema.ts'

const decisions = minutesDraftSchema.shape.decisions.parse([
  { id: 'd1', motion: [], wording: [], dissentNote: [], tallyProposals: {} },
  { id: 'd2', motion: [], wording: [], dissentNote: [], tallyProposals: {}, supersedes: 'd1' },
])
const row = (decisionId: string, result: 'angenommen' | 'abgelehnt', register?: string) =>
  decisionRecordSchema.parse({
    decisionId,
    votes: { yes: 1, no: 0, abstain: 0, invalid: 0 },
    eligiblePresent: 1,
    at: '11:00',
    rule: 'einfach',
    result,
    register,
  })

describe('state of a decision', () => {
  it.each([
    ['nobody has voted', [], 'entwurf'],
    ['voted on, whatever the result', [row('d1', 'abgelehnt')], 'abgestimmt'],
    ['another one is to supersede it', [row('d1', 'angenommen'), row('d2', 'abgelehnt')], 'abgestimmt'],
    ['another one supersedes it', [row('d1', 'angenommen'), row('d2', 'angenommen')], 'aufgehoben'],
  ])('%s', (_, rows, state) => {
    expect(decisionState('d1', { decisions }, { decisions: rows })).toBe(state)
  })

  it('a register number names it, too', () => {
    const byNumber = decisions.map(own => (own.id === 'd2' ? { ...own, supersedes: 'G-01' } : own))
    const rows = [row('d1', 'angenommen', 'G-01'), row('d2', 'angenommen')]
    expect(decisionState('d1', { decisions: byNumber }, { decisions: rows })).toBe('aufgehoben')
  })
})
