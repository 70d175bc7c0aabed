import { longDay } from '#client/i18n/format.ts'
import { textIfKnown } from '#client/i18n/i18n.ts'
import type { Finding } from '#shared/document/finding.ts'
import { daySchema } from '#shared/document/values.ts'
import { wordIfKnown } from './words.ts'

/** Fields of a finding that name a person. */
const persons = new Set(['person', 'other', 'name', 'author'])

/** The sentence for a finding: what is the matter and what helps. Persons by their display names, days written out. */
export function findingText({ detail, fields }: Finding, nameOf: (id: string) => string): string {
  const words: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(fields)) words[key] = wordOf(key, value, nameOf)
  words.name ??= words.person ?? words.other ?? ''
  words.to ??= '…'
  return wordIfKnown(`findings.${detail}`, words) ?? textIfKnown(`findings.${detail}`, words) ?? detail
}

function wordOf(key: string, value: string | number, nameOf: (id: string) => string): string | number {
  if (typeof value === 'number') return value
  if (persons.has(key)) return nameOf(value)
  return daySchema.safeParse(value).success ? longDay(value) : value
}
