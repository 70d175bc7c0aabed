import { z } from 'zod'

/**
 * What is recorded of a release beside its draft (domain.md 4.4): rows of the record, never fields of the draft.
 * `contentHash` binds a row to the words that it speaks of.
 */
export const approvalSchema = z.object({
  person: z.string().min(1),
  contentHash: z.string().min(1),
  /** ms since 1970, by the server's clock */
  at: z.int(),
})
export const groupConsentSchema = approvalSchema

export const pressRecordSchema = z.object({
  /** who wrote the text */
  authors: z.array(z.string().min(1)),
  approvals: z.array(approvalSchema),
  groupConsents: z.array(groupConsentSchema),
})
export type PressRecord = z.infer<typeof pressRecordSchema>
