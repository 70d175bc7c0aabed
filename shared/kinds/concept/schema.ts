import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { listOf, prose } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { centsSchema, day, reference, references, text } from '#shared/document/values.ts'
import {
  attachmentKindSchema,
  commitmentSchema,
  conceptKindSchema,
  conceptStatusSchema,
  contributionSchema,
  expenseCategorySchema,
  goalLevelSchema,
  incomeSourceSchema,
  incomeStatusSchema,
  likelihoodSchema,
  milestoneStateSchema,
  opennessSchema,
  pageStateSchema,
  plainLanguageSchema,
} from './enums.ts'
import { sectionsOf } from './sections.ts'
import { conceptSeed } from './seed.ts'

export * from './enums.ts'

const cents = centsSchema.nullable().default(null)
/** A quantity, a baseline, hours: any finite number a person would write; more than a million is a slip of the finger. */
export const quantitySchema = z.number().gte(-1_000_000).lte(1_000_000)
const quantity = quantitySchema.nullable().default(null)
const count = z.int().min(0).max(1_000_000).nullable().default(null)
/** `null`: nobody has said it yet. */
const saidYes = z.boolean().nullable().default(null)

/** A day („2026-07-20“) or only a month („2026-07“): „Stand Juli 2026“. */
export const asOfSchema = z.union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)])

/** Whom a reader may ask; a function or a group number, never a private one. */
export const contactSchema = z.object({ name: text, phone: text, email: text })

/** Deckblatt (domain.md 3.2). `readers`: for whom it is written, as the mini concept says it below its title. */
export const coverSchema = z.object({
  conceptKind: conceptKindSchema.default('konzeptpapier'),
  title: text,
  carrier: text,
  readers: text,
  period: z.object({ from: day, to: day }),
  version: text,
  asOf: asOfSchema.nullable().default(null),
  status: conceptStatusSchema.default('entwurf'),
  contacts: listOf(contactSchema),
})

/** `title`: the heading, where the house wants another one than the usual. */
const sectionSchema = z.object({ title: text, body: prose() })
/** Written out, so that each has its type; `sections.ts` says which variant shows which. */
const sectionsSchema = z.object({
  summary: sectionSchema,
  background: sectionSchema,
  goals: sectionSchema,
  audiences: sectionSchema,
  measures: sectionSchema,
  cooperation: sectionSchema,
  schedule: sectionSchema,
  resources: sectionSchema,
  budget: sectionSchema,
  evaluation: sectionSchema,
  continuation: sectionSchema,
  risks: sectionSchema,
  attachments: sectionSchema,
  whoWeAre: sectionSchema,
  whatWeOffer: sectionSchema,
  whatWeAreNot: sectionSchema,
  howToJoin: sectionSchema,
  stance: sectionSchema,
  wishes: sectionSchema,
  contact: sectionSchema,
  pagePlan: sectionSchema,
  blocks: sectionSchema,
  accessibility: sectionSchema,
  law: sectionSchema,
  editing: sectionSchema,
  technology: sectionSchema,
  timeAndCost: sectionSchema,
  success: sectionSchema,
})

/** `fromMinutes`: the minutes and item whose early-warning signal this is („RT-OL 2026-01, TOP 2“). */
export const evidenceSchema = z.object({
  claim: text,
  source: text,
  year: z.int().min(1900).max(2200).nullable().default(null),
  fromMinutes: text,
})

export const goalSchema = z.object({
  text,
  level: goalLevelSchema.default('ziel'),
  indicator: text,
  baseline: quantity,
  target: quantity,
  unit: text,
  due: day,
  verification: text,
})

/** `who`: ids of people of the space, or names of others as they were written. */
export const measureSchema = z.object({
  what: text,
  goalIds: references,
  who: references,
  from: day,
  to: day,
  output: text,
})

/** `orgId`: the partner's record where there is one. */
export const partnerSchema = z.object({
  orgId: reference,
  name: text,
  contribution: z.array(contributionSchema).default([]),
  commitment: commitmentSchema.default('angefragt'),
  letterAttached: z.boolean().default(false),
})

export const milestoneSchema = z.object({
  due: day,
  title: text,
  who: references,
  goalIds: references,
  dependsOn: references,
  state: milestoneStateSchema.default('offen'),
})

/** `fundedBy`: ids of the lines of income that pay for this line. */
export const expenseSchema = z.object({
  category: expenseCategorySchema.nullable().default(null),
  text,
  qty: quantity,
  unit: text,
  unitCents: cents,
  amountCents: cents,
  eligible: z.boolean().default(true),
  fundedBy: references,
})

export const incomeSchema = z.object({
  source: incomeSourceSchema.nullable().default(null),
  text,
  amountCents: cents,
  status: incomeStatusSchema.default('geplant'),
})

export const inKindSchema = z.object({ text, hours: quantity })

export const riskSchema = z.object({
  risk: text,
  likelihood: likelihoodSchema.nullable().default(null),
  measure: text,
})

export const attachmentSchema = z.object({
  title: text,
  attachmentKind: attachmentKindSchema.default('sonstiges'),
  enclosed: z.boolean().default(false),
})

/** A row of the page plan (domain.md 3.3). `sourceField`: the fact the page takes from elsewhere. */
export const pageSchema = z.object({
  path: text,
  title: text,
  purpose: text,
  audience: text,
  owner: text,
  updateEvery: text,
  sourceField: text,
  plainLanguage: plainLanguageSchema.default('keine'),
  state: pageStateSchema.default('geplant'),
})

/** What somebody has said about the group for the funding check (domain.md 3.5); no person stands in it. */
export const groupStateSchema = z.object({
  ruleId: reference,
  on: day,
  foundedOn: day,
  members: count,
  openness: opennessSchema.nullable().default(null),
  foundingMeetingMinuted: saidYes,
  publiclyAnnounced: saidYes,
  ownAccount: saidYes,
  professionalLead: saidYes,
})

export const conceptDraftSchema = z.object({
  groupRecordId: reference,
  cover: coverSchema,
  sections: sectionsSchema,
  evidence: listOf(evidenceSchema),
  goals: listOf(goalSchema),
  audiences: z.object({ direct: text, indirect: text, accessibility: text }),
  measures: listOf(measureSchema),
  partners: listOf(partnerSchema),
  /** content and money stay with the group (domain.md 3.2 [F4]) */
  partnership: z.object({ independence: text }),
  milestones: listOf(milestoneSchema),
  resources: z.object({ volunteerHours: quantity, staffFte: quantity, rooms: text, equipment: text }),
  budget: z.object({
    expenses: listOf(expenseSchema),
    income: listOf(incomeSchema),
    inKind: listOf(inKindSchema),
  }),
  evaluation: z.object({ method: text, rhythm: text, who: text, counted: text }),
  continuation: z.object({ stays: text, financedBy: text }),
  risks: listOf(riskSchema),
  attachments: listOf(attachmentSchema),
  pages: listOf(pageSchema),
  /** what 3.3 asks of the technology of a website */
  technology: z.object({
    hostInEu: z.boolean().default(false),
    noTracking: z.boolean().default(false),
    contactWithoutAccount: z.boolean().default(false),
    imageRights: z.boolean().default(false),
  }),
  groupState: groupStateSchema,
})
export type ConceptDraft = z.output<typeof conceptDraftSchema>
export type Goal = ConceptDraft['goals'][number]
export type Measure = ConceptDraft['measures'][number]
export type Milestone = ConceptDraft['milestones'][number]
export type Partner = ConceptDraft['partners'][number]
export type Budget = ConceptDraft['budget']
export type Expense = Budget['expenses'][number]
export type Income = Budget['income'][number]
export type Page = ConceptDraft['pages'][number]

/** Concept papers (Konzeptpapier, Kleinstkonzept, Web-Konzept; domain.md 3): one kind, three variants. */
export const concept = defineKind({
  name: 'concept',
  schemaVersion: 1,
  draft: conceptDraftSchema,
  seed: conceptSeed,
  begin(handle, { title, today }) {
    handle.record('cover').assign({ title, version: '0.1', asOf: today })
  },
  // A concept takes place on no day: its dates are those of its milestones. The parts are called as the house calls them.
  card: ({ cover, sections, goals }) => ({
    title: cover.title,
    date: null,
    start: null,
    place: null,
    outline: [
      ...sectionsOf(cover.conceptKind).map(name => sections[name].title),
      ...(cover.conceptKind === 'kleinstkonzept' ? [] : goals.map(goal => goal.text)),
    ].filter(title => title !== ''),
  }),
})
export type ConceptHandle = RecordHandle<typeof conceptDraftSchema>
