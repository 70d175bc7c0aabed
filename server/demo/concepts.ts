import { z } from 'zod'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import {
  attachmentKindSchema,
  commitmentSchema,
  contributionSchema,
  expenseCategorySchema,
  incomeSourceSchema,
  incomeStatusSchema,
} from '#shared/kinds/concept/enums.ts'
import type { ConceptContent } from '#shared/kinds/concept/fill.ts'
import type { SectionName } from '#shared/kinds/concept/sections.ts'
import { homeOf, nameOf } from './cast.ts'
import { readDocument, readFixture } from './files.ts'

/** Fixture `c.concept` (scenarios.md c.9) as it is written there. */
export const conceptFixtureSchema = z.object({
  fixture: z.literal('c.concept'),
  docId: z.literal('C5'),
  conceptKind: z.literal('konzeptpapier'),
  title: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  goals: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      indicator: z.string(),
      baseline: z.number(),
      target: z.number(),
      unit: z.string(),
      due: z.string(),
    }),
  ),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      due: z.string(),
      title: z.string(),
      who: z.string(),
      goals: z.array(z.string()),
    }),
  ),
  budget: z.strictObject({
    expenses: z.array(
      z.strictObject({
        id: z.string(),
        category: expenseCategorySchema,
        text: z.string(),
        qty: z.number(),
        unit: z.string(),
        unitCents: z.int(),
        amountCents: z.int(),
        eligible: z.boolean(),
      }),
    ),
    income: z.array(
      z.strictObject({
        id: z.string(),
        source: incomeSourceSchema,
        text: z.string(),
        amountCents: z.int(),
        status: incomeStatusSchema,
      }),
    ),
    inKind: z.array(z.strictObject({ text: z.string(), hours: z.number() })),
    totals: z.strictObject({ expensesCents: z.int(), incomeCents: z.int(), eligibleCents: z.int() }),
  }),
  partners: z.array(
    z.strictObject({
      org: z.string(),
      contribution: z.array(contributionSchema),
      commitment: commitmentSchema,
    }),
  ),
})
export type ConceptFixture = z.infer<typeof conceptFixtureSchema>
export const conceptFixture: ConceptFixture = conceptFixtureSchema.parse(readFixture('c.concept'))

/** A section of a document of scenarios.md: its heading, and its lines without blank ones. */
export type DocumentSection = { readonly title: string; readonly lines: readonly string[] }

/** The sections below the title of a document; „## 3. Ziele“ is headed „Ziele“. */
export function documentSections(id: 'C4' | 'C5'): DocumentSection[] {
  return readDocument(id)
    .split(/^## /mu)
    .slice(1)
    .map(part => {
      const [head = '', ...lines] = part.split('\n').filter(line => line.trim() !== '')
      return { title: head.replace(/^\d+\. /u, ''), lines }
    })
}

/** The sections of the concepts in the order of their documents. */
export const sectionNames = {
  C4: ['whoWeAre', 'whatWeOffer', 'whatWeAreNot', 'howToJoin', 'stance', 'wishes', 'contact'],
  C5: [
    'summary',
    'background',
    'goals',
    'audiences',
    'measures',
    'cooperation',
    'schedule',
    'budget',
    'evaluation',
    'continuation',
  ],
} as const satisfies Record<'C4' | 'C5', readonly SectionName[]>

/** Which sections of C5 are typed rows and not prose. */
const typedSections: ReadonlySet<SectionName> = new Set(['goals', 'schedule', 'budget'])

/** The prose of a document by section: paragraphs, and the items of lists without their dashes. */
export function documentProse(id: 'C4' | 'C5'): ReadonlyMap<SectionName, DocumentSection> {
  const sections = documentSections(id)
  const names: readonly SectionName[] = sectionNames[id]
  return new Map(
    names.map((name, place) => {
      const { title = '', lines = [] } = sections[place] ?? {}
      return [name, { title, lines: id === 'C5' && typedSections.has(name) ? [] : lines }] as const
    }),
  )
}

const prose = (id: 'C4' | 'C5'): ConceptContent['sections'] =>
  Object.fromEntries(
    [...documentProse(id)].map(
      ([name, { title, lines }]) => [name, { title, body: nodesFromLines(lines) }] as const,
    ),
  )

/**
 * What the measures of C5 say in typed form: its section 5 tells them in prose, and the fixture has none.
 */
export const measuresOfC5 = [
  { id: 'MA1', what: 'Vier Informationsabende', goalIds: ['Z1', 'Z2'], from: '2026-10-01', to: '2027-05-31' },
  {
    id: 'MA2',
    what: 'Flyer in Leichter Sprache',
    goalIds: ['Z1', 'Z3'],
    from: '2026-11-01',
    to: '2027-01-31',
  },
  {
    id: 'MA3',
    what: 'Feste Absprachen mit zwei Einrichtungen',
    goalIds: ['Z4'],
    from: '2026-09-01',
    to: '2027-03-31',
  },
] as const

/** C5 as content of a concept: the fixture's rows, the document's prose. */
export function contentOfC5(): ConceptContent {
  const { goals, milestones, budget, partners } = conceptFixture
  return {
    cover: {
      conceptKind: 'konzeptpapier',
      title: conceptFixture.title,
      carrier: 'Selbsthilfegruppe Lichtblick Hohenlichtern im Brückenschlag Landesverband Mittelland e. V.',
      version: '0.9',
      asOf: '2026-07-20',
      status: 'entwurf',
    },
    period: conceptFixture.period,
    sections: prose('C5') ?? {},
    goals,
    measures: measuresOfC5.map(({ goalIds, ...row }) => ({ ...row, goalIds: [...goalIds] })),
    milestones: milestones.map(({ goals: goalIds, who, ...row }) => ({
      ...row,
      // whoever is not of the group stands there by name
      who: [homeOf(who) === 'g.lichtblick' ? who : nameOf(who)],
      goalIds,
    })),
    partners: partners.map(({ org, ...row }) => ({ id: org, orgId: org, name: nameOf(org), ...row })),
    partnership: { independence: 'Über Inhalte und Mittel entscheidet allein die Gruppe.' },
    budget: {
      expenses: budget.expenses,
      income: budget.income,
      inKind: budget.inKind.map((row, place) => ({ id: `I${place + 1}`, ...row })),
    },
    attachments: [
      {
        id: 'AN1',
        title: 'Zustimmung der Mitglieder vom 13. Juli 2026',
        attachmentKind: attachmentKindSchema.enum.beschluss,
        enclosed: false,
      },
    ],
  }
}

/** C4 as content of a concept. */
export const contentOfC4 = (): ConceptContent => ({
  cover: {
    conceptKind: 'kleinstkonzept',
    title: 'Lichtblick Hohenlichtern stellt sich vor',
    readers:
      'Für Arztpraxen, Beratungsstellen, Jobcenter, Kirchengemeinden und alle, die Menschen auf die Gruppe hinweisen möchten',
    asOf: '2026-07',
    version: '1.0',
  },
  sections: prose('C4') ?? {},
})
