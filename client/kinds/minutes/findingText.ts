import { longDay } from '#client/i18n/format.ts'
import { textIfKnown } from '#client/i18n/i18n.ts'
import type { Finding } from '#shared/document/finding.ts'
import { daySchema } from '#shared/document/values.ts'
import { wordIfKnown } from './words.ts'

/**
 * The sentence for a finding: what is the matter and what helps. Persons by their display names, days written out.
 * `named`: a name as it stands in the text.
 */
export function findingText({ detail, fields }: Finding, nameOf: (id: string) => string): string {
  const { name: named = '', person, other, to = '…', ...rest } = fields
  const id = person ?? other
  const words = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, writtenOut(value)])),
    named,
    to,
    name: id === undefined ? named : nameOf(String(id)),
  }
  return wordIfKnown(`findings.${detail}`, words) ?? textIfKnown(`findings.${detail}`, words) ?? detail
}

const writtenOut = (value: string | number): string | number =>
  typeof value === 'string' && daySchema.safeParse(value).success ? longDay(value) : value
