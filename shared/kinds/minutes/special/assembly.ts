import { z } from 'zod'
import { listOf, prose } from '#shared/document/fields.ts'
import { reference, text } from '#shared/document/values.ts'

/** How many delegates an association may send. */
export const mandateSchema = z.object({ organisation: text, seats: z.int().min(0).nullable().default(null) })
/** A delegate; `verified`: their mandate has been looked at. */
export const delegateSchema = z.object({
  person: reference,
  organisation: text,
  verified: z.boolean().default(false),
})
/** Entlastung: of whom, for which year, by which decision of these minutes. */
export const dischargeSchema = z.object({
  board: text,
  year: z.int().min(1900).max(2200).nullable().default(null),
  decisionId: reference,
})

/** Bundesdelegiertenversammlung (domain.md 2.1); its elections stand in `elections` like those of others. */
export const assemblySchema = z.object({
  mandates: listOf(mandateSchema),
  delegates: listOf(delegateSchema),
  discharges: listOf(dischargeSchema),
  interimReport: z.object({ docId: reference, presenter: reference, summary: prose() }),
})
