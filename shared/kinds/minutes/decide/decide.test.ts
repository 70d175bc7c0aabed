import { beforeEach, describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import {
  type MinutesCommand,
  type RefusalReason,
  refusalReasonSchema,
} from '#shared/kinds/minutes/commands.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { meeting } from '#shared/kinds/minutes/rules/made.ts'
import { Decisions, documentId, guest, laterId } from './made.ts'

const votes = (yes: number, no: number, abstain = 0) => ({ yes, no, abstain, invalid: 0 })
const tally = (decision: string, count = votes(3, 0, 1)): MinutesCommand => ({
  name: 'confirmTallyAndFreeze',
  input: { decision, votes: count, objections: null },
})
const close: MinutesCommand = { name: 'closeMeeting', input: {} }
const freeze = (decision: string): MinutesCommand => ({ name: 'freezeWording', input: { decision } })
const candidates = (...counts: [string, ReturnType<typeof votes>][]): MinutesCommand => ({
  name: 'confirmElection',
  input: { election: 'w1', candidates: counts.map(([candidate, own]) => ({ candidate, votes: own })) },
})
const accept = (candidate: string, accepted: boolean): MinutesCommand => ({
  name: 'acceptElection',
  input: { election: 'w1', candidate, accepted },
})
const later = documentIdSchema.parse(laterId)

/** The meeting with a second motion, an election of two seats and two candidates, and a late contribution. */
const content: MinutesContent = {
  ...meeting,
  header: { ...meeting.header, number: 'RT-OL 2026-01' },
  decisions: [
    ...meeting.decisions,
    { id: 'd2', agendaItemId: 'top4', wording: ['Ein zweiter.'] },
    { id: 'leer', agendaItemId: 'top4' },
  ],
  elections: [
    {
      id: 'w1',
      agendaItemId: 'top4',
      office: 'Ansprechperson',
      seats: 2,
      candidates: [
        { id: 'k1', person: 'u.hp' },
        { id: 'k2', person: 'u.sk' },
        { id: 'k3', person: 'u.jw' },
      ],
    },
  ],
  lateContributions: [{ id: 'n1', text: 'Ein Satz.' }],
}
const next = new Decisions({ ...meeting, header: { ...meeting.header, date: '2026-09-12', chair: 'u.hp' } })
const others = (id: string) => (id === laterId ? { value: next.value, record: next.record } : null)

let minutes: Decisions
const seen = new Set<RefusalReason>()
const run = (command: MinutesCommand, by = 'u.ma', when?: string) => {
  const answer = minutes.run(command, by, when)
  if (answer !== 'done') seen.add(answer)
  return answer
}
beforeEach(() => {
  minutes = new Decisions(content, others)
})

describe('votes', () => {
  it('V01 V03 V04 are judged by the attendance at the time of the vote', () => {
    expect(run(tally('d1'))).toBe('done')
    expect(minutes.record.decisions).toMatchObject([
      { decisionId: 'd1', eligiblePresent: 4, result: 'angenommen' },
    ])
    expect(run(tally('d2', votes(4, 1)), 'u.ma', '12:38')).toBe('moreVotesThanEligible')
    expect(run(tally('d2', votes(3, 0)), 'u.ma', '12:55')).toBe('notQuorate')
    expect(minutes.record.refusals).toMatchObject([
      { decisionId: 'd2', reason: 'mehr_stimmen_als_berechtigte', eligiblePresent: 4 },
      { decisionId: 'd2', reason: 'nicht_beschlussfaehig', eligiblePresent: 3, needed: 4 },
    ])
    expect(run(tally('d2', votes(2, 2)), 'u.ma', '12:38')).toBe('done')
    expect(minutes.record.decisions[1]).toMatchObject({ result: 'abgelehnt' })
  })
  it('are confirmed by the chair, once, of a motion that is there', () => {
    expect(run(tally('d1'), 'u.dy')).toBe('onlyChair')
    expect(run(freeze('d1'), 'u.dy')).toBe('onlyChair')
    expect(run(tally('gibtsnicht'))).toBe('unknownDecision')
    expect(run(freeze('gibtsnicht'))).toBe('unknownDecision')
    expect(run(tally('d1', votes(0, 0)))).toBe('votesMissing')
    expect(run(tally('d1'))).toBe('done')
    expect(run(tally('d1', votes(0, 4)))).toBe('decidedBefore')
    expect(run(freeze('d1'))).toBe('frozenBefore')
  })
  it('both or none: without a wording nothing is confirmed', () => {
    expect(run(tally('leer'))).toBe('wordingMissing')
    expect(minutes.payloads).toEqual([])
    expect(
      run({ name: 'confirmTally', input: { decision: 'leer', votes: votes(3, 0), objections: null } }),
    ).toBe('done')
  })
  it('a consensus counts objections and no votes', () => {
    minutes = new Decisions({
      ...content,
      decisions: [{ id: 'd1', agendaItemId: 'top4', rule: 'konsent', wording: ['So.'] }],
    })
    const consent = (objections: number | null): MinutesCommand => ({
      name: 'confirmTally',
      input: { decision: 'd1', votes: null, objections },
    })
    expect(run(consent(null))).toBe('votesMissing')
    expect(run(consent(1))).toBe('done')
    expect(minutes.record.decisions).toMatchObject([{ votes: null, objections: 1, result: 'abgelehnt' }])
  })
  it('the chair ascertains whether the meeting can decide', () => {
    const ask: MinutesCommand = { name: 'ascertainQuorum', input: {} }
    expect(run(ask, 'u.dy')).toBe('onlyChair')
    expect(run(ask, 'u.ma', '10:05')).toBe('done')
    expect(run(ask, 'u.ma', '12:56')).toBe('done')
    expect(minutes.record.quorum).toMatchObject([
      { at: '10:05', eligible: 6, present: 5, result: 'beschlussfaehig' },
      { at: '12:56', eligible: 6, present: 3, result: 'nicht_beschlussfaehig' },
    ])
  })
  it('where nobody is named chair, whoever may write has the function', () => {
    minutes = new Decisions({ ...content, header: { ...meeting.header, chair: null } })
    expect(run(tally('d1'), 'u.sk')).toBe('done')
  })
})

describe('a chair without an account', () => {
  it('is stood in for by the minute taker, who signs alone', () => {
    minutes = new Decisions({ ...content, header: { ...content.header, chair: guest } })
    expect(run(tally('d1'), 'u.sk')).toBe('onlyChair')
    expect(run(tally('d1'), 'u.dy')).toBe('done')
    expect(run(close, 'u.dy')).toBe('done')
    expect(minutes.record.closing?.signers).toEqual(['protokollfuehrung'])
    expect(run(sign(), 'u.dy')).toBe('done')
    expect(minutes.record.state).toBe('entwurf')
  })
})

describe('elections', () => {
  it('go on in rounds until the seats are taken', () => {
    expect(run(candidates(['k1', votes(4, 0)], ['k2', votes(2, 1)], ['k3', votes(2, 1)]))).toBe('done')
    expect(minutes.record.elections).toMatchObject([{ round: 1, elected: ['k1'] }])
    expect(run(candidates(['k2', votes(3, 1)], ['k3', votes(1, 3)]))).toBe('done')
    expect(minutes.record.elections).toMatchObject([{ round: 2, elected: ['k2'] }])
    expect(run(accept('k2', false))).toBe('done')
    expect(run(candidates(['k1', votes(4, 0)], ['k3', votes(3, 1)]))).toBe('done')
    expect(run(candidates(['k3', votes(4, 0)]))).toBe('electionDecidedBefore')
  })
  it('are confirmed by the chair, of candidates who stand', () => {
    expect(run(candidates(['k1', votes(4, 0)]), 'u.dy')).toBe('onlyChair')
    expect(run({ name: 'confirmElection', input: { election: 'x', candidates: [] } })).toBe('unknownElection')
    expect(run(candidates(['kx', votes(4, 0)]))).toBe('unknownCandidate')
    expect(run(candidates(['k1', votes(0, 0)]))).toBe('votesMissing')
    expect(run(candidates(['k1', votes(5, 0)]))).toBe('moreVotesThanEligible')
    expect(run(candidates(['k1', votes(3, 0)]), 'u.ma', '12:55')).toBe('notQuorate')
  })
  it('whoever is elected is asked once', () => {
    expect(run(accept('k1', true))).toBe('notElected')
    expect(run(candidates(['k1', votes(4, 0)]))).toBe('done')
    expect(run(accept('k2', true))).toBe('notElected')
    expect(run(accept('k1', true), 'u.dy')).toBe('onlyChair')
    expect(run(accept('k1', true))).toBe('done')
    expect(run(accept('k1', false))).toBe('acceptedBefore')
  })
})

describe('closing', () => {
  it('gives numbers in the order of the votes, without gaps, elections among them (V14)', () => {
    expect(run(tally('d2'), 'u.ma', '12:12')).toBe('done')
    expect(run(candidates(['k1', votes(4, 0)]), 'u.ma', '12:05')).toBe('done')
    expect(run(tally('d1'), 'u.ma', '10:20')).toBe('done')
    expect(run(close, 'u.ma', '13:20')).toBe('done')
    const { closing, decisions, elections, state } = minutes.record
    expect(state).toBe('geschlossen')
    expect(closing?.end).toBe('13:20')
    expect(Object.fromEntries(decisions.map(row => [row.decisionId, row.register]))).toEqual({
      d1: '2026-01/01',
      d2: '2026-01/03',
    })
    expect(elections.map(row => row.register)).toEqual(['2026-01/02'])
    expect(minutes.payloads.at(-1)).toMatchObject({ withoutRegister: ['leer'] })
  })
  it('a founding meeting counts G-01 …, minutes without a number the next of their year', () => {
    const founded = new Decisions({
      ...content,
      header: { ...meeting.header, meetingKind: 'gruendungstreffen' },
    })
    founded.run(tally('d1'), 'u.ma')
    founded.run(close, 'u.ma')
    expect(founded.record.decisions[0]?.register).toBe('G-01')
    const unnumbered = new Decisions({ ...content, header: meeting.header }, others, ['2026-01/01'])
    unnumbered.run(tally('d1'), 'u.ma')
    unnumbered.run(close, 'u.ma')
    expect(unnumbered.record.decisions[0]?.register).toBe('2026-02/01')
  })
  it('is refused while something is missing, and where the number is given already', () => {
    expect(run(close, 'u.sk')).toBe('onlyChair')
    // the item asks for a decision, and nobody has confirmed one: V06 wants one that stands there
    minutes = new Decisions({ ...content, tasks: [{ id: 't1', what: 'Raum anfragen' }] })
    expect(run(close)).toBe('errorsOpen')
    minutes = new Decisions(content, others, ['2026-01/01'])
    expect(run(tally('d1'))).toBe('done')
    expect(run(close)).toBe('numberTaken')
    minutes = new Decisions({ ...content, header: { ...meeting.header, end: null } })
    expect(run(close, 'u.ma', '2026-03-15 09:00')).toBe('endMissing')
  })
  it('nothing is decided afterwards that belongs to the meeting', () => {
    expect(run(close, 'u.dy')).toBe('done')
    const all: MinutesCommand[] = [
      close,
      tally('d1'),
      freeze('d1'),
      candidates(['k1', votes(4, 0)]),
      accept('k1', true),
      { name: 'ascertainQuorum', input: {} },
    ]
    for (const command of all) expect([command.name, run(command)]).toEqual([command.name, 'closedBefore'])
  })
})

const sign = (contentHash = minutes.record.closing?.contentHash ?? ''): MinutesCommand => ({
  name: 'sign',
  input: { method: 'freigabe_im_system', contentHash },
})
const send = (objectionsUntil: string): MinutesCommand => ({ name: 'send', input: { objectionsUntil } })
const approve = (approvedIn = later): MinutesCommand => ({ name: 'approve', input: { approvedIn } })

describe('afterwards', () => {
  it('chair and minute taker sign exactly what was closed, each once', () => {
    expect(run(sign('x'))).toBe('notClosedYet')
    run(tally('d1'))
    run(close)
    expect(run(sign('x'))).toBe('contentChanged')
    expect(run(sign(), 'u.hp')).toBe('onlySigners')
    expect(run(send('2026-04-11'))).toBe('signaturesMissing')
    expect(run(sign(), 'u.ma')).toBe('done')
    expect(run(sign(), 'u.ma')).toBe('signedBefore')
    expect(minutes.record.state).toBe('geschlossen')
    expect(run(sign(), 'u.dy')).toBe('done')
    expect(minutes.record.state).toBe('entwurf')
  })

  function sent() {
    run(tally('d1'))
    run(close)
    run(sign(), 'u.ma')
    run(sign(), 'u.dy')
    expect(run(send('2026-04-11'), 'u.dy', '2026-03-20 09:00')).toBe('done')
  }
  const object: MinutesCommand = { name: 'raiseObjection', input: { text: 'Es waren acht.' } }
  const settle = (objection: string): MinutesCommand => ({ name: 'settleObjection', input: { objection } })

  it('are sent with a period, in which people may object', () => {
    expect(run(send('2026-04-11'))).toBe('notClosedYet')
    expect(run(object, 'u.sk')).toBe('notSentYet')
    run(close)
    run(sign(), 'u.ma')
    run(sign(), 'u.dy')
    expect(run(send('2026-03-13'), 'u.dy', '2026-03-20 09:00')).toBe('periodInPast')
    expect(run(send('2026-04-11'), 'u.sk')).toBe('onlyMinuteTaker')
    expect(run(send('2026-04-11'), 'u.dy', '2026-03-20 09:00')).toBe('done')
    expect(run(send('2026-04-12'), 'u.dy', '2026-03-21 09:00')).toBe('sentBefore')
    expect(run(object, 'u.sk', '2026-04-12 09:00')).toBe('periodOver')
    expect(run(object, 'u.sk', '2026-04-11 09:00')).toBe('done')
    const { id = '' } = minutes.record.objections[0] ?? {}
    expect(run(settle('x'), 'u.dy')).toBe('unknownObjection')
    expect(run(settle(id), 'u.hp')).toBe('onlyMinuteTaker')
    expect(run(approve(), 'u.hp', '2026-09-12 10:20')).toBe('objectionOpen')
    expect(run(settle(id), 'u.sk')).toBe('done')
    expect(run(settle(id), 'u.sk')).toBe('unknownObjection')
  })

  it('V17 a later meeting approves, by its chair', () => {
    expect(run(approve(), 'u.hp')).toBe('notSentYet')
    sent()
    expect(run(approve(documentIdSchema.parse(documentId)))).toBe('unknownMinutes')
    expect(run(approve(), 'u.ma')).toBe('onlyChair')
    const earlier = new Decisions(content, () => ({ value: minutes.value, record: minutes.record }))
    earlier.payloads.push(...minutes.payloads)
    expect(earlier.run(approve(), 'u.ma')).toBe('notLater')
    seen.add('notLater')
    expect(run(approve(), 'u.hp', '2026-09-12 10:20')).toBe('done')
    expect(minutes.record).toMatchObject({ state: 'genehmigt', approval: { approvedInMinutesId: laterId } })
    expect(run(approve(), 'u.hp', '2026-09-12 10:21')).toBe('approvedBefore')
  })

  it('a correction is a note that all signers sign', () => {
    const note: MinutesCommand = { name: 'noteCorrection', input: { text: 'Neun, nicht acht.' } }
    const also = (correction: string): MinutesCommand => ({ name: 'signCorrection', input: { correction } })
    expect(run(note)).toBe('signaturesMissing')
    sent()
    expect(run(note, 'u.hp')).toBe('onlySigners')
    expect(run(note, 'u.ma', '2026-05-02 10:00')).toBe('done')
    const { id = '' } = minutes.record.corrections[0] ?? {}
    expect(minutes.record.state).toBe('berichtigt')
    expect(run(also('x'), 'u.dy')).toBe('unknownCorrection')
    expect(run(also(id), 'u.hp')).toBe('onlySigners')
    expect(run(also(id), 'u.ma')).toBe('signedBefore')
    expect(run(also(id), 'u.dy')).toBe('done')
    expect(minutes.record.corrections).toMatchObject([{ on: '2026-05-02', signedBy: ['u.ma', 'u.dy'] }])
  })

  it('a decision is superseded by an accepted one', () => {
    const supersede = (decision: string, by: string, document = documentId): MinutesCommand => ({
      name: 'supersede',
      input: { decision, bySource: { documentId: documentIdSchema.parse(document), decision: by } },
    })
    expect(run(supersede('d1', 'd2'))).toBe('unknownDecision')
    run(tally('d1'))
    expect(run(supersede('d1', 'd2'))).toBe('notConfirmed')
    expect(run(supersede('d1', 'd1'))).toBe('notConfirmed')
    expect(run(supersede('d1', 'x', '00000000-0000-4000-8000-000000000000'))).toBe('unknownMinutes')
    expect(run(supersede('d1', 'd2'), 'u.dy')).toBe('onlyChair')
    run(tally('d2'))
    expect(run(supersede('d1', 'd2'))).toBe('done')
    expect(run(supersede('d1', 'd2'))).toBe('supersededBefore')
    expect(minutes.record.superseded).toMatchObject([{ decisionId: 'd1', byDecision: 'd2' }])
  })

  it('the minute taker decides on late contributions, once', () => {
    const decide = (late: string): MinutesCommand => ({
      name: 'decideLate',
      input: { late, decision: 'vermerkt' },
    })
    expect(run(decide('n1'), 'u.ma')).toBe('onlyMinuteTaker')
    expect(run(decide('x'), 'u.dy')).toBe('unknownLate')
    expect(run(decide('n1'), 'u.dy')).toBe('done')
    expect(run(decide('n1'), 'u.dy')).toBe('lateDecidedBefore')
  })
})

it('every reason for a refusal was met above, but the one that only a clock brings about', () => {
  const unmet = refusalReasonSchema.options.filter(reason => !seen.has(reason))
  expect(unmet).toEqual(['madeAtImpossible'])
})
