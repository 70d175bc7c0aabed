import { z } from 'zod'
import { daySchema, timeSchema } from '#shared/document/values.ts'
import { votesSchema } from './decision.ts'
import { lateDecisionSchema, majorityRuleSchema } from './enums.ts'

/**
 * What has been decided about minutes: the record side. The server writes it once and in order, bound to the exact
 * content; nobody changes it by editing. The draft is the other side (`schema.ts`).
 */

const id = z.string().min(1)
const count = z.int().min(0)

export const voteResultSchema = z.enum(['angenommen', 'abgelehnt'])

/**
 * The confirmed count of a decision. `votes` is `null` where nobody counts, `result` where none follows (2.3).
 * `register`: its number in the register of decisions, given when the meeting is closed (V14).
 */
export const decisionRecordSchema = z.object({
  decisionId: id,
  votes: votesSchema.nullable(),
  objections: count.nullable().default(null),
  eligiblePresent: count,
  at: timeSchema,
  on: daySchema.optional(),
  /** who confirmed it */
  by: id.optional(),
  rule: majorityRuleSchema,
  result: voteResultSchema.nullable(),
  register: id.optional(),
})
export type DecisionRecord = z.infer<typeof decisionRecordSchema>

/** The confirmed counts of an election, and who is elected. */
export const electionRecordSchema = z.object({
  electionId: id,
  /** 1, 2, 3 …; only the last round counts */
  round: z.int().min(1).optional(),
  candidates: z.array(z.object({ candidateId: id, votes: votesSchema })),
  eligiblePresent: count,
  at: timeSchema,
  by: id.optional(),
  rule: majorityRuleSchema,
  elected: z.array(id),
  /** candidate id → „nimmt die Wahl an“ or not; absent while nobody has asked */
  accepted: z.record(z.string(), z.boolean()).optional(),
  register: id.optional(),
})
export type ElectionRecord = z.infer<typeof electionRecordSchema>

/** The chair has stated whether the meeting can decide. */
export const quorumRecordSchema = z.object({
  at: timeSchema,
  by: id,
  on: daySchema.optional(),
  eligible: count,
  present: count,
  result: z.enum(['beschlussfaehig', 'nicht_beschlussfaehig']),
})
export type QuorumRecord = z.infer<typeof quorumRecordSchema>

/** The wording that was voted on; it stays whatever happens to the live text (V15). */
export const frozenWordingSchema = z.object({ decisionId: id, at: timeSchema, wording: z.string() })
export type FrozenWording = z.infer<typeof frozenWordingSchema>

export const signatureRoleSchema = z.enum(['sitzungsleitung', 'protokollfuehrung'])
export const signatureMethodSchema = z.enum(['handschrift_scan', 'freigabe_im_system'])
/** Whoever signs, signs a content: `contentHash` is its hash (V16). */
export const signatureSchema = z.object({
  role: signatureRoleSchema,
  person: id,
  method: signatureMethodSchema,
  on: daySchema,
  at: timeSchema,
  contentHash: id,
})
export type Signature = z.infer<typeof signatureSchema>

/** An objection to minutes that were sent (Einwand); `settled` once the minute taker and the author agree. */
export const objectionSchema = z.object({
  id: id.optional(),
  author: id,
  on: daySchema,
  text: z.string(),
  settled: z.boolean(),
})
/** The meeting that approved these minutes (V17). */
export const approvalSchema = z.object({ approvedInMinutesId: id, on: daySchema })
/** Berichtigungsvermerk: a dated note signed by all signers, never a silent edit. */
export const correctionNoteSchema = z.object({
  id: id.optional(),
  on: daySchema,
  text: z.string(),
  signedBy: z.array(id),
})

/** A count that was not taken, so that a motion stayed without a vote. */
export const refusedTallySchema = z.object({
  decisionId: id,
  at: timeSchema,
  votes: votesSchema.nullable(),
  eligiblePresent: count,
  needed: count,
  reason: z.enum(['nicht_beschlussfaehig', 'mehr_stimmen_als_berechtigte']),
})
/** When the meeting was closed; `contentHash` is what is signed. */
export const closingSchema = z.object({
  on: daySchema,
  at: timeSchema,
  end: timeSchema,
  by: id,
  contentHash: id,
  /** whose signatures the minutes ask for */
  signers: z.array(signatureRoleSchema),
})
/** Sent to those who may object until a day. */
export const sendingSchema = z.object({ on: daySchema, at: timeSchema, by: id, objectionsUntil: daySchema })
/** What has taken the place of a decision of these minutes. */
export const supersededSchema = z.object({
  decisionId: id,
  on: daySchema,
  documentId: id,
  byDecision: id,
  register: id.nullable(),
})
/** What the minute taker made of a late contribution. */
export const lateRecordSchema = z.object({ lateId: id, decision: lateDecisionSchema, on: daySchema, by: id })

export const approvalStateSchema = z.enum([
  'laufend',
  'geschlossen',
  'entwurf',
  'versandt',
  'genehmigt',
  'berichtigt',
])

/** All of it, in the order in which it was recorded. */
export const minutesRecordSchema = z.object({
  state: approvalStateSchema.default('laufend'),
  decisions: z.array(decisionRecordSchema).default([]),
  elections: z.array(electionRecordSchema).default([]),
  quorum: z.array(quorumRecordSchema).default([]),
  frozen: z.array(frozenWordingSchema).default([]),
  signatures: z.array(signatureSchema).default([]),
  objections: z.array(objectionSchema).default([]),
  approval: approvalSchema.nullable().default(null),
  corrections: z.array(correctionNoteSchema).default([]),
  refusals: z.array(refusedTallySchema).default([]),
  closing: closingSchema.nullable().default(null),
  sending: sendingSchema.nullable().default(null),
  superseded: z.array(supersededSchema).default([]),
  late: z.array(lateRecordSchema).default([]),
})
export type MinutesRecord = z.infer<typeof minutesRecordSchema>

/** Nothing has been decided yet. */
export const noRecord: MinutesRecord = minutesRecordSchema.parse({})
