import { euros, joined, plainDay, plainNumber } from '#client/i18n/format.ts'
import type { Finding } from '#shared/document/finding.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import { word, wordIfKnown } from './words.ts'

/** The fields that are cents, days, or ids of rows; the others stand as they are. */
const money = new Set([
  'amount',
  'written',
  'table',
  'expenses',
  'income',
  'difference',
  'requested',
  'eligible',
  'price',
])
const days = new Set(['due', 'needed', 'from', 'to', 'day'])

/** The sentence for a finding: what is the matter and what helps. Rows are called as the sheet numbers them. */
export function findingText({ detail, fields, path }: Finding, value: ConceptDraft): string {
  const shown = Object.entries(fields).map(([key, field]) => [key, shownField(key, field, value)] as const)
  const [root, id = ''] = path
  const row =
    root === 'goals'
      ? { goal: goalLabel(value, id) }
      : root === 'milestones' && fields.milestone === undefined
        ? { milestone: milestoneLabel(value, id) }
        : {}
  return wordIfKnown(`finding.${detail}`, { ...row, ...Object.fromEntries(shown) }) ?? detail
}

function shownField(key: string, field: string | number, value: ConceptDraft): string | number {
  if (typeof field === 'number') return money.has(key) ? euros(field) : plainNumber(field)
  if (days.has(key)) return plainDay(field)
  if (key === 'milestone') return milestoneLabel(value, field)
  if (key === 'page') return wordIfKnown(`page.${field}`) ?? field
  if (key === 'missing') return joined(field.split(' ').map(one => wordIfKnown(`missing.${one}`) ?? one))
  return field
}

/** „Z2“ */
export const goalLabel = ({ goals }: ConceptDraft, id: string): string => {
  const place = goals.findIndex(goal => goal.id === id)
  return place < 0 ? word('row.gone') : word('goal.label', { number: place + 1 })
}
/** „M3“ */
export const milestoneLabel = ({ milestones }: ConceptDraft, id: string): string => {
  const place = milestones.findIndex(milestone => milestone.id === id)
  return place < 0 ? word('row.gone') : word('milestone.label', { number: place + 1 })
}
