import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesPayload, PayloadOf } from '#shared/kinds/minutes/payload.ts'
import type { Decision } from '#shared/kinds/minutes/schema.ts'
import { eligibleFor } from '#shared/rules/attendance.ts'
import { voteResult, votesCast } from '#shared/rules/majority.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { isChair } from './functions.ts'
import { type Decide, type Decided, type DecideInput, done, type Refused, refused } from './input.ts'

/** „Beschlussfähig?“: the chair asks, the attendance list answers. */
export const ascertainQuorum: Decide<'ascertainQuorum'> = (_, given) => {
  const { value, record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given)) return refused('onlyChair')
  const { eligible, present, needed: min, quorate } = quorum(value, when.at)
  const result = quorate ? 'beschlussfaehig' : 'nicht_beschlussfaehig'
  return done({ kind: 'quorumAscertained', ...when, by, eligible, present, min, result })
}

export const confirmTally: Decide<'confirmTally'> = (input, given) => {
  const tally = tallyOf(input, given)
  return tally.outcome === 'refused' ? tally : done(tally.payload)
}

export const freezeWording: Decide<'freezeWording'> = ({ decision }, given) => {
  const frozen = freezingOf(decision, given)
  return frozen.outcome === 'refused' ? frozen : done(frozen.payload)
}

/** Both, or none. */
export const confirmTallyAndFreeze: Decide<'confirmTallyAndFreeze'> = (input, given) => {
  const tally = tallyOf(input, given)
  if (tally.outcome === 'refused') return tally
  const frozen = freezingOf(input.decision, given)
  return frozen.outcome === 'refused' ? frozen : done(tally.payload, frozen.payload)
}

type One<K extends MinutesPayload['kind']> = { outcome: 'one'; payload: PayloadOf<K> } | Refused

/** V01, V03 and V04 (domain.md 2.4): counted by the server against the attendance at that time. */
function tallyOf(
  { decision, votes, objections }: Parameters<typeof confirmTally>[0],
  given: DecideInput,
): One<'tallyConfirmed'> {
  const { value, record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given)) return refused('onlyChair')
  const motion = value.decisions.find(({ id }) => id === decision)
  if (!motion) return refused('unknownDecision')
  if (record.decisions.some(row => row.decisionId === decision)) return decidedBefore(decision)
  const counts = isCounted(motion)
  if (counts && (votes === null || votesCast(votes) === 0)) return refused('votesMissing')
  if (motion.rule === 'konsent' && objections === null) return refused('votesMissing')
  const { present, needed: min, quorate } = quorum(value, when.at)
  const E = eligibleFor(motion, value.attendance, when.at).length
  if (!quorate) {
    const payload: MinutesPayload = {
      kind: 'tallyRefused',
      ...when,
      by,
      decision,
      votes,
      E,
      min,
      reason: 'nicht_beschlussfaehig',
      violates: 'V03',
    }
    return refused('notQuorate', { fields: { present, needed: min }, payloads: [payload] })
  }
  if (votes !== null && votesCast(votes) > E) {
    const payload: MinutesPayload = {
      kind: 'tallyRefused',
      ...when,
      by,
      decision,
      votes,
      E,
      min,
      reason: 'mehr_stimmen_als_berechtigte',
      violates: 'V01',
    }
    const fields = { votes: votesCast(votes), eligible: E }
    return refused('moreVotesThanEligible', { fields, payloads: [payload] })
  }
  const { abstentionsBreakUnanimity } = value.quorum
  const counted = counts ? votes : null
  const ballot = { votes: counted, eligiblePresent: E, objections, abstentionsBreakUnanimity }
  const payload: PayloadOf<'tallyConfirmed'> = {
    kind: 'tallyConfirmed',
    ...when,
    by,
    decision,
    rule: motion.rule,
    votes: counted,
    ...(motion.rule === 'konsent' && objections !== null && { objections }),
    E,
    result: voteResult(motion.rule, ballot),
  }
  return { outcome: 'one', payload }
}

const isCounted = ({ rule }: Pick<Decision, 'rule'>): boolean => rule !== 'konsent' && rule !== 'empfehlung'

/** V15: what was voted on stays; what the live text becomes is a late contribution. */
function freezingOf(decision: string, given: DecideInput): One<'wordingFrozen'> {
  const { value, record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given)) return refused('onlyChair')
  const motion = value.decisions.find(({ id }) => id === decision)
  if (!motion) return refused('unknownDecision')
  if (record.frozen.some(row => row.decisionId === decision))
    return refused('frozenBefore', {
      stands: payload => payload.kind === 'wordingFrozen' && payload.decision === decision,
    })
  const wording = paragraphTexts(motion.wording).join('\n')
  if (wording.trim() === '') return refused('wordingMissing')
  return { outcome: 'one', payload: { kind: 'wordingFrozen', ...when, by, decision, wording } }
}

export const closedBefore = refused('closedBefore', { stands: payload => payload.kind === 'meetingClosed' })

const decidedBefore = (decision: string): Refused =>
  refused('decidedBefore', {
    stands: payload => payload.kind === 'tallyConfirmed' && payload.decision === decision,
  })

export type { Decided }
