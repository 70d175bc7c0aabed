import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { attachmentSchema } from '#shared/kinds/minutes/attachment.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import {
  agendaItemSchema,
  headerSchema,
  majorityRuleSchema,
  quorumRuleSchema,
  voteMethodSchema,
} from '#shared/kinds/minutes/schema.ts'

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

const agendaItemContentSchema = agendaItemSchema.omit({ earlyWarnings: true, body: true }).extend({
  id: z.string(),
  earlyWarnings: z.array(z.object({ id: z.string(), signal: z.string() })),
  body: z.array(z.string()),
})
const decisionContentSchema = z.object({
  id: z.string(),
  agendaItemId: z.string(),
  movedBy: personIdSchema,
  voteMethod: voteMethodSchema,
  rule: majorityRuleSchema,
  wording: z.string().transform(text => (text === '' ? [] : [text])),
})
const startSchema = z.object({
  header: headerSchema,
  quorum: z.object({ rule: quorumRuleSchema }),
  persons: z.array(z.object({ id: personIdSchema, label: z.string() })),
  agenda: z.array(agendaItemContentSchema.extend({ order: z.int() })),
  decisions: z.array(decisionContentSchema),
  attachments: z.array(attachmentSchema.extend({ id: z.string() })),
})

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../test/fixtures/${name}.json`, import.meta.url), 'utf8'))

/** The invented federation: who and what there is. */
export const readCast = async (): Promise<Cast> => castSchema.parse(await read('cast'))

/** The minutes A1 shortly before their meeting, and how the region calls its people. */
export async function readStart(): Promise<{
  content: MinutesContent
  title: string
  labels: ReadonlyMap<string, string>
}> {
  const { persons, agenda, ...content } = startSchema.parse(await read('a.start'))
  // the place in the list says it: the number is no field of an item
  const inOrder = agenda
    .toSorted((a, b) => a.order - b.order)
    .map(item => agendaItemContentSchema.parse(item))
  return {
    content: { ...content, agenda: inOrder },
    title: content.header.title,
    labels: new Map(persons.map(person => [person.id, person.label])),
  }
}
