import type { z } from 'zod'
import { documentCardSchema } from '#shared/api/contract.ts'

/** What the desk shows of a document and only the document itself knows. */
export const cardContentSchema = documentCardSchema.pick({
  title: true,
  date: true,
  start: true,
  place: true,
  agenda: true,
})
export type CardContent = z.infer<typeof cardContentSchema>

/** Raised with every change of `cardContentSchema` or of what a kind puts into it: older cards are made anew. */
export const cardForm = 1
