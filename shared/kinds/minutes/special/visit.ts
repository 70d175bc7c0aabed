import { z } from 'zod'
import { listOf } from '#shared/document/fields.ts'
import { day, reference, references, text } from '#shared/document/values.ts'
import { contactWaySchema } from '#shared/kinds/minutes/enums.ts'

/** To whom the report went, and when. */
export const forwardingSchema = z.object({ to: reference, on: day })
/** A short note of a contact by phone, mail, letter or visit (domain.md 1.5). */
export const contactNoteSchema = z.object({ on: day, way: contactWaySchema.default('telefon'), note: text })

/**
 * Gruppenbesuch / Kurzbericht (domain.md 2.1, 1.4). Of the people in the group only the number is kept.
 * `groupConsent`: the group agrees to the report being passed on; `consentRead`: it was read to them before.
 */
export const visitSchema = z.object({
  visitedGroup: reference,
  visitors: references,
  welcomedBy: text,
  participantCount: z.int().min(0).nullable().default(null),
  projectPresented: z.boolean().nullable().default(null),
  /** whether the group can present the federation to partners (domain.md 1.1) */
  partnershipReadiness: z.boolean().nullable().default(null),
  groupConsent: z.boolean().nullable().default(null),
  consentRead: z.boolean().nullable().default(null),
  needs: listOf(z.object({ need: text })),
  earlyWarnings: listOf(z.object({ signal: text })),
  forwarded: listOf(forwardingSchema),
  contacts: listOf(contactNoteSchema),
})
