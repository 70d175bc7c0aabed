import { z } from 'zod'
import { listOf, prose } from '#shared/document/fields.ts'
import { reference, text } from '#shared/document/values.ts'

/** Who sits in the advisory board for which institution. */
export const steeringMemberSchema = z.object({ institution: text, person: reference, name: text })

/** What the board advises, and whom. It binds nobody (domain.md 2.1, rule `empfehlung` of 2.3). */
export const recommendationSchema = z.object({ agendaItemId: reference, addressee: text, wording: prose() })

/** Steuerungsgruppe: members by institution, recommendations. */
export const steeringSchema = z.object({
  members: listOf(steeringMemberSchema),
  recommendations: listOf(recommendationSchema),
})
