import { type ConceptFinding, found } from './finding.ts'
import type { ConceptDraft, Page } from './schema.ts'

/** The pages that every website must have (domain.md 3.3) and how their title or path gives them away. */
export const obligatoryPages = {
  impressum: /impressum|imprint/i,
  datenschutz: /datenschutz|privacy/i,
  kontakt: /kontakt|contact/i,
  krisenhinweis: /krise|notfall|notruf|sofort.?hilfe/i,
} as const
export type ObligatoryPage = keyof typeof obligatoryPages
export const obligatoryPageNames: readonly ObligatoryPage[] = [
  'impressum',
  'datenschutz',
  'kontakt',
  'krisenhinweis',
]

/** The obligatory pages that no row of the plan is, in the order of the domain. */
export const missingPages = (pages: readonly Page[]): ObligatoryPage[] =>
  obligatoryPageNames.filter(
    name =>
      !pages.some(({ title, path }) => obligatoryPages[name].test(title) || obligatoryPages[name].test(path)),
  )

/** K18–K20: the web concept. */
export function pageFindings({ pages, technology }: ConceptDraft): ConceptFinding[] {
  return [
    ...missingPages(pages).map(page => found('K18', 'warn', ['pages'], 'pageMissing', { page })),
    ...pages.flatMap((page, place) => rowOf(page, pages.slice(0, place))),
    ...(technology.hostInEu ? [] : [found('K20', 'hint', ['technology', 'hostInEu'], 'hostOutsideEu')]),
    ...(technology.noTracking ? [] : [found('K20', 'hint', ['technology', 'noTracking'], 'trackingOpen')]),
    ...(technology.contactWithoutAccount
      ? []
      : [found('K20', 'hint', ['technology', 'contactWithoutAccount'], 'contactNeedsAccount')]),
    ...(technology.imageRights
      ? []
      : [found('K20', 'hint', ['technology', 'imageRights'], 'imageRightsOpen')]),
  ]
}

/** K19: somebody looks after each page, and each path stands once. */
function rowOf(page: Page, before: readonly Page[]): ConceptFinding[] {
  const isTwice = page.path !== '' && before.some(other => samePath(other.path, page.path))
  return [
    ...(page.title !== '' && page.owner === ''
      ? [found('K19', 'hint', ['pages', page.id, 'owner'], 'pageOwnerMissing')]
      : []),
    ...(isTwice ? [found('K19', 'warn', ['pages', page.id, 'path'], 'pathTwice', { path: page.path })] : []),
  ]
}

/** „/Kontakt“, „kontakt/“ and „/kontakt“ are one address. */
const samePath = (left: string, right: string): boolean => plain(left) === plain(right)
const plain = (path: string): string => path.toLowerCase().replace(/^\/+|\/+$/g, '')
