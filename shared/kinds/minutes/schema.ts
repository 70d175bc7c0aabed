import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { atomic, listOf, prose } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { day, daySchema, reference, references, text, time, timeSchema } from '#shared/document/values.ts'
import { attachmentSchema } from './attachment.ts'
import { decisionSchema, electionSchema } from './decision.ts'
import {
  agendaResultSchema,
  agendaTypeSchema,
  attendanceStatusSchema,
  confidentialitySchema,
  listingSchema,
  meetingFormatSchema,
  meetingKindSchema,
  protocolTypeSchema,
  taskStateSchema,
  votingSchema,
} from './enums.ts'
import { lateContributionSchema } from './late.ts'
import { minutesSeed, minutesSeed1 } from './seed.ts'
import { assemblySchema } from './special/assembly.ts'
import { cooperationSchema } from './special/cooperation.ts'
import { foundingSchema } from './special/founding.ts'
import { gatheringSchema } from './special/gathering.ts'
import { naloxonePeerSchema } from './special/naloxonePeer.ts'
import { regionTeamSchema } from './special/regionTeam.ts'
import { steeringSchema } from './special/steering.ts'
import { visitSchema } from './special/visit.ts'

export * from './decision.ts'
export * from './enums.ts'

export const breakSchema = z.object({ from: timeSchema, to: timeSchema })
export const nextMeetingSchema = z.object({
  date: daySchema,
  start: timeSchema.optional(),
  place: z.string().optional(),
})

/** Kopfdaten (domain.md 2.2). What nobody has entered yet is `null`, '' or []. */
export const headerSchema = z.object({
  number: text,
  title: text,
  orgId: reference,
  meetingKind: meetingKindSchema.nullable().default(null),
  protocolType: protocolTypeSchema.nullable().default(null),
  date: day,
  start: time,
  end: time,
  breaks: z.array(breakSchema).default([]),
  format: meetingFormatSchema.nullable().default(null),
  place: z.string().nullable().default(null),
  invitedOn: day,
  agendaSentOn: day,
  /** The invitation says how to take part electronically (§ 32 (2) BGB, V20). The link itself is kept nowhere. */
  remoteAccessOnInvitation: z.boolean().default(false),
  chair: reference,
  minuteTakers: references,
  timeKeeper: reference,
  speakerListKeeper: reference,
  confidentiality: confidentialitySchema.nullable().default(null),
  previousMinutesId: reference,
  nextMeeting: atomic(nextMeetingSchema).nullable().default(null),
  objectionsUntil: day,
})

/** Tagesordnung and the previous minutes: approved with which changes or objections; `null` while nobody has asked. */
export const formaliaSchema = z.object({
  agendaApproved: z
    .object({ approved: z.boolean(), changes: z.array(z.string()) })
    .nullable()
    .default(null),
  previousMinutes: z
    .object({ approved: z.boolean(), objections: z.array(z.string()) })
    .nullable()
    .default(null),
})

/** `of`: how many are entitled to vote at all. `percent` of them for a share, 0 < percent ≤ 100. */
export const quorumRuleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('keine') }),
  z.object({ type: z.literal('mindestzahl'), min: z.int().min(1), of: z.int().min(0).optional() }),
  z.object({ type: z.literal('anteil'), percent: z.number().gt(0).max(100), of: z.int().min(0).optional() }),
])
export type QuorumRule = z.infer<typeof quorumRuleSchema>

/** What the rules of procedure say of voting: when the meeting can decide, and whether `einstimmig` bears abstentions (2.3). */
export const quorumSchema = z.object({
  rule: quorumRuleSchema.nullable().default(null),
  abstentionsBreakUnanimity: z.boolean().default(false),
})

/** From (included) to (excluded); `null` = still there (domain.md 2.4, E(t)). */
export const intervalSchema = z.tuple([timeSchema, timeSchema.nullable()])
export type Interval = z.infer<typeof intervalSchema>

/**
 * A row of the attendance list. The id is the person's id, or a guest's own id; only guests carry a name.
 * Without a valid status or voting right a row never counts towards E(t).
 */
export const attendanceRowSchema = z.object({
  name: z.string().optional(),
  affiliation: z.string().optional(),
  function: z.string().optional(),
  status: attendanceStatusSchema.default('entschuldigt'),
  voting: votingSchema.default('ohne'),
  intervals: z.array(intervalSchema).default([]),
  listing: listingSchema.default('klarname'),
  /** the person in whose place this one is here */
  substituteFor: z.string().min(1).optional(),
})

export const earlyWarningSchema = z.object({ signal: text })

export const agendaItemSchema = z.object({
  title: text,
  type: agendaTypeSchema.default('information'),
  presenter: reference,
  plannedMin: z.int().min(0).nullable().default(null),
  onInvitation: z.boolean().default(false),
  result: agendaResultSchema.default('offen'),
  /** who was out of the room for this item; presence for votes comes from the intervals alone */
  absentDuring: references,
  /** ids of attachments */
  attachments: references,
  earlyWarnings: listOf(earlyWarningSchema),
  body: prose(),
})

export const taskSchema = z.object({
  what: text,
  who: references,
  due: day,
  agendaItemId: reference,
  decisionId: z.string().min(1).optional(),
  carriedFrom: z.string().min(1).optional(),
  state: taskStateSchema.default('offen'),
})

export const minutesDraftSchema = z.object({
  header: headerSchema,
  formalia: formaliaSchema,
  quorum: quorumSchema,
  attendance: listOf(attendanceRowSchema),
  agenda: listOf(agendaItemSchema),
  decisions: listOf(decisionSchema),
  elections: listOf(electionSchema),
  tasks: listOf(taskSchema),
  attachments: listOf(attachmentSchema),
  lateContributions: listOf(lateContributionSchema, { writtenBy: 'server' }),
  regionTeam: regionTeamSchema,
  visit: visitSchema,
  gathering: gatheringSchema,
  steering: steeringSchema,
  assembly: assemblySchema,
  founding: foundingSchema,
  naloxonePeer: naloxonePeerSchema,
  cooperation: cooperationSchema,
  /** whose facts it shows; `null`: those of the only group record of the space */
  groupRecordId: reference,
})
export type MinutesDraft = z.output<typeof minutesDraftSchema>
export type Header = MinutesDraft['header']
export type AttendanceRow = MinutesDraft['attendance'][number]
export type AgendaItem = MinutesDraft['agenda'][number]
export type Task = MinutesDraft['tasks'][number]
export type Decision = MinutesDraft['decisions'][number]
export type Election = MinutesDraft['elections'][number]
export type Candidate = Election['candidates'][number]
export type Attachment = MinutesDraft['attachments'][number]
export type LateContribution = MinutesDraft['lateContributions'][number]

/**
 * Meeting minutes (Protokoll, domain.md 2): the draft. What has been decided stands in `record.ts`.
 * The special fields of all kinds of meeting are there in every document, so that changing the kind loses nothing;
 * `meetingKinds.ts` says which of them a kind shows.
 */
export const minutes = defineKind({
  name: 'minutes',
  schemaVersion: 2,
  draft: minutesDraftSchema,
  seed: minutesSeed,
  formerSeed: minutesSeed1,
  begin(handle, { title, today }) {
    handle.record('header').assign({ title, date: today })
  },
  card: ({ header, agenda }) => ({
    title: header.title,
    date: header.date,
    start: header.start,
    place: header.place,
    outline: agenda.map(item => item.title),
  }),
})
export type MinutesHandle = RecordHandle<typeof minutesDraftSchema>
