import { z } from 'zod'
import { daySchema, timeSchema } from '#shared/document/values.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { votesSchema } from './decision.ts'
import { lateDecisionSchema, majorityRuleSchema } from './enums.ts'
import { signatureMethodSchema, signatureRoleSchema, voteResultSchema } from './record.ts'

/**
 * What the rows of minutes say (scenarios.md a.2c, `a.ledger`). Each names its day and time in the zone of the
 * federation – of the vote, not of the row, where somebody had no connection – and who commanded it, as a person id.
 * A payload is written once: a new field is optional for ever, an old one keeps its meaning.
 */

const id = z.string().min(1)
const count = z.int().min(0)
const row = { on: daySchema, at: timeSchema, by: id }

export const quorumAscertainedSchema = z.object({
  kind: z.literal('quorumAscertained'),
  ...row,
  eligible: count,
  present: count,
  min: count,
  result: z.enum(['beschlussfaehig', 'nicht_beschlussfaehig']),
})

/** `E`: E(t) as the server counted it; `votes` are null for a `konsent`, which has objections instead. */
export const tallyConfirmedSchema = z.object({
  kind: z.literal('tallyConfirmed'),
  ...row,
  decision: id,
  rule: majorityRuleSchema,
  votes: votesSchema.nullable(),
  objections: count.optional(),
  E: count,
  result: voteResultSchema.nullable(),
})

/** A count that the server did not take. It decides nothing. */
export const tallyRefusedSchema = z.object({
  kind: z.literal('tallyRefused'),
  ...row,
  decision: id,
  votes: votesSchema.nullable(),
  E: count,
  min: count,
  reason: z.enum(['nicht_beschlussfaehig', 'mehr_stimmen_als_berechtigte']),
  violates: z.enum(['V01', 'V03']),
})

export const wordingFrozenSchema = z.object({
  kind: z.literal('wordingFrozen'),
  ...row,
  decision: id,
  wording: z.string(),
})

/** `round`: 1, 2, 3 … of one election. */
export const electionConfirmedSchema = z.object({
  kind: z.literal('electionConfirmed'),
  ...row,
  election: id,
  round: z.int().min(1),
  rule: majorityRuleSchema,
  candidates: z.array(z.object({ candidate: id, votes: votesSchema })),
  E: count,
  elected: z.array(id),
})

/** „nimmt die Wahl an“, or does not. */
export const electionAcceptedSchema = z.object({
  kind: z.literal('electionAccepted'),
  ...row,
  election: id,
  candidate: id,
  accepted: z.boolean(),
})

const registerOf = z.union([
  z.object({ register: id, decision: id }),
  z.object({ register: id, election: id }),
])
/**
 * `contentHash`: SHA-256 (hex) of the canonical bytes of the minutes as they were closed; these are signed, by one
 * person for each of `signers`.
 */
export const meetingClosedSchema = z.object({
  kind: z.literal('meetingClosed'),
  ...row,
  end: timeSchema,
  registers: z.array(registerOf),
  withoutRegister: z.array(id),
  signers: z.array(signatureRoleSchema),
  contentHash: id,
})

export const minutesSignedSchema = z.object({
  kind: z.literal('minutesSigned'),
  ...row,
  role: signatureRoleSchema,
  method: signatureMethodSchema,
  contentHash: id,
})

export const minutesSentSchema = z.object({
  kind: z.literal('minutesSent'),
  ...row,
  objectionsUntil: daySchema,
})

export const objectionRaisedSchema = z.object({
  kind: z.literal('objectionRaised'),
  ...row,
  objection: id,
  text: z.string().min(1),
})
export const objectionSettledSchema = z.object({
  kind: z.literal('objectionSettled'),
  ...row,
  objection: id,
})

export const minutesApprovedSchema = z.object({
  kind: z.literal('minutesApproved'),
  ...row,
  approvedIn: documentIdSchema,
})

/** Berichtigungsvermerk: dated, signed one by one by those who signed the minutes (domain.md 2.2). */
export const correctionNotedSchema = z.object({
  kind: z.literal('correctionNoted'),
  ...row,
  correction: id,
  text: z.string().min(1),
})
export const correctionSignedSchema = z.object({
  kind: z.literal('correctionSigned'),
  ...row,
  correction: id,
})

/** Another decision, of these minutes or of later ones, has taken its place. */
export const decisionSupersededSchema = z.object({
  kind: z.literal('decisionSuperseded'),
  ...row,
  decision: id,
  bySource: z.object({ documentId: documentIdSchema, decision: id, register: id.nullable() }),
})

export const lateDecidedSchema = z.object({
  kind: z.literal('lateDecided'),
  ...row,
  late: id,
  decision: lateDecisionSchema,
})

export const minutesPayloadSchema = z.discriminatedUnion('kind', [
  quorumAscertainedSchema,
  tallyConfirmedSchema,
  tallyRefusedSchema,
  wordingFrozenSchema,
  electionConfirmedSchema,
  electionAcceptedSchema,
  meetingClosedSchema,
  minutesSignedSchema,
  minutesSentSchema,
  objectionRaisedSchema,
  objectionSettledSchema,
  minutesApprovedSchema,
  correctionNotedSchema,
  correctionSignedSchema,
  decisionSupersededSchema,
  lateDecidedSchema,
])
export type MinutesPayload = z.infer<typeof minutesPayloadSchema>
export type PayloadOf<K extends MinutesPayload['kind']> = Extract<MinutesPayload, { kind: K }>
