import { z } from 'zod'

/** What the desk shows of a document, whatever its kind. */
export const cardContentSchema = z.object({
  title: z.string(),
  /** ISO day of the meeting, if there is one */
  date: z.string().nullable(),
  /** „10:05“ */
  start: z.string().nullable(),
  place: z.string().nullable(),
  /** the parts of the document by their titles, in order */
  outline: z.array(z.string()),
  /** ids of the documents that lie inside this one: lists show them there */
  parts: z.array(z.string()).optional(),
})
export type CardContent = z.infer<typeof cardContentSchema>
