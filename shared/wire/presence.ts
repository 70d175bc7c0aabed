import { z } from 'zod'
import { personIdSchema } from '#shared/ids.ts'

/** The server stamps this into every presence state; what a client claims here is overwritten (THREATS b21). */
export const presencePersonSchema = z.object({
  id: personIdSchema,
  name: z.string().max(120),
  /** 1–8: colour and shape of the person in this document (DESIGN, people) */
  tone: z.int().min(1).max(8),
})
export type PresencePerson = z.infer<typeof presencePersonSchema>

/** Where the person is: path of the section or field, e.g. `agenda/top3/body`; and whether they type there. */
export const presencePlaceSchema = z.object({ path: z.string().max(200), typing: z.boolean() })

/**
 * One awareness state. `cursor` holds y-prosemirror relative positions as JSON.
 * Read tolerantly: a state that does not parse is shown as nobody.
 */
export const presenceSchema = z.object({
  person: presencePersonSchema.optional(),
  place: presencePlaceSchema.nullable().default(null),
  // what comes from a wire is JSON already: looking through it once more costs most of reading a state
  cursor: z.object({ anchor: z.unknown(), head: z.unknown() }).nullable().default(null),
})
export type Presence = z.infer<typeof presenceSchema>

/** A larger presence state is dropped (THREATS b22). */
export const maxPresenceBytes = 4_096
