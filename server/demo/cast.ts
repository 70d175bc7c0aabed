import { z } from 'zod'
import { personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { readFixture } from './files.ts'

const organisationSchema = z.discriminatedUnion('level', [
  z.object({
    id: spaceIdSchema,
    level: z.enum(['bund', 'land', 'region', 'gruppe']),
    parent: spaceIdSchema.nullable().default(null),
    name: z.string(),
  }),
  z.object({ id: z.string(), level: z.literal('partner'), name: z.string() }),
])
const castSchema = z.object({
  organisations: z.array(organisationSchema),
  persons: z.array(z.object({ id: personIdSchema, name: z.string(), role: z.string(), home: z.string() })),
})
export type Cast = z.infer<typeof castSchema>

/** The invented federation: who and what there is. */
export const cast: Cast = castSchema.parse(readFixture('cast'))

const named: readonly { readonly id: string; readonly name: string }[] = [
  ...cast.organisations,
  ...cast.persons,
]
/** „u.hp“ → „Hanne Pfefferkorn“, „p.jobcenter“ → „Jobcenter Lindental“. */
export const nameOf = (id: string): string => named.find(one => one.id === id)?.name ?? id
/** The id of a person or organisation of the cast by its name; what is no name stays. */
export const idOf = (name: string): string => named.find(one => one.name === name)?.id ?? name
/** The group or organisation to which somebody of the cast belongs. */
export const homeOf = (id: string): string | null => cast.persons.find(one => one.id === id)?.home ?? null
