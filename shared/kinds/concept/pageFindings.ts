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
  const before = new Set<string>()
  return [
    ...missingPages(pages).map(page => found('K18', 'warn', ['pages'], 'pageMissing', { page })),
    ...pages.flatMap(page => rowOf(page, before)),
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

/** K19: somebody looks after each page, and each path stands once. `before`: the paths of the rows above. */
function rowOf(page: Page, before: Set<string>): ConceptFinding[] {
  const path = plain(page.path)
  const isTwice = page.path !== '' && before.has(path)
  if (page.path !== '') before.add(path)
  return [
    ...(page.title !== '' && page.owner === ''
      ? [found('K19', 'hint', ['pages', page.id, 'owner'], 'pageOwnerMissing')]
      : []),
    ...(isTwice ? [found('K19', 'warn', ['pages', page.id, 'path'], 'pathTwice', { path: page.path })] : []),
  ]
}

/** „/Kontakt“, „kontakt/“ and „/kontakt“ are one address. */
function plain(path: string): string {
  let [from, to] = [0, path.length]
  while (path[from] === '/') from += 1
  while (to > from && path[to - 1] === '/') to -= 1
  return path.slice(from, to).toLowerCase()
}
