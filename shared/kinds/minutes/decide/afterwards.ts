import type { MinutesPayload } from '#shared/kinds/minutes/payload.ts'
import type { Signature } from '#shared/kinds/minutes/record.ts'
import { isChair, isMinuteTaker } from './functions.ts'
import { type Decide, type DecideInput, done, refused } from './input.ts'

/** Chair and minute taker sign exactly the bytes that were closed (V16). */
export const sign: Decide<'sign'> = ({ method, contentHash }, given) => {
  const { record, by, when } = given
  const { closing } = record
  if (!closing) return refused('notClosedYet')
  if (contentHash !== closing.contentHash) return refused('contentChanged')
  const open = rolesOf(given).filter(role => closing.signers.includes(role))
  if (open.length === 0) return refused('onlySigners')
  const role = open.find(own => !record.signatures.some(signature => signature.role === own))
  if (role === undefined || record.signatures.some(({ person }) => person === by))
    return refused('signedBefore', {
      stands: payload => payload.kind === 'minutesSigned' && open.includes(payload.role),
    })
  return done({ kind: 'minutesSigned', ...when, by, role, method, contentHash })
}

function rolesOf(given: DecideInput): Signature['role'][] {
  const roles: Signature['role'][] = []
  if (isChair(given)) roles.push('sitzungsleitung')
  if (isMinuteTaker(given)) roles.push('protokollfuehrung')
  return roles
}

const isSigned = ({ record }: DecideInput): boolean =>
  record.closing !== null &&
  record.closing.signers.every(role => record.signatures.some(own => own.role === role))

/** Sending begins the time in which objections are possible. */
export const send: Decide<'send'> = ({ objectionsUntil }, given) => {
  const { record, by, when } = given
  if (!record.closing) return refused('notClosedYet')
  if (!isChair(given) && !isMinuteTaker(given)) return refused('onlyMinuteTaker')
  if (!isSigned(given)) return refused('signaturesMissing')
  if (record.sending) return refused('sentBefore', { stands: ({ kind }) => kind === 'minutesSent' })
  if (objectionsUntil < when.on) return refused('periodInPast', { fields: { day: objectionsUntil } })
  return done({ kind: 'minutesSent', ...when, by, objectionsUntil })
}

export const raiseObjection: Decide<'raiseObjection'> = ({ text }, { record, by, when, newId }) => {
  if (!record.sending) return refused('notSentYet')
  if (record.approval) return refused('approvedBefore')
  if (when.on > record.sending.objectionsUntil)
    return refused('periodOver', { fields: { day: record.sending.objectionsUntil } })
  return done({ kind: 'objectionRaised', ...when, by, objection: newId(), text })
}

/** The author takes it back, or the minute taker has settled it with them. */
export const settleObjection: Decide<'settleObjection'> = ({ objection }, given) => {
  const { record, by, when } = given
  const own = record.objections.find(({ id }) => id === objection)
  if (!own || own.settled) return refused('unknownObjection')
  if (own.author !== by && !isMinuteTaker(given)) return refused('onlyMinuteTaker')
  return done({ kind: 'objectionSettled', ...when, by, objection })
}

/** V17: a later meeting, and no objection left open. It is the chair of that meeting who says so. */
export const approve: Decide<'approve'> = ({ approvedIn }, given) => {
  const { value, record, by, when, documentId } = given
  if (!record.sending) return refused('notSentYet')
  if (record.approval) return refused('approvedBefore', { stands: ({ kind }) => kind === 'minutesApproved' })
  const later = approvedIn === documentId ? null : given.other(approvedIn)
  if (!later) return refused('unknownMinutes')
  if (!isChair({ ...given, value: later.value })) return refused('onlyChair')
  const { date } = later.value.header
  if (date === null || value.header.date === null || date <= value.header.date) return refused('notLater')
  const open = record.objections.filter(({ settled }) => !settled).length
  if (open > 0) return refused('objectionOpen', { fields: { count: open } })
  return done({ kind: 'minutesApproved', ...when, by, approvedIn })
}

const isSigner = ({ record, by }: DecideInput): boolean =>
  record.signatures.some(({ person }) => person === by)

/** Never a silent edit: a dated note, which all who have signed sign, too (domain.md 2.2). */
export const noteCorrection: Decide<'noteCorrection'> = ({ text }, given) => {
  const { by, when, newId } = given
  if (!isSigned(given)) return refused('signaturesMissing')
  if (!isSigner(given)) return refused('onlySigners')
  return done({ kind: 'correctionNoted', ...when, by, correction: newId(), text })
}

export const signCorrection: Decide<'signCorrection'> = ({ correction }, given) => {
  const { record, by, when } = given
  const own = record.corrections.find(({ id }) => id === correction)
  if (!own) return refused('unknownCorrection')
  if (!isSigner(given)) return refused('onlySigners')
  if (own.signedBy.includes(by)) return refused('signedBefore')
  return done({ kind: 'correctionSigned', ...when, by, correction })
}

/** A decision loses its force to a later one that was accepted. */
export const supersede: Decide<'supersede'> = ({ decision, bySource }, given) => {
  const { value, record, by, when, documentId } = given
  const source = bySource.documentId === documentId ? { value, record } : given.other(bySource.documentId)
  if (!source) return refused('unknownMinutes')
  if (!isChair({ ...given, value: source.value })) return refused('onlyChair')
  if (!record.decisions.some(row => row.decisionId === decision)) return refused('unknownDecision')
  if (record.superseded.some(row => row.decisionId === decision))
    return refused('supersededBefore', {
      stands: payload => payload.kind === 'decisionSuperseded' && payload.decision === decision,
    })
  const newer = source.record.decisions.find(row => row.decisionId === bySource.decision)
  const isItself = source.record === record && bySource.decision === decision
  if (newer?.result !== 'angenommen' || isItself) return refused('notConfirmed')
  const payload: MinutesPayload = {
    kind: 'decisionSuperseded',
    ...when,
    by,
    decision,
    bySource: { ...bySource, register: newer.register ?? null },
  }
  return done(payload)
}

/** What the minute taker makes of what came too late. It stays readable, and never becomes part of what was signed. */
export const decideLate: Decide<'decideLate'> = ({ late, decision }, given) => {
  const { value, record, by, when } = given
  if (!isMinuteTaker(given)) return refused('onlyMinuteTaker')
  if (!value.lateContributions.some(({ id }) => id === late)) return refused('unknownLate')
  if (record.late.some(row => row.lateId === late))
    return refused('lateDecidedBefore', {
      stands: payload => payload.kind === 'lateDecided' && payload.late === late,
    })
  return done({ kind: 'lateDecided', ...when, by, late, decision })
}
