import { z } from 'zod'
import { text } from '#shared/document/values.ts'
import { confidentialitySchema } from './enums.ts'

/** Something that goes with the minutes (Anlage): a file, or another document. `no` is a label, the order is separate. */
export const attachmentSchema = z.object({
  no: z.int().min(1).nullable().default(null),
  title: text,
  file: z.string().min(1).optional(),
  docId: z.string().min(1).optional(),
  confidentiality: confidentialitySchema.nullable().default(null),
})
