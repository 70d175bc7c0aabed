import { z } from 'zod'
import { day, reference, text } from '#shared/document/values.ts'
import { attributionSchema, quoteReleaseSchema, releaseMethodSchema } from './enums.ts'

/**
 * A quote (domain.md 4.3). `release`, `method` and `releasedHash` are a note that people take while they write: it
 * helps to see what is still asked for. A release that counts is a row of the record, bound to the same hash;
 * nobody can forge one by writing here.
 */
export const quoteSchema = z.object({
  /** without the final full stop */
  text,
  speakerId: reference,
  printedName: text,
  function: text,
  attribution: attributionSchema.default('klarname'),
  /** „Name geändert“ */
  printNote: text,
  /** „sagt“, „erzählt“; '' = „sagt“ */
  verb: text,
  /** „erzählt Mitgründerin Karin M.“ instead of „sagt Karin M., Mitgründerin“ */
  functionFirst: z.boolean().default(false),
  release: quoteReleaseSchema.default('offen'),
  method: releaseMethodSchema.nullable().default(null),
  releasedHash: text,
  /** what it may be used for */
  scope: text,
  validUntil: day,
})
