import type { LedgerRow } from '#shared/ledger/row.ts'
import { type MinutesPayload, minutesPayloadSchema, type PayloadOf } from './payload.ts'
import { type MinutesRecord, noRecord } from './record.ts'

/**
 * The record side of minutes: what the rows say, in their order. A row whose bytes were erased, and one of a later
 * version that is not known here, say nothing. Of two counts of one decision the first stands (the ledger writes no
 * second one).
 */
export function recordOf(rows: readonly Pick<LedgerRow, 'payload'>[]): MinutesRecord {
  return rows.reduce((record, row) => {
    const payload = minutesPayloadSchema.safeParse(row.payload)
    return payload.success ? withPayload(record, payload.data) : record
  }, noRecord)
}

/** The record with one row more. */
export function withPayload(record: MinutesRecord, payload: MinutesPayload): MinutesRecord {
  switch (payload.kind) {
    case 'quorumAscertained': {
      const { on, at, by, eligible, present, result } = payload
      return { ...record, quorum: [...record.quorum, { on, at, by, eligible, present, result }] }
    }
    case 'tallyConfirmed':
      return withTally(record, payload)
    case 'tallyRefused': {
      const { decision: decisionId, at, votes, E, min: needed, reason } = payload
      const refused = { decisionId, at, votes, eligiblePresent: E, needed, reason }
      return { ...record, refusals: [...record.refusals, refused] }
    }
    case 'wordingFrozen': {
      const { decision: decisionId, at, wording } = payload
      return { ...record, frozen: [...record.frozen, { decisionId, at, wording }] }
    }
    case 'electionConfirmed':
      return withElection(record, payload)
    case 'electionAccepted': {
      const { election, candidate, accepted } = payload
      return {
        ...record,
        elections: record.elections.map(row =>
          row.electionId === election
            ? { ...row, accepted: { ...row.accepted, [candidate]: accepted } }
            : row,
        ),
      }
    }
    case 'meetingClosed':
      return withClosing(record, payload)
    case 'minutesSigned': {
      const { role, by: person, method, on, at, contentHash } = payload
      const signatures = [...record.signatures, { role, person, method, on, at, contentHash }]
      return { ...record, signatures, state: isSigned(record, signatures) ? 'entwurf' : record.state }
    }
    case 'minutesSent': {
      const { on, at, by, objectionsUntil } = payload
      return { ...record, state: 'versandt', sending: { on, at, by, objectionsUntil } }
    }
    case 'objectionRaised': {
      const { objection: id, by: author, on, text } = payload
      return { ...record, objections: [...record.objections, { id, author, on, text, settled: false }] }
    }
    case 'objectionSettled':
      return {
        ...record,
        objections: record.objections.map(own =>
          own.id === payload.objection ? { ...own, settled: true } : own,
        ),
      }
    case 'minutesApproved': {
      const { approvedIn: approvedInMinutesId, on } = payload
      return { ...record, state: 'genehmigt', approval: { approvedInMinutesId, on } }
    }
    case 'correctionNoted': {
      const { correction: id, on, text, by } = payload
      return {
        ...record,
        state: 'berichtigt',
        corrections: [...record.corrections, { id, on, text, signedBy: [by] }],
      }
    }
    case 'correctionSigned':
      return {
        ...record,
        corrections: record.corrections.map(own =>
          own.id === payload.correction ? { ...own, signedBy: [...own.signedBy, payload.by] } : own,
        ),
      }
    case 'decisionSuperseded': {
      const { decision: decisionId, on, bySource } = payload
      const { documentId, decision: byDecision, register } = bySource
      return {
        ...record,
        superseded: [...record.superseded, { decisionId, on, documentId, byDecision, register }],
      }
    }
    case 'lateDecided': {
      const { late: lateId, decision, on, by } = payload
      return { ...record, late: [...record.late, { lateId, decision, on, by }] }
    }
  }
}

function withTally(record: MinutesRecord, payload: PayloadOf<'tallyConfirmed'>): MinutesRecord {
  const { decision: decisionId, on, at, by, rule, votes, objections = null, result } = payload
  const { E: eligiblePresent } = payload
  if (record.decisions.some(row => row.decisionId === decisionId)) return record
  const row = { decisionId, on, at, by, rule, votes, objections, eligiblePresent, result }
  return { ...record, decisions: [...record.decisions, row] }
}

/** A later round takes the place of the one before. */
function withElection(record: MinutesRecord, payload: PayloadOf<'electionConfirmed'>): MinutesRecord {
  const { election: electionId, round, at, by, rule, candidates, E: eligiblePresent, elected } = payload
  const row = {
    electionId,
    round,
    at,
    by,
    rule,
    candidates: candidates.map(({ candidate: candidateId, votes }) => ({ candidateId, votes })),
    eligiblePresent,
    elected,
    accepted: {},
  }
  return {
    ...record,
    elections: [...record.elections.filter(own => own.electionId !== electionId), row],
  }
}

function withClosing(record: MinutesRecord, payload: PayloadOf<'meetingClosed'>): MinutesRecord {
  const { on, at, end, by, contentHash, signers } = payload
  const registers = new Map(
    payload.registers.map(given => ['decision' in given ? given.decision : given.election, given.register]),
  )
  const numbered = <R extends object>(row: R, id: string): R & { register?: string } => {
    const register = registers.get(id)
    return register === undefined ? row : { ...row, register }
  }
  return {
    ...record,
    state: 'geschlossen',
    closing: { on, at, end, by, contentHash, signers },
    decisions: record.decisions.map(row => numbered(row, row.decisionId)),
    elections: record.elections.map(row => numbered(row, row.electionId)),
  }
}

/** Everybody has signed whom the minutes ask for (domain.md 2.2). */
const isSigned = (
  { closing }: Pick<MinutesRecord, 'closing'>,
  signatures: MinutesRecord['signatures'],
): boolean =>
  closing !== null && closing.signers.every(role => signatures.some(signature => signature.role === role))
