import type { Piece, Section } from '#client/document/readable.ts'
import { euros, joined, plainDay } from '#client/i18n/format.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import { type SectionName, sectionsOf, variantSections } from '#shared/kinds/concept/sections.ts'
import { writeDecimal } from '#shared/rules/money.ts'
import { writeAsOf } from './asOf.ts'
import { goalLabel, milestoneLabel } from './findingText.ts'
import { wordFor } from './options.ts'
import { word } from './words.ts'

type NameOf = (id: string) => string
/** Path, label, words; a piece without words is left out. */
type Entry = readonly [path: string, label: string | null, words: string | null]

/** A concept as a person reads it: every section that holds something, also those of the variants not shown now. */
export function readableConcept(value: ConceptDraft, nameOf: NameOf): Section[] {
  const shown = sectionsOf(value.cover.conceptKind)
  const others = Object.values(variantSections)
    .flat()
    .filter(name => !shown.some(one => one === name))
  const names = [...new Set<SectionName>([...shown, ...others])]
  return [
    { title: word('cover.title'), pieces: pieces(coverEntries(value)) },
    ...names.map(name => ({
      title: value.sections[name].title || word(`section.${name}`),
      pieces: [...prose(value, name), ...pieces(typedEntries(value, name, nameOf))],
    })),
  ].filter(section => section.pieces.length > 0)
}

const pieces = (entries: readonly Entry[]): Piece[] =>
  entries.flatMap(([path, label, words]) => (words ? [{ path, label, paragraphs: [words] }] : []))

function prose({ sections }: ConceptDraft, name: SectionName): Piece[] {
  const paragraphs = paragraphTexts(sections[name].body)
  return paragraphs.some(paragraph => paragraph.trim() !== '')
    ? [{ path: `sections/${name}/body`, label: null, paragraphs }]
    : []
}

function coverEntries({ cover }: ConceptDraft): Entry[] {
  const { period } = cover
  return [
    ['cover/title', word('cover.name'), cover.title],
    ['cover/conceptKind', word('variant.label'), wordFor('conceptKind', cover.conceptKind)],
    ['cover/carrier', word('cover.carrier'), cover.carrier],
    ['cover/readers', word('cover.readers'), cover.readers],
    ['cover/period/from', word('cover.from'), dayOf(period.from)],
    ['cover/period/to', word('cover.to'), dayOf(period.to)],
    ['cover/status', word('cover.status'), wordFor('status', cover.status)],
    ['cover/version', word('cover.version'), cover.version],
    ['cover/asOf', word('cover.asOf'), cover.asOf === null ? null : writeAsOf(cover.asOf)],
    ...cover.contacts.map(
      ({ id, name, phone, email }): Entry => [
        `cover/contacts/${id}`,
        word('cover.contacts'),
        line(name, phone, email),
      ],
    ),
  ]
}

function typedEntries(value: ConceptDraft, name: SectionName, nameOf: NameOf): Entry[] {
  switch (name) {
    case 'background':
      return value.evidence.map(row => [
        `evidence/${row.id}`,
        null,
        line(row.claim, row.source, row.year === null ? null : String(row.year), row.fromMinutes),
      ])
    case 'goals':
      return value.goals.map(goal => [
        `goals/${goal.id}`,
        goalLabel(value, goal.id),
        line(
          goal.text,
          goal.indicator,
          numbers(goal.baseline, goal.target),
          goal.unit,
          dayOf(goal.due),
          goal.verification,
          wordFor('goalLevel', goal.level),
        ),
      ])
    case 'audiences':
      return [
        ['audiences/direct', word('audience.direct'), value.audiences.direct],
        ['audiences/indirect', word('audience.indirect'), value.audiences.indirect],
        ['audiences/accessibility', word('audience.accessibility'), value.audiences.accessibility],
      ]
    case 'measures':
      return value.measures.map(row => [
        `measures/${row.id}`,
        null,
        line(
          row.what,
          goalsOf(value, row.goalIds),
          names(row.who, nameOf),
          dayOf(row.from),
          dayOf(row.to),
          row.output,
        ),
      ])
    case 'cooperation':
      return [
        ...value.partners.map(
          (row): Entry => [
            `partners/${row.id}`,
            null,
            line(
              row.name,
              ...row.contribution.map(one => wordFor('contribution', one)),
              wordFor('commitment', row.commitment),
              row.letterAttached ? word('partner.letterIs') : null,
            ),
          ],
        ),
        ['partnership/independence', word('partner.independence'), value.partnership.independence],
      ]
    case 'schedule':
      return value.milestones.map(row => [
        `milestones/${row.id}`,
        milestoneLabel(value, row.id),
        line(
          row.title,
          dayOf(row.due),
          names(row.who, nameOf),
          goalsOf(value, row.goalIds),
          row.dependsOn.length === 0
            ? null
            : `${word('milestone.dependsOn')} ${joined(row.dependsOn.map(id => milestoneLabel(value, id)))}`,
          row.state === 'offen' ? null : wordFor('milestoneState', row.state),
        ),
      ])
    case 'resources':
      return [
        [
          'resources/volunteerHours',
          word('resource.volunteerHours'),
          numbers(value.resources.volunteerHours),
        ],
        ['resources/staffFte', word('resource.staffFte'), numbers(value.resources.staffFte)],
        ['resources/rooms', word('resource.rooms'), value.resources.rooms],
        ['resources/equipment', word('resource.equipment'), value.resources.equipment],
      ]
    case 'budget':
      return budgetEntries(value)
    case 'evaluation':
      return [
        ['evaluation/method', word('evaluation.method'), value.evaluation.method],
        ['evaluation/rhythm', word('evaluation.rhythm'), value.evaluation.rhythm],
        ['evaluation/who', word('evaluation.who'), value.evaluation.who],
        ['evaluation/counted', word('evaluation.counted'), value.evaluation.counted],
      ]
    case 'continuation':
      return [
        ['continuation/stays', word('continuation.stays'), value.continuation.stays],
        ['continuation/financedBy', word('continuation.financedBy'), value.continuation.financedBy],
      ]
    case 'risks':
      return value.risks.map(row => [
        `risks/${row.id}`,
        null,
        line(row.risk, row.likelihood === null ? null : wordFor('likelihood', row.likelihood), row.measure),
      ])
    case 'attachments':
      return value.attachments.map(row => [
        `attachments/${row.id}`,
        wordFor('attachmentKind', row.attachmentKind),
        line(row.title, row.enclosed ? word('attachment.enclosed') : null),
      ])
    case 'pagePlan':
      return value.pages.map(row => [
        `pages/${row.id}`,
        null,
        line(
          row.title,
          row.path,
          row.purpose,
          row.audience,
          row.owner,
          row.updateEvery,
          row.sourceField,
          row.plainLanguage === 'keine' ? null : wordFor('plainLanguage', row.plainLanguage),
          wordFor('pageState', row.state),
        ),
      ])
    case 'technology':
      return (['hostInEu', 'noTracking', 'contactWithoutAccount', 'imageRights'] as const).map(key => [
        `technology/${key}`,
        null,
        value.technology[key] ? word(`technology.${key}`) : null,
      ])
    default:
      return []
  }
}

function budgetEntries(value: ConceptDraft): Entry[] {
  const { expenses, income, inKind } = value.budget
  return [
    ...expenses.map(
      (row): Entry => [
        `budget/expenses/${row.id}`,
        word('budget.expenses'),
        line(
          row.text,
          line(numbers(row.qty), row.unit),
          row.unitCents === null ? null : `${word('budget.price')} ${euros(row.unitCents)}`,
          cents(row.amountCents),
          row.category === null ? null : wordFor('category', row.category),
          row.eligible ? null : word('budget.ineligible'),
        ),
      ],
    ),
    ...income.map(
      (row): Entry => [
        `budget/income/${row.id}`,
        word('budget.income'),
        line(
          row.text,
          row.source === null ? null : wordFor('source', row.source),
          cents(row.amountCents),
          wordFor('incomeStatus', row.status),
        ),
      ],
    ),
    ...inKind.map(
      (row): Entry => [
        `budget/inKind/${row.id}`,
        word('budget.inKind'),
        line(row.text, row.hours === null ? null : `${writeDecimal(row.hours)} ${word('budget.hours')}`),
      ],
    ),
  ]
}

/** What there is of these, with commas between. */
const line = (...words: readonly (string | null)[]): string => words.filter(Boolean).join(', ')
const dayOf = (day: string | null): string | null => (day === null ? null : plainDay(day))
const cents = (amount: number | null): string | null => (amount === null ? null : euros(amount))
const numbers = (...values: readonly (number | null)[]): string =>
  values
    .filter(number => number !== null)
    .map(writeDecimal)
    .join(' → ')
const names = (ids: readonly string[], nameOf: NameOf): string => joined(ids.map(nameOf))
const goalsOf = (value: ConceptDraft, ids: readonly string[]): string =>
  joined(ids.map(id => goalLabel(value, id)))
