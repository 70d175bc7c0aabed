import { conceptKindSchema } from '#shared/kinds/concept/enums.ts'
import { type SectionName, sectionsOf } from '#shared/kinds/concept/sections.ts'
import { word } from './words.ts'

/** The section in which the typed rows and fields of a root stand. */
const sectionOfRoot: Readonly<Record<string, SectionName>> = {
  evidence: 'background',
  goals: 'goals',
  audiences: 'audiences',
  measures: 'measures',
  partners: 'cooperation',
  partnership: 'cooperation',
  milestones: 'schedule',
  resources: 'resources',
  budget: 'budget',
  evaluation: 'evaluation',
  continuation: 'continuation',
  risks: 'risks',
  attachments: 'attachments',
  pages: 'pagePlan',
  technology: 'technology',
}
const names: ReadonlySet<string> = new Set(conceptKindSchema.options.flatMap(kind => sectionsOf(kind)))
const isSection = (name: string | undefined): name is SectionName => name !== undefined && names.has(name)

/** „dem Abschnitt „Ziele““, „dem Deckblatt“ for a path of the document; `null` for what nobody knows. */
export function placeWord(path: string): string | null {
  const [root = '', part] = path.split('/')
  if (root === 'cover') return word('place.cover')
  if (root === 'groupState') return word('place.funding')
  const section = root === 'sections' ? part : sectionOfRoot[root]
  return isSection(section) ? word('place.section', { name: word(`section.${section}`) }) : null
}
