import { plainDay } from '#client/i18n/format.ts'
import type { Finding } from '#shared/document/finding.ts'
import { wordIfKnown } from './words.ts'

/** The sentence for a finding: what is the matter and what helps. */
export function findingText({ detail, fields }: Finding): string {
  const { on } = fields
  const words = typeof on === 'string' ? { ...fields, on: plainDay(on) } : fields
  return wordIfKnown(`finding.${detail}`, words) ?? detail
}
