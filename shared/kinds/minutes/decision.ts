import { z } from 'zod'
import { listOf, ownedBy, prose } from '#shared/document/fields.ts'
import { day, reference, references, text } from '#shared/document/values.ts'
import { majorityRuleSchema, voteMethodSchema } from './enums.ts'

/** A count of one vote: Ja, Nein, Enthaltung, ungültig. One value, never four (domain.md 2.6, modelling rule 3). */
export const votesSchema = z.object({
  yes: z.int().min(0),
  no: z.int().min(0),
  abstain: z.int().min(0),
  invalid: z.int().min(0),
})
export type Votes = z.infer<typeof votesSchema>

/**
 * A motion on its way to a decision (Antrag, Beschluss; domain.md 2.2). What was confirmed – the one count, E(t),
 * the result, the frozen wording, the register number – is no field here: it stands on the record side (`record.ts`).
 * `tallyProposals`: what each counter has counted, under their own key.
 */
export const decisionSchema = z.object({
  agendaItemId: reference,
  subject: text,
  movedBy: reference,
  motion: prose(),
  wording: prose(),
  voteMethod: voteMethodSchema.default('offen'),
  rule: majorityRuleSchema.default('einfach'),
  tallyProposals: ownedBy(votesSchema),
  dissentNote: prose(),
  /** Befangenheit, § 34 BGB: who takes no part in this vote; left out of E(t) for it */
  excludedPersons: references,
  validFrom: day,
  /** the decision that this one takes the place of: an id of these minutes, or a register number of others */
  supersedes: reference,
})

/** Somebody who stands for an office. `accepted`: „nimmt die Wahl an“; `null` while nobody has asked. */
export const candidateSchema = z.object({
  person: reference,
  /** a name where the person is nobody of the space */
  name: z.string().optional(),
  tallyProposals: ownedBy(votesSchema),
  accepted: z.boolean().nullable().default(null),
})

/** An election (Wahl): each candidate is voted on; `seats` of them can be elected. */
export const electionSchema = z.object({
  agendaItemId: reference,
  office: text,
  seats: z.int().min(1).default(1),
  voteMethod: voteMethodSchema.default('offen'),
  rule: majorityRuleSchema.default('einfach'),
  excludedPersons: references,
  candidates: listOf(candidateSchema),
})
