import type { Option } from '#client/ui/fields/SelectField.tsx'
import {
  attachmentKindSchema,
  commitmentSchema,
  conceptKindSchema,
  conceptStatusSchema,
  contributionSchema,
  expenseCategorySchema,
  goalLevelSchema,
  incomeSourceSchema,
  incomeStatusSchema,
  likelihoodSchema,
  milestoneStateSchema,
  opennessSchema,
  pageStateSchema,
  plainLanguageSchema,
} from '#shared/kinds/concept/enums.ts'
import { wordIfKnown } from './words.ts'

const enums = {
  conceptKind: conceptKindSchema.options,
  status: conceptStatusSchema.options,
  goalLevel: goalLevelSchema.options,
  contribution: contributionSchema.options,
  commitment: commitmentSchema.options,
  milestoneState: milestoneStateSchema.options,
  category: expenseCategorySchema.options,
  source: incomeSourceSchema.options,
  incomeStatus: incomeStatusSchema.options,
  likelihood: likelihoodSchema.options,
  attachmentKind: attachmentKindSchema.options,
  plainLanguage: plainLanguageSchema.options,
  pageState: pageStateSchema.options,
  openness: opennessSchema.options,
} as const
export type EnumName = keyof typeof enums
export const enumNames: readonly EnumName[] = Object.keys(enums).filter(
  (name): name is EnumName => name in enums,
)

/** The word for a stored value; a value from a newer program stands as it is. */
export const wordFor = (name: EnumName, value: string): string =>
  wordIfKnown(`enum.${name}.${value}`) ?? value

/** The values of an enumeration in the order of the domain, with their words. */
export function optionsOf<N extends EnumName>(name: N): Option<(typeof enums)[N][number]>[] {
  const values: readonly (typeof enums)[N][number][] = enums[name]
  return values.map(value => ({ value, label: wordFor(name, value) }))
}
