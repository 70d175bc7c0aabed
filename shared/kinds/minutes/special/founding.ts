import { z } from 'zod'
import { listOf } from '#shared/document/fields.ts'
import { reference, text, time } from '#shared/document/values.ts'
import {
  opennessSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
} from '#shared/kinds/minutes/enums.ts'

/** When and where the group means to meet. `ruleText` says what a rhythm `regel` is. */
export const foundingSlotSchema = z.object({
  weekday: weekdaySchema.nullable().default(null),
  from: time,
  to: time,
  rhythm: rhythmSchema.default('woche'),
  ruleText: text,
  format: slotFormatSchema.default('praesenz'),
  place: text,
  state: slotStateSchema.default('aktiv'),
})

/** Gründungsprotokoll: what funding bodies ask for (domain.md 2.1, 3.5). */
export const foundingSchema = z.object({
  foundersCount: z.int().min(0).nullable().default(null),
  name: text,
  openness: opennessSchema.nullable().default(null),
  admissionNote: text,
  contactPerson: reference,
  /** how the group is reached: never a private number */
  contact: text,
  affiliation: text,
  slots: listOf(foundingSlotSchema),
})
