import { textIfKnown } from '#client/i18n/i18n.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import {
  agendaResultSchema,
  agendaTypeSchema,
  attendanceStatusSchema,
  commitmentSchema,
  confidentialitySchema,
  contactWaySchema,
  groupPhaseSchema,
  lateDecisionSchema,
  lateReasonSchema,
  listingSchema,
  majorityRuleSchema,
  meetingFormatSchema,
  meetingKindSchema,
  opennessSchema,
  protocolTypeSchema,
  quorumTypeSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  taskStateSchema,
  voteMethodSchema,
  votingSchema,
  weekdaySchema,
} from '#shared/kinds/minutes/enums.ts'
import { wordIfKnown } from './words.ts'

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
  voteMethod: voteMethodSchema.options,
  majorityRule: majorityRuleSchema.options,
  lateReason: lateReasonSchema.options,
  lateDecision: lateDecisionSchema.options,
  commitment: commitmentSchema.options,
  openness: opennessSchema.options,
  groupPhase: groupPhaseSchema.options,
  weekday: weekdaySchema.options,
  slotRhythm: rhythmSchema.options,
  slotFormat: slotFormatSchema.options,
  slotState: slotStateSchema.options,
  contactWay: contactWaySchema.options,
} as const
export type EnumName = keyof typeof enums

/** The word for a stored value; a value from a newer program stands as it is. */
export const wordFor = (name: EnumName, value: string): string =>
  wordIfKnown(`enum.${name}.${value}`) ?? textIfKnown(`enum.${name}.${value}`) ?? value

/** The values of an enumeration in the order of the domain, with their words. */
export function optionsOf<N extends EnumName>(name: N): Option<(typeof enums)[N][number]>[] {
  const values: readonly (typeof enums)[N][number][] = enums[name]
  return values.map(value => ({ value, label: wordFor(name, value) }))
}
