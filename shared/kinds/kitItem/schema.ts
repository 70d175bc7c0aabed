import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { atomic, listOf, prose } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { day, daySchema, reference, text } from '#shared/document/values.ts'
import {
  changeClassSchema,
  itemKindSchema,
  kitPhaseSchema,
  ownerSchema,
  plainLanguageSchema,
  reviewFieldSchema,
} from './enums.ts'
import { kitItemSeed } from './seed.ts'

export * from './enums.ts'

/** Of which master, in which version, this is a copy, and which blocks the master had (domain.md 5.4). */
export const basedOnSchema = z.object({
  item: z.string(),
  version: z.string(),
  blocks: z.array(z.string()).default([]),
})
/** `by` and `on` are empty until a professional has checked the text. */
export const reviewSchema = z.object({
  field: reviewFieldSchema,
  by: z.string(),
  on: daySchema.nullable(),
})
export const a11ySchema = z.object({ altTexts: z.boolean(), pdfUA: z.boolean(), contrast: z.boolean() })

export const kitHeaderSchema = z.object({
  /** `SP-07` */
  code: text,
  title: text,
  itemKind: itemKindSchema.nullable().default(null),
  purpose: text,
  phases: z.array(kitPhaseSchema).default([]),
  version: text,
  /** Stand */
  asOf: day,
  basedOn: atomic(basedOnSchema).nullable().default(null),
  formats: z.array(z.string()).default([]),
  owner: ownerSchema.nullable().default(null),
  licence: text,
  languages: z.array(z.string()).default([]),
  plainLanguage: plainLanguageSchema.default('keine'),
  a11y: atomic(a11ySchema).nullable().default(null),
  validUntil: day,
  review: atomic(reviewSchema).nullable().default(null),
})

/** A block as the master has it: what the copy is compared with (domain.md 5.4). */
export const blockBaseSchema = z.object({ title: z.string(), texts: z.array(z.string()) })

export const blockSchema = z.object({
  title: text,
  /** a group cannot change it */
  locked: z.boolean().default(false),
  /** frozen when the copy was made; `null` = written by the group */
  base: atomic(blockBaseSchema).nullable().default(null),
  body: prose(),
})

export const changeSchema = z.object({
  version: text,
  on: day,
  class: changeClassSchema.nullable().default(null),
  what: text,
})

export const kitItemDraftSchema = z.object({
  groupRecordId: reference,
  header: kitHeaderSchema,
  blocks: listOf(blockSchema),
  changelog: listOf(changeSchema),
})
export type KitItemDraft = z.output<typeof kitItemDraftSchema>
export type KitBlock = KitItemDraft['blocks'][number]
export type Review = z.infer<typeof reviewSchema>

/** One sheet of the starter kit (domain.md 5.2), as the federation publishes it or as a group has made it its own. */
export const kitItem = defineKind({
  name: 'kitItem',
  schemaVersion: 1,
  draft: kitItemDraftSchema,
  seed: kitItemSeed,
  begin(handle, { title, today }) {
    handle.record('header').assign({ title, asOf: today, version: '0.1' })
  },
  card: ({ header, blocks }) => ({
    title: header.title,
    date: null,
    start: null,
    place: null,
    outline: blocks.map(block => block.title),
  }),
})
export type KitItemHandle = RecordHandle<typeof kitItemDraftSchema>
