import { z } from 'zod'
import { votesSchema } from '#shared/kinds/minutes/decision.ts'
import { groupPhaseSchema, meetingKindSchema, taskStateSchema } from '#shared/kinds/minutes/enums.ts'
import { approvalStateSchema, voteResultSchema } from '#shared/kinds/minutes/record.ts'

/**
 * What the registers keep of a document (domain.md 2.5): entries that follow from its draft and its record alone.
 * Whatever needs today's date, other documents or who is asking is worked out when somebody asks.
 */

/** `path`: the place in the sheet. `meeting`: what the minutes are called and when they met. */
const place = {
  path: z.string(),
  meeting: z.object({ name: z.string(), date: z.string().nullable() }),
}
/** The agenda item under which it stands; `number` is the „4“ of „TOP 4“. */
const itemSchema = z.object({ id: z.string(), number: z.int().min(1), title: z.string() }).nullable()
/** Somebody by id; `name` only where the minutes themselves name somebody who is no member. */
export const namedSchema = z.object({ id: z.string().nullable(), name: z.string().nullable() })
export type Named = z.infer<typeof namedSchema>

/** A decision or an election with its confirmed count, accepted or rejected. */
export const decisionEntrySchema = z.object({
  register: z.literal('decision'),
  ...place,
  form: z.enum(['decision', 'election']),
  id: z.string(),
  /** register number; `null` until the meeting is closed */
  number: z.string().nullable(),
  subject: z.string(),
  /** frozen; the live wording where nothing was frozen */
  wording: z.string(),
  isFrozen: z.boolean(),
  /** `null`: a consent or a recommendation (domain.md 2.3) */
  result: voteResultSchema.nullable(),
  votes: votesSchema.nullable(),
  /** `accepted`: „nimmt die Wahl an“; `null` while nobody has asked */
  elected: z.array(namedSchema.extend({ accepted: z.boolean().nullable() })),
  item: itemSchema,
  /** what has taken its place, as the ledger says: the draft supersedes nothing (THREATS b58) */
  supersededBy: z
    .object({ documentId: z.string(), path: z.string(), number: z.string().nullable() })
    .nullable(),
})
export type DecisionEntry = z.infer<typeof decisionEntrySchema>

export const taskEntrySchema = z.object({
  register: z.literal('task'),
  ...place,
  id: z.string(),
  what: z.string(),
  who: z.array(namedSchema),
  due: z.string().nullable(),
  state: taskStateSchema,
  item: itemSchema,
  /** „<document>/<task>“ of the minutes from which it was carried over */
  carriedFrom: z.string().nullable(),
})
export type TaskEntry = z.infer<typeof taskEntrySchema>

/** The report on a visit, or (`source: 'table'`) the line that a team keeps of one (domain.md 1.4). */
export const visitEntrySchema = z.object({
  register: z.literal('visit'),
  ...place,
  source: z.enum(['report', 'table']),
  date: z.string().nullable(),
  group: z.string().nullable(),
  visitors: z.array(namedSchema),
  state: approvalStateSchema,
  consent: z.boolean().nullable(),
  forwarded: z.array(z.object({ to: z.string().nullable(), on: z.string().nullable() })),
  participantCount: z.int().min(0).nullable(),
  projectPresented: z.boolean().nullable(),
  partnershipReadiness: z.boolean().nullable(),
  needs: z.array(z.string()),
  /** of a line: the document with the report */
  report: z.string().nullable(),
})
export type VisitEntry = z.infer<typeof visitEntrySchema>

/** That a meeting took place. */
export const meetingEntrySchema = z.object({
  register: z.literal('meeting'),
  ...place,
  kind: meetingKindSchema,
  date: z.string().nullable(),
  state: approvalStateSchema,
})
export type MeetingEntry = z.infer<typeof meetingEntrySchema>

/** Frühwarnsignal: without persons (domain.md 2.5). */
export const earlyWarningEntrySchema = z.object({
  register: z.literal('earlyWarning'),
  ...place,
  signal: z.string(),
  item: itemSchema,
  /** the group has agreed to the report being passed on; `null`: it stands in no report on a visit */
  consent: z.boolean().nullable(),
  isVisit: z.boolean(),
})
export type EarlyWarningEntry = z.infer<typeof earlyWarningEntrySchema>

/** A group of the region as minutes of the team or its own record name it. */
export const groupEntrySchema = z.object({
  register: z.literal('group'),
  ...place,
  source: z.enum(['team', 'record']),
  name: z.string(),
  phase: groupPhaseSchema.nullable(),
  contactPerson: z.boolean().nullable(),
})
export type GroupEntry = z.infer<typeof groupEntrySchema>

export const registerEntrySchema = z.discriminatedUnion('register', [
  decisionEntrySchema,
  taskEntrySchema,
  visitEntrySchema,
  meetingEntrySchema,
  earlyWarningEntrySchema,
  groupEntrySchema,
])
export type RegisterEntry = z.infer<typeof registerEntrySchema>
export type RegisterName = RegisterEntry['register']

/** An entry with the document in which it stands and the space to which that belongs. */
export type Placed<E> = E & { readonly documentId: string; readonly spaceId: string }

/**
 * Raised with every change of a schema above or of what is put into an entry: entries of an earlier form are made anew.
 */
export const entryForm = 1
