import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { type Facts, fillIn } from '#shared/rules/mergeFields.ts'
import type { ConceptDraft } from './schema.ts'
import { variantSections } from './sections.ts'

/** Characters with blanks that a summary may have; more does not fit beside the application form (domain.md 3.2). */
export const summaryLimit = 900
/** Characters with blanks of a whole mini concept: two pages in a readable size (domain.md 3.1). */
export const miniConceptLimit = 4_500

/** Characters as a reader counts them: blanks included, ends of paragraphs not, facts as they are shown. */
export const charactersOf = (nodes: readonly ProseNode[], facts: Facts = {}): number =>
  paragraphTexts(nodes).reduce((count, paragraph) => count + Array.from(fillIn(paragraph, facts)).length, 0)

/** The text of all sections of the mini concept, without headings. */
export const miniConceptCharacters = ({ sections }: ConceptDraft, facts: Facts = {}): number =>
  variantSections.kleinstkonzept.reduce((count, name) => count + charactersOf(sections[name].body, facts), 0)
