import { charactersOf } from '#shared/kinds/concept/lengths.ts'
import type { ConceptDraft, ConceptKind } from '#shared/kinds/concept/schema.ts'
import { type SectionName, sectionsOf } from '#shared/kinds/concept/sections.ts'

/** A section as the sheet shows it. */
export type Place = {
  readonly name: SectionName
  /** the number in the margin; `null` for what is empty, and in a mini concept, which has none */
  readonly number: number | null
  readonly isFilled: boolean
  /** something stands in its text; without, paper shows its rows only */
  readonly hasText: boolean
}
export type Layout = { readonly kind: ConceptKind; readonly places: readonly Place[] }

/**
 * The sections of the variant in order. What is empty is not printed and has no number, so that the numbers on the
 * screen are those on paper.
 */
export function layoutOf(value: ConceptDraft): Layout {
  const kind = value.cover.conceptKind
  let number = 0
  const places = sectionsOf(kind).map(name => {
    const filled = isFilled(value, name)
    if (filled) number++
    return {
      name,
      number: filled && kind !== 'kleinstkonzept' ? number : null,
      isFilled: filled,
      hasText: charactersOf(value.sections[name].body) > 0,
    }
  })
  return { kind, places }
}

/** Whether anybody has written anything in a section: its text, or the typed rows and fields below it. */
export function isFilled(value: ConceptDraft, name: SectionName): boolean {
  return charactersOf(value.sections[name].body) > 0 || hasTyped(value, name)
}

function hasTyped(value: ConceptDraft, name: SectionName): boolean {
  const { budget } = value
  const hasBudget = budget.expenses.length + budget.income.length + budget.inKind.length > 0
  switch (name) {
    case 'background':
      return value.evidence.length > 0
    case 'goals':
      return value.goals.length > 0
    case 'audiences':
      return hasWords(value.audiences)
    case 'measures':
      return value.measures.length > 0
    case 'cooperation':
      return value.partners.length > 0 || value.partnership.independence !== ''
    case 'schedule':
      return value.milestones.length > 0
    case 'resources':
      return hasWords(value.resources)
    case 'budget':
      return hasBudget
    case 'evaluation':
      return hasWords(value.evaluation)
    case 'continuation':
      return hasWords(value.continuation)
    case 'risks':
      return value.risks.length > 0
    case 'attachments':
      return value.attachments.length > 0
    case 'pagePlan':
      return value.pages.length > 0
    case 'technology':
      return Object.values(value.technology).some(Boolean)
    case 'timeAndCost':
      return value.milestones.length > 0 || hasBudget
    default:
      return false
  }
}

const hasWords = (record: object): boolean =>
  Object.values(record).some(field => field !== '' && field !== null)
