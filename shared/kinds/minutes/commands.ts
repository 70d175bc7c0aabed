import { z } from 'zod'
import { daySchema } from '#shared/document/values.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { votesSchema } from './decision.ts'
import { lateDecisionSchema } from './enums.ts'
import { signatureMethodSchema } from './record.ts'

/**
 * What people can have decided about minutes. Each becomes an endpoint of its own (`minutes.<name>`) and, without a
 * network, an intention of the device under the same name.
 */

const id = z.string().min(1).max(64)
const words = z.string().trim().min(1).max(4_000)
/** What the counters have counted. `votes` are null where nobody counts (`konsent`, `empfehlung`). */
const tally = {
  decision: id,
  votes: votesSchema.nullable(),
  /** noted objections of a `konsent` */
  objections: z.int().min(0).nullable().default(null),
}

export const minutesCommandSchemas = {
  ascertainQuorum: z.object({}),
  confirmTally: z.object(tally),
  freezeWording: z.object({ decision: id }),
  confirmTallyAndFreeze: z.object(tally),
  confirmElection: z.object({
    election: id,
    candidates: z
      .array(z.object({ candidate: id, votes: votesSchema }))
      .min(1)
      .max(100),
  }),
  acceptElection: z.object({ election: id, candidate: id, accepted: z.boolean() }),
  closeMeeting: z.object({}),
  /** `contentHash`: of the minutes that the person had before them */
  sign: z.object({ method: signatureMethodSchema, contentHash: id }),
  send: z.object({ objectionsUntil: daySchema }),
  raiseObjection: z.object({ text: words }),
  settleObjection: z.object({ objection: id }),
  /** `approvedIn`: the minutes of the later meeting */
  approve: z.object({ approvedIn: documentIdSchema }),
  noteCorrection: z.object({ text: words }),
  signCorrection: z.object({ correction: id }),
  /** `decision` of these minutes has been superseded by one of `bySource`, which may be these minutes themselves */
  supersede: z.object({ decision: id, bySource: z.object({ documentId: documentIdSchema, decision: id }) }),
  decideLate: z.object({ late: id, decision: lateDecisionSchema }),
} as const

export type MinutesCommandName = keyof typeof minutesCommandSchemas
export type MinutesCommandInput<N extends MinutesCommandName> = z.output<(typeof minutesCommandSchemas)[N]>
export type MinutesCommand = {
  [N in MinutesCommandName]: { readonly name: N; readonly input: MinutesCommandInput<N> }
}[MinutesCommandName]

/** Why a command was refused: a closed list; the sentence to each is in the words of the kind. */
export const refusalReasonSchema = z.enum([
  // who
  'onlyChair',
  'onlyMinuteTaker',
  'onlySigners',
  // when
  'closedBefore',
  'notClosedYet',
  'madeAtImpossible',
  // votes
  'unknownDecision',
  'decidedBefore',
  'notQuorate',
  'moreVotesThanEligible',
  'votesMissing',
  'wordingMissing',
  'frozenBefore',
  // elections
  'unknownElection',
  'unknownCandidate',
  'electionDecidedBefore',
  'notElected',
  'acceptedBefore',
  // closing
  'endMissing',
  'errorsOpen',
  'numberTaken',
  // afterwards
  'signedBefore',
  'contentChanged',
  'signaturesMissing',
  'sentBefore',
  'notSentYet',
  'periodInPast',
  'periodOver',
  'unknownObjection',
  'objectionOpen',
  'approvedBefore',
  'notLater',
  'unknownMinutes',
  'unknownCorrection',
  'notConfirmed',
  'supersededBefore',
  'unknownLate',
  'lateDecidedBefore',
])
export type RefusalReason = z.infer<typeof refusalReasonSchema>
