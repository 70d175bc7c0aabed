import { z } from 'zod'
import { attachmentSchema } from '#shared/kinds/minutes/attachment.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { lateContributionSchema } from '#shared/kinds/minutes/late.ts'
import {
  agendaItemSchema,
  attendanceRowSchema,
  headerSchema,
  majorityRuleSchema,
  quorumRuleSchema,
  taskSchema,
  voteMethodSchema,
  votesSchema,
} from '#shared/kinds/minutes/schema.ts'
import { readFixture } from './files.ts'

const id = z.string()
/** An agenda item of the fixtures: its body as plain paragraphs. */
const agendaContentSchema = agendaItemSchema.omit({ earlyWarnings: true, body: true }).extend({
  id,
  earlyWarnings: z.array(z.object({ id, signal: z.string() })),
  body: z.array(z.string()),
})
/** A decision of the fixtures: its wording as plain text. */
export const decisionContentSchema = z.strictObject({
  id,
  agendaItemId: id,
  movedBy: id,
  voteMethod: voteMethodSchema,
  rule: majorityRuleSchema,
  wording: z.string(),
  tallyProposals: z.record(z.string(), votesSchema).default({}),
})
/** The parts of fixture `a.start` that stand in the draft. */
export const startSchema = z.object({
  header: headerSchema,
  formalia: z.object({}),
  quorum: z.object({ rule: quorumRuleSchema }),
  attendance: z.array(attendanceRowSchema.extend({ person: id })),
  agenda: z.array(agendaContentSchema.extend({ order: z.int() })),
  decisions: z.array(decisionContentSchema),
  tasks: z.array(taskSchema.extend({ id })),
  attachments: z.array(attachmentSchema.extend({ id })),
})
export type Start = z.infer<typeof startSchema>

/** The fixture's form as content of minutes: lists in the order of `order`. */
export function contentOf(start: Start): MinutesContent {
  const inOrder = start.agenda.toSorted((left, right) => left.order - right.order)
  // The place in the list says it; the fixture's number is no field.
  const agenda = inOrder.map(item => agendaContentSchema.parse(item))
  return {
    header: start.header,
    quorum: start.quorum,
    attendance: start.attendance.map(({ person, ...row }) => ({ id: person, ...row })),
    agenda,
    decisions: start.decisions.map(decisionContent),
    tasks: start.tasks,
    attachments: start.attachments,
  }
}

/** The wording of the fixtures is one paragraph, or none yet. */
export const decisionContent = ({ wording, ...decision }: z.infer<typeof decisionContentSchema>) => ({
  ...decision,
  wording: wording === '' ? [] : [wording],
})

/** A1 shortly before its meeting (fixture `a.start`), and how the region calls its people. */
export function preparedA1(): {
  content: MinutesContent
  title: string
  labels: ReadonlyMap<string, string>
} {
  const fixture = z
    .looseObject({ persons: z.array(z.object({ id: z.string(), label: z.string() })) })
    .parse(readFixture('a.start'))
  const content = contentOf(startSchema.parse(fixture))
  return {
    content,
    title: content.header?.title ?? '',
    labels: new Map(fixture.persons.map(person => [person.id, person.label])),
  }
}

const oneOfSchema = z.object({ oneOf: z.array(z.string()) })
const afterSchema = z.object({
  formalia: z.object({ agendaApproved: z.object({ approved: z.boolean(), changes: z.array(z.string()) }) }),
  lateContributions: z.array(lateContributionSchema.extend({ op: z.string() })),
  agenda: z.array(z.looseObject({ body: z.array(z.union([z.string(), oneOfSchema])) })),
})

/** A1 as it stands at 14:10 (fixture `a.afterTimeline`): of texts that may end in two ways, the first. */
export function a1Content(): MinutesContent {
  const fixture = z.looseObject({}).parse(readFixture('a.afterTimeline'))
  const { formalia, lateContributions, agenda } = afterSchema.parse(fixture)
  const settled = agenda.map(item => ({
    ...item,
    body: item.body.map(text => (typeof text === 'string' ? text : text.oneOf[0])),
  }))
  return {
    ...contentOf(startSchema.parse({ ...fixture, agenda: settled })),
    formalia,
    lateContributions: lateContributions.map(({ op, ...late }) => ({ id: op, ...late })),
  }
}
