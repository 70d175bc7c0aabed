import type { Facts } from '#shared/rules/mergeFields.ts'
import { budgetFindings } from './budgetFindings.ts'
import { type ConceptFinding, found } from './finding.ts'
import { goalFindings, measureFindings } from './goalFindings.ts'
import { charactersOf, miniConceptCharacters, miniConceptLimit, summaryLimit } from './lengths.ts'
import { milestoneFindings, reportComesLast } from './milestoneFindings.ts'
import { pageFindings } from './pageFindings.ts'
import { partnerFindings } from './partnerFindings.ts'
import { referenceFindings } from './referenceFindings.ts'
import type { ConceptDraft } from './schema.ts'
import { summaryFigures } from './summaryFigures.ts'

/** `facts`: what stands for the merge fields of the texts; lengths are counted as they are read. */
export type FindingOptions = { readonly facts?: Facts }

/**
 * The rules of domain.md 3.1–3.3, numbered here because the domain gives them no numbers. All are advice while people
 * write: a shared document may be incomplete.
 *
 * | No. | Rule | Source | Level |
 * |---|---|---|---|
 * | K01 | the amount of a line is quantity × price, rounded half up; given both it is entered | 3.2 | error, hint |
 * | K02 | quantity and price are not negative (what comes back is income) | 3.2 | warn |
 * | K03 | Σ expenses = Σ income | 3.2 | error |
 * | K04 | requested (§ 20h) ≤ eligible | 3.2 | error |
 * | K05 | what is not eligible is not paid by § 20h | 3.2, 3.5 | warn |
 * | K06 | catering is not fundable everywhere | 3.5 | hint |
 * | K07 | every goal has at least one measure | 3.2 | warn |
 * | K08 | every goal has at least one milestone | 3.2 | warn |
 * | K09 | a goal is measurable: indicator, target, unit | 3.2 | warn, hint for a Leitziel |
 * | K10 | a goal is dated, inside the period | 3.2 | hint, warn |
 * | K11 | a milestone is dated, inside the period | 3.2 | hint, warn |
 * | K12 | the last milestone is the report | 3.2 | warn |
 * | K13 | dependencies make no circle | 3.2 | error |
 * | K14 | a milestone is not due before what it depends on | 3.2 | warn |
 * | K15 | the figures of the summary are those of the tables | 3.2 | error, warn |
 * | K16 | the summary has at most 900 characters | 3.2 | warn |
 * | K17 | a mini concept has at most 4,500 characters | 3.1 | warn |
 * | K18 | Impressum, Datenschutz, Kontakt, Krisenhinweis are planned | 3.3 | warn |
 * | K19 | each page has somebody who looks after it, each path stands once | 3.3 | hint, warn |
 * | K20 | host in the EU, no tracking, contact without account, rights of images recorded | 3.3 | hint |
 * | K21 | with partners: content and money stay with the group | 3.2 | warn |
 * | K22 | a promise in writing has its letter among the attachments | 3.2 | hint |
 * | K23 | the period is known and runs forwards | 3.2 | hint, error |
 * | K24 | a measure serves a goal, runs forwards, lies inside the period | 3.2 | hint, error, warn |
 * | K25 | what a row points to is still there | 3.2 | hint |
 */
export function findings(value: ConceptDraft, options: FindingOptions = {}): ConceptFinding[] {
  const facts = options.facts ?? {}
  switch (value.cover.conceptKind) {
    case 'kleinstkonzept':
      return miniConceptFits(value, facts)
    case 'webkonzept':
      return [
        ...periodRuns(value),
        ...goalFindings(value),
        ...pageFindings(value),
        ...milestoneFindings(value),
        ...referenceFindings(value),
        ...budgetFindings(value.budget),
      ]
    case 'konzeptpapier':
      return [
        ...periodRuns(value),
        ...summaryFits(value, facts),
        ...summaryFigures(value),
        ...goalFindings(value),
        ...measureFindings(value),
        ...partnerFindings(value),
        ...milestoneFindings(value),
        ...reportComesLast(value),
        ...referenceFindings(value),
        ...budgetFindings(value.budget),
      ]
  }
}

/** K16 */
function summaryFits({ sections }: ConceptDraft, facts: Facts): ConceptFinding[] {
  const count = charactersOf(sections.summary.body, facts)
  if (count <= summaryLimit) return []
  const path = ['sections', 'summary', 'body']
  return [
    found('K16', 'warn', path, 'summaryTooLong', { count, max: summaryLimit, over: count - summaryLimit }),
  ]
}

/** K17: said once, at the cover: which section gives way is for people to say. */
function miniConceptFits(value: ConceptDraft, facts: Facts): ConceptFinding[] {
  const count = miniConceptCharacters(value, facts)
  if (count <= miniConceptLimit) return []
  const fields = { count, max: miniConceptLimit, over: count - miniConceptLimit }
  return [found('K17', 'warn', ['cover', 'title'], 'miniConceptTooLong', fields)]
}

/** K23: asked once something has been dated. */
function periodRuns({ cover, goals, milestones }: ConceptDraft): ConceptFinding[] {
  const { from, to } = cover.period
  if (from !== null && to !== null)
    return to < from
      ? [found('K23', 'error', ['cover', 'period', 'to'], 'periodBackwards', { from, to })]
      : []
  const isDated = [...goals, ...milestones].some(({ due }) => due !== null)
  return isDated
    ? [found('K23', 'hint', ['cover', 'period', from === null ? 'from' : 'to'], 'periodMissing')]
    : []
}
