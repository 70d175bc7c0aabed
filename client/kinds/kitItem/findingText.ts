import { plainDay } from '#client/i18n/format.ts'
import { currentLanguage } from '#client/i18n/i18n.ts'
import type { Finding } from '#shared/document/finding.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { wordIfKnown } from './words.ts'

/** The sentence for a finding: what is the matter and what helps. Facts and days by their words. */
export function findingText({ detail, fields }: Finding): string {
  const { name, validUntil } = fields
  const words = {
    ...fields,
    ...(typeof name === 'string' && { label: factLabel(name, currentLanguage()) }),
    ...(typeof validUntil === 'string' && { validUntil: plainDay(validUntil) }),
  }
  return wordIfKnown(`finding.${detail}`, words) ?? detail
}
