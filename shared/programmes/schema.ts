import { z } from 'zod'
import { daySchema } from '#shared/document/values.ts'
import { groupPhaseSchema, meetingKindSchema } from '#shared/kinds/minutes/enums.ts'

/**
 * Programmes of a federation as data (domain.md 1.2, 1.3): phases, duties, roles, and how it calls the levels of its
 * organisation. Nothing of it blocks anybody; it says what is counted and what is still missing.
 */

/** Words in one language for all, or in both. */
export const wordsSchema = z.union([
  z.string().min(1).max(300),
  z.strictObject({ de: z.string().min(1).max(300), en: z.string().min(1).max(300) }),
])
export type Words = z.infer<typeof wordsSchema>

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/)

/** The levels of the organisation tree; the spaces stand on them. */
export const levelSchema = z.enum(['federation', 'stateAssociation', 'regionalAssociation', 'group'])
export type Level = z.infer<typeof levelSchema>

export const programmeRoleSchema = z.strictObject({ id, title: wordsSchema })

/** `to`: the last day; `null`: until further notice. `event`: the meeting with which it begins. */
export const phaseSchema = z.strictObject({
  id,
  title: wordsSchema,
  from: daySchema,
  to: daySchema.nullable().default(null),
  event: wordsSchema.optional(),
  newRole: id.optional(),
})
export type Phase = z.infer<typeof phaseSchema>

export const countModeSchema = z.enum(['person', 'tandem', 'team'])
export type CountMode = z.infer<typeof countModeSchema>

/** From when on minutes are evidence. */
export const evidenceStateSchema = z.enum(['geschlossen', 'versandt', 'genehmigt'])

/**
 * What is to be done so many times per calendar year or phase. `countMode`: by each person who has one of the roles, by
 * all of them together as a pair, or by the team as a whole. `evidence`: minutes of which kind of meeting, and how far
 * they have come; a visit counts by the rules of domain.md 1.4 on top.
 */
export const dutySchema = z.strictObject({
  id,
  title: wordsSchema,
  roles: z.array(id).default([]),
  min: z.int().min(1).max(366),
  per: z.enum(['kalenderjahr', 'phase']),
  countMode: countModeSchema,
  evidence: z.strictObject({ kind: meetingKindSchema, state: evidenceStateSchema.default('geschlossen') }),
  validFrom: daySchema,
  validTo: daySchema.nullable().default(null),
  /** where the duty is written down */
  source: z.string().min(1).max(500),
})
export type Duty = z.infer<typeof dutySchema>

export const programmeSchema = z.strictObject({
  id,
  title: wordsSchema,
  /** on which level of the organisation its duties are counted */
  level: levelSchema.default('regionalAssociation'),
  roles: z.array(programmeRoleSchema),
  phases: z.array(phaseSchema).default([]),
  duties: z.array(dutySchema).default([]),
  /** which roles have to be filled, by how many different persons (domain.md 1.1, team of three) */
  coverage: z
    .strictObject({ roles: z.array(id).min(1), minPersons: z.int().min(1).max(50) })
    .nullable()
    .default(null),
  /**
   * How many groups a region aims at (domain.md 1.1: a limit of care and a threshold), and the phases in which a group
   * is counted (1.4).
   */
  groups: z
    .strictObject({
      target: z.int().min(1).max(1000).default(7),
      countedPhases: z.array(groupPhaseSchema).min(1).default(['gruendung', 'aufbau', 'stabil']),
    })
    .nullable()
    .default(null),
})
export type Programme = z.infer<typeof programmeSchema>

/** The file of a federation. Its programmes take the place of the one that comes with the program. */
export const programmesSchema = z.strictObject({
  levelLabels: z.partialRecord(levelSchema, wordsSchema).default({}),
  programmes: z.array(programmeSchema).max(20),
})
export type Programmes = z.infer<typeof programmesSchema>

/** A role that somebody has in an organisation, from one day to another (domain.md 1.3). */
export const roleAssignmentSchema = z.object({
  id: z.uuid(),
  personId: z.string().min(1),
  role: id,
  from: daySchema,
  to: daySchema.nullable(),
  appointedBy: z.string().trim().max(200),
})
export type RoleAssignment = z.infer<typeof roleAssignmentSchema>
