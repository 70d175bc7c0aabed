import type { Finding } from '#shared/document/finding.ts'
import { wordFor } from './options.ts'
import { wordIfKnown } from './words.ts'

/** The sentence for a finding: what is the matter and what helps. */
export function findingText({ detail, fields }: Finding): string {
  const { weekday } = fields
  const named = typeof weekday === 'string' ? { ...fields, weekday: wordFor('weekday', weekday) } : fields
  return wordIfKnown(`finding.${detail}`, named) ?? detail
}
