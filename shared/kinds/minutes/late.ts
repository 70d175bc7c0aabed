import { z } from 'zod'
import { day, reference, text, timeSchema } from '#shared/document/values.ts'
import { lateDecisionSchema, lateReasonSchema } from './enums.ts'

/**
 * What came after the text it was meant for had been decided or closed (Nachtrag; domain.md 2.2).
 * `target`: its place, keys and ids with slashes (`decisions/d02/wording`). `replaces`: the words it was to replace.
 */
export const lateContributionSchema = z.object({
  author: reference,
  receivedOn: day,
  receivedAt: timeSchema.nullable().default(null),
  target: text,
  replaces: z.string().optional(),
  text,
  reason: lateReasonSchema.default('nach_beschluss'),
  decision: lateDecisionSchema.nullable().default(null),
})
