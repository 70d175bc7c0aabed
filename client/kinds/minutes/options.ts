import { textIfKnown } from '#client/i18n/i18n.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import {
  agendaResultSchema,
  agendaTypeSchema,
  attendanceStatusSchema,
  confidentialitySchema,
  listingSchema,
  meetingFormatSchema,
  meetingKindSchema,
  protocolTypeSchema,
  quorumTypeSchema,
  taskStateSchema,
  votingSchema,
} from '#shared/kinds/minutes/enums.ts'

const enums = {
  meetingKind: meetingKindSchema.options,
  protocolType: protocolTypeSchema.options,
  format: meetingFormatSchema.options,
  confidentiality: confidentialitySchema.options,
  status: attendanceStatusSchema.options,
  voting: votingSchema.options,
  listing: listingSchema.options,
  agendaType: agendaTypeSchema.options,
  agendaResult: agendaResultSchema.options,
  taskState: taskStateSchema.options,
  quorumType: quorumTypeSchema.options,
} as const
export type EnumName = keyof typeof enums

/** The word for a stored value; a value from a newer program stands as it is. */
export const wordFor = (name: EnumName, value: string): string =>
  textIfKnown(`enum.${name}.${value}`) ?? value

/** The values of an enumeration in the order of the domain, with their words. */
export function optionsOf<N extends EnumName>(name: N): Option<(typeof enums)[N][number]>[] {
  const values: readonly (typeof enums)[N][number][] = enums[name]
  return values.map(value => ({ value, label: wordFor(name, value) }))
}
