import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { listOf } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { day, text, time } from '#shared/document/values.ts'
import {
  audienceSchema,
  commitmentSchema,
  developmentStageSchema,
  groupPhaseSchema,
  opennessSchema,
  orientationSchema,
  partnerKindSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
  weekOfMonthSchema,
} from './enums.ts'
import { groupRecordSeed } from './seed.ts'

export * from './enums.ts'

const yesNo = z.boolean().nullable().default(null)
const count = z.int().min(0).max(10_000).nullable().default(null)

/** Group (domain.md 1.3). Members are a number, never a list: membership alone is health data (domain.md 8). */
export const groupSchema = z.object({
  name: text,
  shortName: text,
  phase: groupPhaseSchema.nullable().default(null),
  openness: opennessSchema.nullable().default(null),
  admissionNote: text,
  audience: audienceSchema.nullable().default(null),
  orientation: z.array(orientationSchema).default([]),
  developmentStage: developmentStageSchema.nullable().default(null),
  foundedOn: day,
  firstMeetingOn: day,
  founderCount: count,
  activeMembers: count,
  /** Gruppenpartnerschaft: the other group's name */
  partnerGroup: text,
})

/** `withPreposition`: „im Haus am Anger, Raum 1“, because German has no rule for it. */
export const placeSchema = z.object({
  name: text,
  withPreposition: text,
  street: text,
  zip: text,
  city: text,
  stepFree: yesNo,
})

/** MeetingSlot (domain.md 1.3). */
export const slotSchema = z.object({
  state: slotStateSchema.default('aktiv'),
  weekday: weekdaySchema.nullable().default(null),
  from: time,
  to: time,
  rhythm: rhythmSchema.default('woche'),
  /** for a monthly meeting: which one of the month's */
  week: weekOfMonthSchema.nullable().default(null),
  /** for a rhythm in words: „an jedem Werktag vor einem Feiertag“ */
  ruleText: text,
  format: slotFormatSchema.default('praesenz'),
  place: placeSchema,
  /** secret: in no fact, no export, no print (domain.md 1.3) */
  onlineLink: text,
})

/** Partner (domain.md 1.3); `contactPerson` is a function, nobody's private name or number. */
export const partnerSchema = z.object({
  name: text,
  partnerKind: partnerKindSchema.nullable().default(null),
  contactPerson: text,
  phone: text,
  commitment: commitmentSchema.nullable().default(null),
})

export const groupRecordDraftSchema = z.object({
  group: groupSchema,
  /** the group's own number and address, never a private one (domain.md 1.3) */
  contact: z.object({ phone: text, email: text }),
  slots: listOf(slotSchema),
  /** whom the group belongs to, by name */
  affiliation: z.object({ region: text, stateAssociation: text, federation: text }),
  partners: listOf(partnerSchema),
  /** V. i. S. d. P. (domain.md 4.1) */
  responsible: z.object({ name: text, address: text }),
  /** the sentence that funders ask for, and what a health insurer looks at (domain.md 3.5) */
  funding: z.object({
    note: text,
    foundingMeetingMinuted: yesNo,
    publiclyAnnounced: yesNo,
    ownAccount: yesNo,
    professionalLead: yesNo,
  }),
})
export type GroupRecordDraft = z.output<typeof groupRecordDraftSchema>
export type Slot = GroupRecordDraft['slots'][number]
export type Partner = GroupRecordDraft['partners'][number]

/** What a group says of itself once, for all its documents (domain.md 1.3, 5.3). */
export const groupRecord = defineKind({
  name: 'groupRecord',
  schemaVersion: 1,
  draft: groupRecordDraftSchema,
  seed: groupRecordSeed,
  begin(handle, { title }) {
    handle.record('group').set('name', title)
  },
  card: ({ group, slots }) => ({
    title: group.name,
    date: null,
    start: null,
    place: null,
    outline: slots.filter(slot => slot.state === 'aktiv').map(slot => slot.place.name),
  }),
})
export type GroupRecordHandle = RecordHandle<typeof groupRecordDraftSchema>
