import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { atomic, listOf } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { day, daySchema, reference, text } from '#shared/document/values.ts'
import {
  itemKindSchema,
  kitPhaseSchema,
  ownerSchema,
  reviewFieldSchema,
} from '#shared/kinds/kitItem/enums.ts'
import { itemDocumentKindSchema, itemStateSchema } from './enums.ts'
import { starterKitSeed } from './seed.ts'

export * from './enums.ts'

/** What stood on the paper when an item was printed: „gedruckt am … mit alter Uhrzeit“ (domain.md 5.3). */
export const printedSchema = z.object({ on: daySchema, meeting: z.string(), place: z.string() })

/** A labelled folder of the case. Its content is a document of its own. */
export const kitEntrySchema = z.object({
  /** `SP-07` */
  code: text,
  title: text,
  itemKind: itemKindSchema.nullable().default(null),
  purpose: text,
  phases: z.array(kitPhaseSchema).default([]),
  formats: z.array(z.string()).default([]),
  owner: ownerSchema.nullable().default(null),
  /** which profession has to check the text before it is used */
  review: reviewFieldSchema.nullable().default(null),
  documentId: reference,
  documentKind: itemDocumentKindSchema.default('kitItem'),
  state: itemStateSchema.default('nicht_begonnen'),
  note: text,
  printed: atomic(printedSchema).nullable().default(null),
})

export const starterKitDraftSchema = z.object({
  groupRecordId: reference,
  header: z.object({
    title: text,
    /** of the federation's kit */
    version: text,
    asOf: day,
    /** every item has its document; until then packing can be taken up again */
    packedOn: day,
  }),
  items: listOf(kitEntrySchema),
})
export type StarterKitDraft = z.output<typeof starterKitDraftSchema>
export type KitEntry = StarterKitDraft['items'][number]

/** Starterpaket, Medienkoffer (domain.md 5): the case in which a group finds what it needs, phase by phase. */
export const starterKit = defineKind({
  name: 'starterKit',
  schemaVersion: 1,
  draft: starterKitDraftSchema,
  seed: starterKitSeed,
  begin(handle, { title, today }) {
    handle.record('header').assign({ title, asOf: today })
  },
  card: ({ header, items }) => ({
    title: header.title,
    date: null,
    start: null,
    place: null,
    outline: items.map(item => item.title),
    parts: items.flatMap(item => item.documentId ?? []),
  }),
})
export type StarterKitHandle = RecordHandle<typeof starterKitDraftSchema>
