import { oc } from '@orpc/contract'
import { z } from 'zod'
import { daySchema } from '#shared/document/values.ts'
import { documentIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { votesSchema } from '#shared/kinds/minutes/decision.ts'
import { agendaResultSchema, confidentialitySchema } from '#shared/kinds/minutes/enums.ts'
import {
  decisionEntrySchema,
  earlyWarningEntrySchema,
  groupEntrySchema,
  meetingEntrySchema,
  namedSchema,
  taskEntrySchema,
  visitEntrySchema,
} from '#shared/kinds/minutes/projections/entry.ts'
import { dutySchema, programmesSchema, roleAssignmentSchema } from '#shared/programmes/schema.ts'

/** Registers and duties of a space as those who may read it see them (domain.md 1.4, 2.5). Days are ISO days. */

const count = z.int().min(0)
const placed = { documentId: documentIdSchema, spaceId: spaceIdSchema }
const ofSpace = z.object({ spaceId: spaceIdSchema })

export const registeredDecisionSchema = decisionEntrySchema.extend({
  ...placed,
  standing: z.enum(['valid', 'superseded', 'rejected', 'advice']),
})
export type RegisteredDecision = z.infer<typeof registeredDecisionSchema>

export const openTaskSchema = taskEntrySchema.extend({ ...placed, isOverdue: z.boolean(), carried: count })
export type RegisteredTask = z.infer<typeof openTaskSchema>

/** A part of the organisation with what its register holds. */
const region = { spaceId: spaceIdSchema, name: z.string() }

export const earlyWarningsSchema = z.object({
  ...region,
  signals: z.array(earlyWarningEntrySchema.extend(placed)),
})
export type RegionWarnings = z.infer<typeof earlyWarningsSchema>

export const feedbackSchema = visitEntrySchema.extend({
  ...placed,
  regionName: z.string(),
  days: count,
  hindrance: z.enum(['consentRefused', 'consentOpen']).nullable(),
  /** the asker may note that it was passed on */
  mayNote: z.boolean(),
})
export type RegisteredFeedback = z.infer<typeof feedbackSchema>

const saidSchema = z.array(z.object({ text: z.string(), count }))
export const interimReportSchema = z.object({
  ...region,
  reports: count,
  groups: count,
  participants: count,
  presented: count,
  ready: count,
  needs: saidSchema,
  signals: saidSchema,
  leftOut: count,
  isFew: z.boolean(),
})
export type RegionReport = z.infer<typeof interimReportSchema>

export const extractSchema = z.object({
  title: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  confidentiality: confidentialitySchema.nullable(),
  isFinal: z.boolean(),
  item: z.object({ number: count, title: z.string(), result: agendaResultSchema }).nullable(),
  course: z.array(z.string()),
  isCourseHeldBack: z.boolean(),
  decisions: z.array(
    decisionEntrySchema
      .pick({
        form: true,
        number: true,
        subject: true,
        wording: true,
        isFrozen: true,
        result: true,
        votes: true,
      })
      .extend({ votes: votesSchema.nullable(), elected: z.array(z.string()) }),
  ),
})
export const extractAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('made'), extract: extractSchema }),
  z.object({
    state: z.literal('refused'),
    reason: z.enum(['leadershipOnly', 'visitWithoutConsent', 'notThere']),
  }),
])
export type ExtractAnswer = z.infer<typeof extractAnswerSchema>

/** What an extract can be made of. */
export const extractChoicesSchema = z.object({
  items: z.array(z.object({ of: z.string(), number: count, title: z.string() })),
  decisions: z.array(z.object({ of: z.string(), number: z.string().nullable(), subject: z.string() })),
})
export type ExtractChoices = z.infer<typeof extractChoicesSchema>

/** `resting`: nothing is being made anew. */
export const rebuildStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('resting') }),
  z.object({ state: z.literal('running'), done: count, total: count }),
])
export type RebuildState = z.infer<typeof rebuildStateSchema>

const countedVisitSchema = z.object({
  entry: visitEntrySchema.extend(placed),
  why: z
    .enum([
      'reportMissing',
      'notClosed',
      'dateMissing',
      'groupMissing',
      'ownGroup',
      'consentOpen',
      'consentRefused',
      'notForwarded',
    ])
    .nullable(),
})
const subjectSchema = z.object({
  persons: z.array(namedSchema),
  done: count,
  counted: count,
  visits: z.array(countedVisitSchema),
  meetings: z.array(z.object({ entry: meetingEntrySchema.extend(placed), isCounted: z.boolean() })),
})
export type CountedSubject = z.infer<typeof subjectSchema>

export const dutyStandingSchema = z.object({
  duty: dutySchema,
  period: z.object({
    from: z.string(),
    to: z.string(),
    name: z.discriminatedUnion('type', [
      z.object({ type: z.literal('year'), year: z.int() }),
      z.object({ type: z.literal('phase'), id: z.string() }),
    ]),
  }),
  required: count,
  subjects: z.array(subjectSchema),
  others: z.array(subjectSchema),
})
export type RegisteredDuty = z.infer<typeof dutyStandingSchema>

export const programmeStandingSchema = z.object({
  id: z.string(),
  duties: z.array(dutyStandingSchema),
  coverage: z
    .object({
      roles: z.array(z.object({ role: z.string(), persons: z.array(namedSchema) })),
      persons: count,
      minPersons: count,
      isCovered: z.boolean(),
    })
    .nullable(),
  groups: z
    .object({
      target: count,
      count,
      missing: count,
      isAbove: z.boolean(),
      groups: z.array(groupEntrySchema.extend({ ...placed, isCounted: z.boolean() })),
    })
    .nullable(),
})
export type ProgrammeStanding = z.infer<typeof programmeStandingSchema>

export const countersSchema = z.object({
  today: z.string(),
  programmes: z.array(programmeStandingSchema),
  openTasks: count,
  overdueTasks: count,
  openFeedback: count,
})
export type Counters = z.infer<typeof countersSchema>

/** `name`: as the space shows the person; `null`: nobody of the space any more. */
export const namedAssignmentSchema = roleAssignmentSchema.extend({ name: z.string().nullable() })
export type NamedAssignment = z.infer<typeof namedAssignmentSchema>

export const registersContract = {
  registers: {
    decisions: oc.input(ofSpace).output(z.array(registeredDecisionSchema)),
    /** Open ones as of today. */
    tasks: oc.input(ofSpace).output(z.object({ today: z.string(), tasks: z.array(openTaskSchema) })),
    /** Of the space and of the regions below it to which the asker belongs. */
    earlyWarnings: oc.input(ofSpace).output(z.array(earlyWarningsSchema)),
    feedback: oc.input(ofSpace).output(z.array(feedbackSchema)),
    interimReport: oc
      .input(ofSpace.extend({ from: daySchema, to: daySchema }))
      .output(z.array(interimReportSchema)),
    extractChoices: oc.input(z.object({ documentId: documentIdSchema })).output(extractChoicesSchema),
    extract: oc
      .input(z.object({ documentId: documentIdSchema, of: z.string().max(200) }))
      .output(extractAnswerSchema),
    /** Notes that the report on a visit was passed on after its minutes were closed. Idempotent by `id`. */
    noteForwarded: oc
      .input(
        z.object({
          documentId: documentIdSchema,
          id: z.uuid(),
          to: z.string().trim().min(1).max(200),
          on: daySchema,
        }),
      )
      .output(z.object({})),
    /** Begins to make the registers of the space anew; what stands there answers meanwhile. */
    rebuild: oc.input(ofSpace).output(rebuildStateSchema),
    rebuildState: oc.input(ofSpace).output(rebuildStateSchema),
  },
  duties: {
    programmes: oc.output(programmesSchema),
    counters: oc.input(ofSpace).output(countersSchema),
    roles: oc.input(ofSpace).output(z.array(namedAssignmentSchema)),
    /** Writes a role down, or changes it. Idempotent by its `id`. */
    assign: oc.input(ofSpace.extend({ assignment: roleAssignmentSchema })).output(namedAssignmentSchema),
    unassign: oc.input(ofSpace.extend({ id: z.uuid() })).output(z.object({})),
  },
}
