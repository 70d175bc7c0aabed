import { describe, expect, it } from 'vitest'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { confirmed, found, meeting } from './made.ts'

const votes = (yes: number, no: number, abstain = 0, invalid = 0) => ({ yes, no, abstain, invalid })
const recorded = (changes: Partial<MinutesRecord['decisions'][number]>) => ({
  record: { decisions: [{ ...confirmed, ...changes }] },
})
const decision = (values: object): MinutesContent => ({
  ...meeting,
  decisions: [{ ...meeting.decisions[0], id: 'd1', ...values }],
})
/** The election of c.7: one seat, one candidate, everybody there. */
const election = (tallyProposals = {}): MinutesContent => ({
  ...meeting,
  elections: [
    {
      id: 'w1',
      agendaItemId: 'top4',
      office: 'Ansprechperson',
      candidates: [{ id: 'b', person: 'u.bernd', tallyProposals }],
    },
  ],
})
const counted = (changes: Partial<MinutesRecord['elections'][number]> = {}) => ({
  record: {
    elections: [
      {
        electionId: 'w1',
        candidates: [{ candidateId: 'b', votes: votes(4, 0) }],
        eligiblePresent: 4,
        at: '11:42',
        rule: 'einfach' as const,
        elected: ['b'],
        ...changes,
      },
    ],
  },
})

describe('a confirmed vote, domain.md 2.4', () => {
  it('V01 V02 V03 V04 have nothing to say of a count that is right', () => {
    expect(found(meeting, recorded({}))).toEqual([])
    expect(found(meeting, { ...recorded({}), moment: 'closing' })).toEqual([])
    expect(found(election(), counted())).toEqual([])
  })

  it('V01 more votes than were there to be cast', () => {
    expect(found(meeting, recorded({ votes: votes(3, 1, 1) }))).toEqual([
      'V01 error decisions/d1/votes moreVotesThanEligible {"cast":5,"eligible":4}',
    ])
    expect(found(election(), counted({ candidates: [{ candidateId: 'b', votes: votes(5, 0) }] }))).toEqual([
      'V01 error elections/w1/candidates/b/votes moreVotesThanEligible {"cast":5,"eligible":4}',
    ])
  })
  it('V01 invalid votes were cast, too', () => {
    expect(found(meeting, recorded({ votes: votes(3, 0, 1, 1) }))).toEqual([
      'V01 error decisions/d1/votes moreVotesThanEligible {"cast":5,"eligible":4}',
    ])
  })
  it('V01 shows who did not vote', () => {
    expect(found(meeting, recorded({ votes: votes(2, 0) }))).toEqual([
      'V01 hint decisions/d1/votes notAllVoted {"missing":2}',
    ])
  })
  it('V01 says so of a decision that the draft has lost', () => {
    const { decisions: _, ...without } = meeting
    expect(found(without, recorded({ votes: votes(3, 1, 1) }))).toContain(
      'V01 error decisions/d1/votes moreVotesThanEligible {"cast":5,"eligible":4}',
    )
  })
  it('V01 whoever is excluded has no vote', () => {
    expect(found(decision({ excludedPersons: ['u.hp'] }), recorded({}))).toEqual([
      'V01 error decisions/d1/votes moreVotesThanEligible {"cast":4,"eligible":3}',
      'V02 warn decisions/d1/eligiblePresent attendanceChanged {"recorded":4,"eligible":3,"at":"11:42"}',
    ])
  })
  it('V01 measures a proposed count by the largest E(t)', () => {
    expect(found(decision({ tallyProposals: { 'u.sk': votes(4, 0, 1) } }))).toEqual([])
    expect(found(decision({ tallyProposals: { 'u.sk': votes(5, 0, 1) } }))).toEqual([
      'V01 hint decisions/d1/tallyProposals/u.sk proposalAboveEligible {"person":"u.sk","cast":6,"eligible":5}',
    ])
    expect(found(election({ 'u.sk': votes(6, 0) }))).toEqual([
      'V01 hint elections/w1/candidates/b/tallyProposals/u.sk proposalAboveEligible {"person":"u.sk","cast":6,"eligible":5}',
    ])
    const nobodyThere = { ...decision({ tallyProposals: { 'u.sk': votes(6, 0) } }), attendance: [] }
    expect(found(nobodyThere)).toEqual([])
  })

  it('V02 the attendance has changed since', () => {
    expect(found(meeting, recorded({ eligiblePresent: 5 }))).toEqual([
      'V02 warn decisions/d1/eligiblePresent attendanceChanged {"recorded":5,"eligible":4,"at":"11:42"}',
    ])
    expect(found(election(), counted({ eligiblePresent: 3 }))).toEqual([
      'V02 warn elections/w1/candidates/b/eligiblePresent attendanceChanged {"recorded":3,"eligible":4,"at":"11:42"}',
    ])
  })

  it('V03 three of four who are needed', () => {
    const late = recorded({ at: '12:55', votes: votes(3, 0), eligiblePresent: 3 })
    const says = 'decisions/d1/votes notQuorateAtVote {"at":"12:55","present":3,"needed":4}'
    expect(found(meeting, late)).toEqual([`V03 hint ${says}`])
    expect(found(meeting, { ...late, moment: 'closing' })).toEqual([`V03 error ${says}`])
    expect(found({ ...meeting, quorum: { rule: { type: 'keine' } } }, late)).toEqual([])
  })
  it('V03 tells while the meeting runs that it cannot decide now', () => {
    const says = ['V03 hint quorum/rule notQuorateNow {"present":3,"needed":4}']
    expect(found(meeting, { now: '12:55' })).toEqual(says)
    for (const now of ['12:38', '09:59', '13:20']) expect(found(meeting, { now })).toEqual([])
    expect(found(meeting, { now: '12:55', moment: 'closing' })).toEqual([])
    expect(found({ ...meeting, attendance: [] }, { now: '12:55' })).toEqual([])
  })

  it('V04 a tie is no acceptance, whatever was announced', () => {
    expect(found(meeting, recorded({ votes: votes(2, 2), result: 'angenommen' }))).toEqual([
      'V04 error decisions/d1/result resultNotFollowing {"ruleOfVote":"einfach","result":"angenommen","expected":"abgelehnt"}',
    ])
    expect(found(meeting, recorded({ votes: votes(2, 2), result: 'abgelehnt' }))).toEqual([])
  })
  it('V04 a recommendation has no result, konsent one without numbers', () => {
    const advised = recorded({ rule: 'empfehlung', votes: null, result: null })
    expect(found(decision({ rule: 'empfehlung' }), advised)).toEqual([])
    expect(found(meeting, recorded({ rule: 'empfehlung', votes: null }))).toEqual([
      'V04 error decisions/d1/result resultNotFollowing {"ruleOfVote":"empfehlung","result":"angenommen","expected":""}',
    ])
    expect(found(meeting, recorded({ rule: 'konsent', votes: null, objections: 0 }))).toEqual([])
    expect(found(meeting, recorded({ rule: 'konsent', votes: null, objections: 2 }))).toHaveLength(1)
  })
  it('V04 follows the rules of procedure on unanimity', () => {
    const unanimous = recorded({ rule: 'einstimmig' })
    expect(found(meeting, unanimous)).toEqual([])
    const strict = { ...meeting, quorum: { ...meeting.quorum, abstentionsBreakUnanimity: true } }
    expect(found(strict, unanimous)).toEqual([
      'V04 error decisions/d1/result resultNotFollowing {"ruleOfVote":"einstimmig","result":"angenommen","expected":"abgelehnt"}',
    ])
  })
  it('V04 holds elections to the rules of procedure on unanimity, too', () => {
    const abstained = counted({
      rule: 'einstimmig',
      candidates: [{ candidateId: 'b', votes: votes(3, 0, 1) }],
    })
    expect(found(election(), abstained)).toEqual([])
    const strict = { ...election(), quorum: { ...meeting.quorum, abstentionsBreakUnanimity: true } }
    expect(found(strict, abstained)).toEqual([
      'V04 error elections/w1/elected electedNotFollowing {"elected":"b","expected":""}',
    ])
  })
  it('V04 who is elected follows from the counts', () => {
    expect(found(election(), counted({ elected: [] }))).toEqual([
      'V04 error elections/w1/elected electedNotFollowing {"elected":"","expected":"b"}',
    ])
  })

  it('V05 words instead of numbers', () => {
    const said = decision({ wording: ['Der Antrag wird mit großer Mehrheit angenommen.'] })
    expect(found(said)).toEqual([
      'V05 warn decisions/d1/wording wordsInsteadOfNumbers {"words":"mit großer Mehrheit"}',
    ])
    expect(found(said, recorded({}))).toEqual([])
    expect(
      found(decision({ ...said.decisions?.[0], id: 'd1', tallyProposals: { 'u.sk': votes(3, 0, 1) } })),
    ).toEqual([])
  })
  it.each([
    'Einstimmig beschlossen.',
    'Das wird mehrheitlich so gesehen.',
    'Ohne Gegenstimme.',
    'Bei wenigen Enthaltungen',
  ])('V05 finds „%s“ in the text of the item', text => {
    const told = {
      ...meeting,
      agenda: [{ ...meeting.agenda[0], id: 'top4', body: [text] }],
    } satisfies MinutesContent
    expect(found(told).map(line => line.split(' ').slice(0, 4).join(' '))).toEqual([
      'V05 warn agenda/top4/body wordsInsteadOfNumbers',
    ])
    expect(found(told, recorded({}))).toEqual([])
  })
  it('V05 lets people speak of majorities elsewhere, and where nobody counts', () => {
    const report = [
      { id: 'top4', type: 'bericht', body: ['Der Landtag hat das mit großer Mehrheit beschlossen.'] },
    ] as const
    expect(found({ ...meeting, decisions: [], agenda: report })).toEqual([])
    const agreed = decision({ rule: 'konsent', wording: ['Alle stimmen zu, einstimmig.'] })
    expect(found(agreed)).toEqual([])
  })

  it('V19 two people have counted differently', () => {
    const same = { 'u.sk': votes(3, 0, 1), 'u.hp': votes(3, 0, 1) }
    const different = { ...same, 'u.hp': votes(4, 0) }
    const says = 'decisions/d1/tallyProposals proposalsDiffer {"counters":2}'
    expect(found(decision({ tallyProposals: same }))).toEqual([])
    expect(found(decision({ tallyProposals: different }))).toEqual([`V19 hint ${says}`])
    expect(found(decision({ tallyProposals: different }), recorded({}))).toEqual([])
    expect(found(election(different))).toEqual([
      'V19 hint elections/w1/candidates/b/tallyProposals proposalsDiffer {"counters":2}',
    ])
  })
})
