import type { ConceptKind } from './enums.ts'

/**
 * The sections of each variant in their order (domain.md 3.1–3.3). The document holds all of them: changing the
 * variant changes what is shown, never what is there. `goals` and `audiences` are shared by two variants.
 */
export const variantSections = {
  konzeptpapier: [
    'summary',
    'background',
    'goals',
    'audiences',
    'measures',
    'cooperation',
    'schedule',
    'resources',
    'budget',
    'evaluation',
    'continuation',
    'risks',
    'attachments',
  ],
  kleinstkonzept: ['whoWeAre', 'whatWeOffer', 'whatWeAreNot', 'howToJoin', 'stance', 'wishes', 'contact'],
  webkonzept: [
    'goals',
    'audiences',
    'pagePlan',
    'blocks',
    'accessibility',
    'law',
    'editing',
    'technology',
    'timeAndCost',
    'success',
  ],
} as const satisfies Record<ConceptKind, readonly string[]>

export type SectionName = (typeof variantSections)[ConceptKind][number]

export const sectionsOf = (kind: ConceptKind): readonly SectionName[] => variantSections[kind]
