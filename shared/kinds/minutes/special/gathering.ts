import { z } from 'zod'
import { listOf, prose } from '#shared/document/fields.ts'
import { day, reference, text, time } from '#shared/document/values.ts'

/** One day of a meeting that takes several. */
export const gatheringDaySchema = z.object({ date: day, start: time, end: time, theme: text })

/** A working group (Arbeitsgruppe) and what it brings back. */
export const workingGroupSchema = z.object({
  title: text,
  facilitator: reference,
  participantCount: z.int().min(0).nullable().default(null),
  results: prose(),
})

/** Frühjahrs-, Herbst-, Auswertungstreffen over two days with working groups (domain.md 2.1). */
export const gatheringSchema = z.object({
  theme: text,
  days: listOf(gatheringDaySchema),
  workingGroups: listOf(workingGroupSchema),
  results: prose(),
})
