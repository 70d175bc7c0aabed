import { z } from 'zod'
import { listOf } from '#shared/document/fields.ts'
import { day, reference, text } from '#shared/document/values.ts'
import { motifCheckSchema } from './enums.ts'

/** One person's consent to be shown (§ 22 KUG, domain.md 4.4 G3). */
export const consentSchema = z.object({ person: text, scope: text, until: day })

/** Bildmaterial (domain.md 4.1). */
export const imageSchema = z.object({
  mediaId: reference,
  caption: text,
  credit: text,
  licence: text,
  altText: text,
  /** how many people can be recognised; `null`: nobody has looked yet */
  recognisable: z.int().min(0).max(10_000).nullable().default(null),
  consents: listOf(consentSchema),
  motifCheck: motifCheckSchema.default('offen'),
  /** why it was turned down, what is still to be asked */
  note: text,
})
