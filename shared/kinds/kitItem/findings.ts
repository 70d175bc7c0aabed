import type { Finding as AnyFinding } from '#shared/document/finding.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type Facts, unresolved } from '#shared/rules/mergeFields.ts'
import { awaitsReview, originOf, plainLanguageOf } from './rules.ts'
import type { KitBlock, KitItemDraft } from './schema.ts'

export const kitItemDetails = [
  'titleMissing',
  'medicalReview',
  'legalReview',
  'plainLanguageUnchecked',
  'lockedChanged',
  'outdated',
  'factOpen',
  'blockEmpty',
  'blockUntitled',
] as const
export type KitItemDetail = (typeof kitItemDetails)[number]
export type Finding = AnyFinding<KitItemDetail>

export type FindingOptions = {
  /** ISO day; without it nothing is said about what is no longer valid */
  readonly today?: string
  /** without them nothing is said about open facts */
  readonly facts?: Facts
}

/**
 * The rules of a kit item, in the order of the sheet.
 *
 * - KI01 the item has a title
 * - KI02 a text that needs a medical or legal check has been checked
 * - KI03 what is called Leichte Sprache is as its readers have checked it
 * - KI04 the day until which it holds is not over
 * - KI05 a locked block reads as the master has it
 * - KI06 a block has a title and a text
 * - KI07 every merge field has its fact
 */
export function findings(value: KitItemDraft, options: FindingOptions = {}): Finding[] {
  return [
    ...header(value, options.today),
    ...value.blocks.flatMap(block => blockFindings(value, block)),
    ...openFacts(value, options.facts),
  ]
}

function header(value: KitItemDraft, today: string | undefined): Finding[] {
  const { title, review, validUntil, basedOn } = value.header
  const found: Finding[] = []
  const add = (rule: string, level: Finding['level'], field: string, detail: KitItemDetail, fields = {}) =>
    found.push({ rule, level, path: ['header', field], detail, fields })
  if (title.trim() === '') add('KI01', 'warn', 'title', 'titleMissing')
  if (review && awaitsReview(review))
    add('KI02', 'warn', 'review', review.field === 'medizin' ? 'medicalReview' : 'legalReview')
  if (plainLanguageOf(value) === 'einfach_ungeprueft')
    add('KI03', 'warn', 'plainLanguage', 'plainLanguageUnchecked')
  if (validUntil !== null && today !== undefined && validUntil < today)
    add('KI04', 'warn', 'validUntil', 'outdated', {
      validUntil,
      version: basedOn?.version ?? value.header.version,
    })
  return found
}

function blockFindings(item: KitItemDraft, block: KitBlock): Finding[] {
  const found: Finding[] = []
  const at = (field: string) => ['blocks', block.id, field]
  if (item.header.basedOn !== null && block.locked && originOf(block) === 'changed')
    found.push({ rule: 'KI05', level: 'error', path: at('body'), detail: 'lockedChanged', fields: {} })
  const hasText = paragraphTexts(block.body).some(text => text.trim() !== '')
  if (!hasText)
    found.push({ rule: 'KI06', level: 'hint', path: at('body'), detail: 'blockEmpty', fields: {} })
  else if (block.title.trim() === '')
    found.push({ rule: 'KI06', level: 'hint', path: at('title'), detail: 'blockUntitled', fields: {} })
  return found
}

/** One finding per fact, at the first block that asks for it. */
function openFacts(value: KitItemDraft, facts: Facts | undefined): Finding[] {
  if (facts === undefined) return []
  const told = new Set<string>()
  return value.blocks.flatMap(block => {
    const names = unresolved([block.title, ...paragraphTexts(block.body)], facts)
    const fresh = names.filter(name => !told.has(name))
    for (const name of fresh) told.add(name)
    return fresh.map(
      (name): Finding => ({
        rule: 'KI07',
        level: 'hint',
        path: ['blocks', block.id, 'body'],
        detail: 'factOpen',
        fields: { name },
      }),
    )
  })
}
