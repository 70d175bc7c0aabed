import { z } from 'zod'
import { listOf, prose } from '#shared/document/fields.ts'
import { day, text } from '#shared/document/values.ts'
import { commitmentSchema } from '#shared/kinds/minutes/enums.ts'

/** A partner at the table. `contactFunction`: the function of who is spoken to, nothing private (domain.md 1.3). */
export const meetingPartnerSchema = z.object({
  name: text,
  contactFunction: text,
  commitment: commitmentSchema.nullable().default(null),
})

/** Something agreed on with partners (Verabredung), and until when it holds. */
export const agreementSchema = z.object({ partners: text, wording: prose(), validUntil: day })

/** Kooperationstreffen, Facharbeitskreis, Fachveranstaltung (domain.md 2.1, 1.5). */
export const cooperationSchema = z.object({
  theme: text,
  participantCount: z.int().min(0).nullable().default(null),
  partners: listOf(meetingPartnerSchema),
  agreements: listOf(agreementSchema),
  /** what delegates take back to those who sent them */
  feedback: prose(),
})
