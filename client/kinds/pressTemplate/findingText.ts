import { plainDay } from '#client/i18n/format.ts'
import { currentLanguage, locale } from '#client/i18n/i18n.ts'
import type { Finding } from '#shared/document/finding.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { wordIfKnown } from './words.ts'

/** The sentence for a finding: what is the matter and what helps. Days and facts as people call them. */
export function findingText({ detail, fields }: Finding): string {
  const shown = { ...fields }
  for (const key of ['day', 'until']) {
    const day = fields[key]
    if (typeof day === 'string') shown[key] = plainDay(day)
  }
  for (const key of ['length', 'limit', 'over']) {
    const count = fields[key]
    if (typeof count === 'number') shown[key] = count.toLocaleString(locale())
  }
  if (typeof fields.name === 'string' && (detail === 'variableOpen' || detail === 'valueDiffers'))
    shown.label = factLabel(fields.name, currentLanguage())
  return wordIfKnown(`finding.${detail}`, shown) ?? detail
}
