import { z } from 'zod'
import { listOf } from '#shared/document/fields.ts'
import { day, reference, references, text } from '#shared/document/values.ts'
import { groupPhaseSchema } from '#shared/kinds/minutes/enums.ts'

/** A visit to a group as the team keeps count of it (domain.md 1.4); `report`: the minutes of the visit. */
export const countedVisitSchema = z.object({
  person: reference,
  group: text,
  date: day,
  report: reference,
  forwarded: z.boolean().default(false),
})

/** A group of the region. `contactPerson`: whether somebody is there to be asked; `null` while nobody knows. */
export const regionGroupSchema = z.object({
  name: text,
  phase: groupPhaseSchema.nullable().default(null),
  contactPerson: z.boolean().nullable().default(null),
})

/** Sitzung des Regionalteams: who fills the three roles, who visited whom, the groups of the region (domain.md 2.1). */
export const regionTeamSchema = z.object({
  multiplicators: references,
  transparencyPersons: references,
  cooperationPersons: references,
  visits: listOf(countedVisitSchema),
  groups: listOf(regionGroupSchema),
})
