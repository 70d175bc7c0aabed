import type { Finding as AnyFinding } from '#shared/document/finding.ts'
import { awaitsReview } from '#shared/kinds/kitItem/rules.ts'
import type { Review } from '#shared/kinds/kitItem/schema.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import type { StarterKitDraft } from './schema.ts'

export const starterKitDetails = [
  'titleMissing',
  'notPacked',
  'documentMissing',
  'printedOld',
  'usedUnchecked',
] as const
export type StarterKitDetail = (typeof starterKitDetails)[number]
export type Finding = AnyFinding<StarterKitDetail>

export type FindingOptions = {
  readonly facts?: Facts
  /** what the items say of their check, by the entry's id; nothing is said of an item that is not known */
  readonly reviews?: ReadonlyMap<string, Review | null>
}

/**
 * The rules of a kit.
 *
 * - SK01 the kit has a title
 * - SK02 every item has its document
 * - SK03 what was printed still says when and where the group meets (domain.md 5.3)
 * - SK04 an item that needs a medical or legal check is not used before it is checked; who checked it stands in the
 *   item's own sheet
 */
export function findings(value: StarterKitDraft, options: FindingOptions = {}): Finding[] {
  const found: Finding[] = []
  if (value.header.title.trim() === '')
    found.push({
      rule: 'SK01',
      level: 'warn',
      path: ['header', 'title'],
      detail: 'titleMissing',
      fields: {},
    })
  if (value.header.packedOn === null)
    found.push({ rule: 'SK02', level: 'warn', path: ['items'], detail: 'notPacked', fields: {} })
  for (const entry of value.items) {
    const add = (rule: string, level: Finding['level'], detail: StarterKitDetail, fields = {}) =>
      found.push({ rule, level, path: ['items', entry.id], detail, fields: { code: entry.code, ...fields } })
    if (value.header.packedOn !== null && entry.documentId === null) add('SK02', 'warn', 'documentMissing')
    if (isPrintedOld(entry.printed, options.facts))
      add('SK03', 'warn', 'printedOld', { on: entry.printed?.on ?? '' })
    if (entry.review !== null && entry.state === 'verwendet' && isUnchecked(entry.id, options.reviews))
      add('SK04', 'warn', 'usedUnchecked')
  }
  return found
}

const isUnchecked = (entry: string, reviews: FindingOptions['reviews']): boolean =>
  awaitsReview(reviews?.get(entry) ?? null)

/** Whether paper says another time or place than the group record now. What was open then is no old time. */
export function isPrintedOld(
  printed: StarterKitDraft['items'][number]['printed'],
  facts: Facts | undefined,
): boolean {
  if (printed === null || facts === undefined) return false
  const { 'gruppe.treffen': meeting = '', 'gruppe.ort.mitPraeposition': place = '' } = facts
  return (
    (printed.meeting !== '' && printed.meeting !== meeting) ||
    (printed.place !== '' && printed.place !== place)
  )
}
