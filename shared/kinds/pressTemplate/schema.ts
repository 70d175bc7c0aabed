import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { atomic, listOf, prose } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { day, daySchema, reference, text, time, timeSchema } from '#shared/document/values.ts'
import { languageProfileSchema } from '#shared/rules/language/schema.ts'
import { opennessSchema, pressFormSchema, whichSchema } from './enums.ts'
import { imageSchema } from './imageSchema.ts'
import { quoteSchema } from './quoteSchema.ts'
import { pressTemplateSeed } from './seed.ts'

export * from './enums.ts'
export { consentSchema, imageSchema } from './imageSchema.ts'
export { quoteSchema } from './quoteSchema.ts'

/** The template of which a release is a variant: its version stands still, whatever becomes of the template (4.2). */
export const basedOnSchema = z.object({
  documentId: z.string().min(1).nullable(),
  code: z.string(),
  version: z.string(),
})

/** Characters with blanks from the headline to the end of the body (domain.md 4.1; sources P1–P3). */
export const defaultLengthLimit = 2_500

export const headerSchema = z.object({
  form: pressFormSchema.default('mitteilung'),
  /** „PV-03“; releases have none */
  code: text,
  title: text,
  version: text,
  basedOn: atomic(basedOnSchema).nullable().default(null),
  /** Herausgeber and Verwendung of a template */
  publisher: text,
  usage: text,
  /** the day it is dated with: of the draft, then of sending */
  date: day,
  languageProfile: languageProfileSchema.default('neutral'),
  lengthLimit: z.int().min(100).max(100_000).default(defaultLengthLimit),
  /** „Belegexemplar erbeten“ */
  voucherCopy: z.boolean().default(false),
})

/** A day, and a time of day once it is known: „2026-06-18T18:00“, by the clocks in Europe/Berlin. */
export const localMomentSchema = z.string().refine(written => {
  const [day = '', time, ...more] = written.split('T')
  return (
    more.length === 0 &&
    daySchema.safeParse(day).success &&
    (time === undefined || timeSchema.safeParse(time).success)
  )
}, 'localMoment')

/** Sperrfrist (domain.md 4.1, 4.4 G5): a request to the press; what is bound is only what this program controls. */
export const embargoSchema = z.object({
  until: localMomentSchema.nullable().default(null),
  zone: z.literal('Europe/Berlin').default('Europe/Berlin'),
  /** when the clocks show `until` twice */
  which: whichSchema.nullable().default(null),
  reason: text,
  /** „Es gilt das gesprochene Wort“ */
  spokenWord: z.boolean().default(false),
})

/** What the release invites to: `veranstaltung.*` in the text. */
export const eventSchema = z.object({ date: day, time, place: text })

export const releaseTextSchema = z.object({
  headline: text,
  subheading: text,
  /** Spitzmarke: place and day; without a day that of the embargo or of sending */
  datelinePlace: text,
  datelineDate: day,
  lead: prose(),
  body: prose(),
})

/** One paragraph per openness; the group's own decides which of them is shown at `{{absatz.zugang}}` (4.2). */
export const accessSchema = z.object({
  /** `null`: as the facts of the group say */
  openness: opennessSchema.nullable().default(null),
  offen: prose(),
  offen_mit_vorgespraech: prose(),
  geschlossen: prose(),
})

/** „Was steht schon drin?“: ticked by people; the program only suggests. */
export const wQuestionsSchema = z.object({
  wer: z.boolean().default(false),
  was: z.boolean().default(false),
  wann: z.boolean().default(false),
  wo: z.boolean().default(false),
  warum: z.boolean().default(false),
  wie: z.boolean().default(false),
})

export const pressTemplateDraftSchema = z.object({
  header: headerSchema,
  embargo: embargoSchema,
  event: eventSchema,
  text: releaseTextSchema,
  access: accessSchema,
  quotes: listOf(quoteSchema),
  wQuestions: wQuestionsSchema,
  /** Über uns, from the master of the federation and of the region */
  boilerplate: z.object({ federation: text, region: text, version: text }),
  contact: z.object({ name: text, function: text, phone: text, hours: text, email: text }),
  /** V. i. S. d. P.: with the address of the organisation */
  responsible: z.object({ name: text, address: text }),
  images: listOf(imageSchema),
  /** Krisenhinweis: numbers from the master */
  crisis: z.object({ notice: text }),
  /** Hinweise für die Redaktion vor Ort; never printed */
  local: z.object({ notes: prose() }),
  /** values of this release for merge fields (4.2); the id is the name of the merge field */
  values: listOf(z.object({ value: text })),
  /** words that stay although the language check found them; „so lassen“ */
  keptWords: listOf(z.object({ rule: text, word: text })),
  /** whose facts it shows; `null`: those of the only group record of the space */
  groupRecordId: reference,
})
export type PressDraft = z.output<typeof pressTemplateDraftSchema>
export type Quote = PressDraft['quotes'][number]
export type PressImage = PressDraft['images'][number]
export type Embargo = PressDraft['embargo']

/**
 * Press template and press release (domain.md 4): one kind, because a release is a template with its values. Approval,
 * sending and embargo as a promise of this program are rows of the record, never fields of the draft.
 */
export const pressTemplate = defineKind({
  name: 'pressTemplate',
  schemaVersion: 1,
  draft: pressTemplateDraftSchema,
  seed: pressTemplateSeed,
  begin(handle, { title, today }) {
    handle.record('header').assign({ title, date: today, version: '0.1' })
  },
  card: ({ header, text }) => ({
    title: header.title || text.headline,
    // a release is no meeting: the desk does not lay it among those of the day
    date: null,
    start: null,
    place: null,
    outline: [text.headline, text.subheading].filter(line => line !== ''),
  }),
})
export type PressHandle = RecordHandle<typeof pressTemplateDraftSchema>
