import type { z } from 'zod'
import { type ProseInput, proseElements } from '#shared/document/proseMaking.ts'
import type { ConceptHandle, conceptDraftSchema } from './schema.ts'
import type { SectionName } from './sections.ts'

type Input = z.input<typeof conceptDraftSchema>

const listNames = [
  'evidence',
  'goals',
  'measures',
  'partners',
  'milestones',
  'risks',
  'attachments',
  'pages',
] as const
const recordNames = [
  'audiences',
  'partnership',
  'resources',
  'evaluation',
  'continuation',
  'technology',
  'groupState',
] as const
const budgetNames = ['expenses', 'income', 'inKind'] as const

type SectionContent = { readonly title?: string; readonly body?: ProseInput }

/** A concept as plain values: what a master holds, or a person has prepared. Lists stand in order. */
export type ConceptContent = {
  readonly cover?: Partial<Omit<Input['cover'], 'period' | 'contacts'>>
  readonly period?: Partial<Input['cover']['period']>
  readonly contacts?: Input['cover']['contacts']
  readonly sections?: { readonly [K in SectionName]?: SectionContent }
  readonly budget?: { readonly [K in (typeof budgetNames)[number]]?: Input['budget'][K] }
} & { readonly [K in (typeof listNames)[number]]?: Input[K] } & {
  readonly [K in (typeof recordNames)[number]]?: Partial<Input[K]>
}

/**
 * Writes prepared content into a concept in one transaction. Entries that are there already stay as they are; text is
 * put into sections that are still empty. Throws `badInput` for values that break the schema.
 */
export function fillConcept(handle: ConceptHandle, content: ConceptContent): void {
  handle.transact(() => {
    const cover = handle.record('cover')
    cover.assign(content.cover ?? {})
    cover.record('period').assign(content.period ?? {})
    for (const { id, ...row } of content.contacts ?? []) cover.list('contacts').add(id, row)
    for (const [name, { title, body }] of Object.entries(content.sections ?? {})) {
      const section = handle.record('sections').record(name as SectionName)
      if (title !== undefined) section.set('title', title)
      const fragment = section.ensureProse('body')
      if (body !== undefined && fragment.length === 0) fragment.insert(0, proseElements(body))
    }
    for (const name of recordNames) handle.record(name).assign(content[name] ?? {})
    for (const name of listNames) addRows(handle, name, content[name] ?? [])
    for (const name of budgetNames) {
      for (const { id, ...row } of content.budget?.[name] ?? [])
        handle.record('budget').list(name).add(id, row)
    }
  })
}

function addRows(
  handle: ConceptHandle,
  name: (typeof listNames)[number],
  rows: readonly ({ readonly id: string } & object)[],
): void {
  const list: { add(id: string, row: object): unknown } = handle.list(name)
  for (const { id, ...row } of rows) list.add(id, row)
}
