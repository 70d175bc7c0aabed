import type { Option } from '#client/ui/fields/SelectField.tsx'
import {
  attributionSchema,
  motifCheckSchema,
  opennessSchema,
  pressFormSchema,
  quoteReleaseSchema,
  releaseMethodSchema,
} from '#shared/kinds/pressTemplate/enums.ts'
import { wordIfKnown } from './words.ts'

const enums = {
  form: pressFormSchema.options,
  openness: opennessSchema.options,
  attribution: attributionSchema.options,
  release: quoteReleaseSchema.options,
  method: releaseMethodSchema.options,
  motif: motifCheckSchema.options,
} as const
export type EnumName = keyof typeof enums

/** The word for a stored value; a value from a newer program stands as it is. */
export const wordFor = (name: EnumName, value: string): string => wordIfKnown(`${name}.${value}`) ?? value

/** The values of an enumeration in the order of the domain, with their words. */
export function optionsOf<N extends EnumName>(name: N): Option<(typeof enums)[N][number]>[] {
  const values: readonly (typeof enums)[N][number][] = enums[name]
  return values.map(value => ({ value, label: wordFor(name, value) }))
}
