import type { Option } from '#client/ui/fields/SelectField.tsx'
import {
  audienceSchema,
  commitmentSchema,
  developmentStageSchema,
  groupPhaseSchema,
  opennessSchema,
  orientationSchema,
  partnerKindSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
  weekOfMonthSchema,
} from '#shared/kinds/groupRecord/enums.ts'
import { wordIfKnown } from './words.ts'

export const enums = {
  phase: groupPhaseSchema.options,
  openness: opennessSchema.options,
  audience: audienceSchema.options,
  orientation: orientationSchema.options,
  developmentStage: developmentStageSchema.options,
  slotState: slotStateSchema.options,
  weekday: weekdaySchema.options,
  rhythm: rhythmSchema.options,
  week: weekOfMonthSchema.options,
  format: slotFormatSchema.options,
  partnerKind: partnerKindSchema.options,
  commitment: commitmentSchema.options,
  yesNo: ['yes', 'no'],
} as const
export type EnumName = keyof typeof enums

/** The word for a stored value; a value from a newer program stands as it is. */
export const wordFor = (name: EnumName, value: string): string => wordIfKnown(`${name}.${value}`) ?? value

/** The values of an enumeration in the order of the domain, with their words. */
export function optionsOf<N extends EnumName>(name: N): Option<(typeof enums)[N][number]>[] {
  const values: readonly (typeof enums)[N][number][] = enums[name]
  return values.map(value => ({ value, label: wordFor(name, value) }))
}
