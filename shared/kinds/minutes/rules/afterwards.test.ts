import { describe, expect, it } from 'vitest'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { confirmed, found, meeting } from './made.ts'

const decisions = (...registers: (string | undefined)[]): MinutesRecord['decisions'] =>
  registers.map((register, index) => ({
    ...confirmed,
    decisionId: `d${index + 1}`,
    ...(register !== undefined && { register }),
  }))
const closed = (...registers: (string | undefined)[]) => ({
  record: { state: 'geschlossen' as const, decisions: decisions(...registers) },
})

describe('what follows a decision, domain.md 2.4', () => {
  it('V14 numbers without gaps', () => {
    expect(found(meeting, closed('2026-01/01', '2026-01/02', '2026-01/03'))).toEqual([])
    expect(found(meeting, closed('2026-01/02', '2026-01/01'))).toEqual([])
    expect(found(meeting, { record: { decisions: decisions(undefined) } })).toEqual([])
  })
  it.each([
    ['twice', ['G-01', 'G-01'], 'V14 error decisions/d2/register registerTwice {"register":"G-01"}'],
    ['a gap', ['G-01', 'G-03'], 'V14 error decisions registerGap {"series":"G-","missing":2}'],
    ['not from 1', ['G-02', 'G-03'], 'V14 error decisions registerGap {"series":"G-","missing":1}'],
    ['from 0', ['G-00', 'G-01'], 'V14 error decisions registerGap {"series":"G-","missing":2}'],
    ['from 0 with a gap', ['G-00', 'G-02'], 'V14 error decisions registerGap {"series":"G-","missing":1}'],
    ['none at closing', ['G-01', undefined], 'V14 error decisions/d2/register registerMissing {}'],
  ])('V14 %s', (_, registers, says) => {
    expect(found(meeting, closed(...registers))).toEqual([says])
  })
  it('V14 elections stand in the same register', () => {
    const votes = { yes: 4, no: 0, abstain: 0, invalid: 0 }
    const row = {
      electionId: 'w1',
      candidates: [{ candidateId: 'b', votes }],
      eligiblePresent: 4,
      at: '11:42',
    }
    const elections = (register: string) => [{ ...row, rule: 'einfach' as const, elected: ['b'], register }]
    const { record } = closed('G-01', 'G-03')
    expect(found(meeting, { record: { ...record, elections: elections('G-02') } })).toEqual([])
    expect(found(meeting, { record: { ...record, elections: elections('G-03') } })).toContain(
      'V14 error elections/w1/register registerTwice {"register":"G-03"}',
    )
  })

  const wording = meeting.decisions[0]?.wording[0] ?? ''
  const frozen = (...texts: string[]) => ({
    record: {
      decisions: [confirmed],
      frozen: texts.map(text => ({ decisionId: 'd1', at: '11:42', wording: text })),
    },
  })
  it('V15 the frozen wording stays', () => {
    expect(found(meeting, frozen(wording))).toEqual([])
    expect(found(meeting, frozen(wording, wording))).toEqual([])
    expect(found(meeting, frozen(wording, 'Etwas anderes.'))).toEqual([
      'V15 error decisions/d1/wording frozenTwice {}',
    ])
  })
  it('V15 shows that the live wording says something else by now', () => {
    expect(found(meeting, frozen('Wie beschlossen.'))).toEqual([
      'V15 hint decisions/d1/wording editedAfterFreezing {}',
    ])
  })

  const signature = { person: 'u.ma', on: '2026-03-14', at: '13:25', contentHash: 'abc' } as const
  const signed = {
    record: {
      signatures: [
        { ...signature, role: 'sitzungsleitung' as const, method: 'freigabe_im_system' as const },
        {
          ...signature,
          role: 'protokollfuehrung' as const,
          method: 'handschrift_scan' as const,
          person: 'u.dy',
        },
      ],
    },
  }
  it('V16 a signature is of the content that stands there', () => {
    expect(found(meeting, { ...signed, contentHash: 'abc' })).toEqual([])
    expect(found(meeting, signed)).toEqual([])
    expect(found(meeting, { ...signed, contentHash: 'abd' })).toEqual([
      'V16 error signatures/sitzungsleitung signatureBroken {"person":"u.ma","role":"sitzungsleitung"}',
      'V16 error signatures/protokollfuehrung signatureBroken {"person":"u.dy","role":"protokollfuehrung"}',
    ])
  })

  const approved = (on: string, ...settled: boolean[]) => ({
    record: {
      approval: { approvedInMinutesId: 'm.2026-02', on },
      objections: settled.map(own => ({ author: 'u.gt', on: '2026-03-20', text: 'Einwand', settled: own })),
    },
  })
  it('V17 a later meeting approves, with no objection open', () => {
    expect(found(meeting, approved('2026-09-12', true))).toEqual([])
    expect(found(meeting, { record: { ...approved('2026-03-14', false).record, approval: null } })).toEqual(
      [],
    )
  })
  it.each(['2026-03-14', '2025-11-15'])('V17 the meeting of %s is not later', on => {
    expect(found(meeting, approved(on))).toEqual([
      `V17 error approval approvalNotLater {"on":"${on}","date":"2026-03-14"}`,
    ])
  })
  it('V17 an objection is open', () => {
    expect(found(meeting, approved('2026-09-12', true, false))).toEqual([
      'V17 error approval objectionOpen {"count":1}',
    ])
  })
})
