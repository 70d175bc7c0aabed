import { z } from 'zod'

/** What minutes say of a group and of partners has the values of the group record (domain.md 1.3). */
export {
  commitmentSchema,
  groupPhaseSchema,
  opennessSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
} from '#shared/kinds/groupRecord/enums.ts'

/** The stored values are the domain's German ones (domain.md 2.1, 2.2); people read them through the catalogue. */
export const meetingKindSchema = z.enum([
  'regionalteam',
  'gruppenbesuch',
  'fruehjahrstreffen',
  'herbsttreffen',
  'steuerungsgruppe',
  'delegiertenversammlung',
  'gruendungstreffen',
  'naloxon_peer',
  'kooperationstreffen',
  'facharbeitskreis',
  'fachveranstaltung',
])
export type MeetingKind = z.infer<typeof meetingKindSchema>

export const protocolTypeSchema = z.enum(['ergebnis', 'ergebnis_mit_verlauf', 'verlauf'])
export type ProtocolType = z.infer<typeof protocolTypeSchema>

export const meetingFormatSchema = z.enum(['praesenz', 'hybrid', 'online'])
export type MeetingFormat = z.infer<typeof meetingFormatSchema>

export const confidentialitySchema = z.enum(['oeffentlich', 'verband', 'team', 'leitung'])
export type Confidentiality = z.infer<typeof confidentialitySchema>

export const attendanceStatusSchema = z.enum([
  'anwesend',
  'zugeschaltet',
  'entschuldigt',
  'unentschuldigt',
  'gast',
])
export type AttendanceStatus = z.infer<typeof attendanceStatusSchema>

export const votingSchema = z.enum(['stimmberechtigt', 'beratend', 'ohne'])
export type Voting = z.infer<typeof votingSchema>

/** How a person is named in the printed list. */
export const listingSchema = z.enum(['klarname', 'vorname', 'kuerzel', 'ungenannt'])
export type Listing = z.infer<typeof listingSchema>

export const agendaTypeSchema = z.enum([
  'information',
  'beratung',
  'beschluss',
  'wahl',
  'bericht',
  'formalia',
])
export type AgendaType = z.infer<typeof agendaTypeSchema>

export const agendaResultSchema = z.enum([
  'offen',
  'beschlossen',
  'geaendert_beschlossen',
  'abgelehnt',
  'vertagt',
  'abgesetzt',
  'kenntnis',
])
export type AgendaResult = z.infer<typeof agendaResultSchema>

export const taskStateSchema = z.enum(['offen', 'in_arbeit', 'erledigt', 'verschoben', 'entfallen'])
export type TaskState = z.infer<typeof taskStateSchema>

export const quorumTypeSchema = z.enum(['keine', 'mindestzahl', 'anteil'])
export type QuorumType = z.infer<typeof quorumTypeSchema>

export const voteMethodSchema = z.enum(['offen', 'geheim', 'namentlich', 'konsens', 'umlauf'])
export type VoteMethod = z.infer<typeof voteMethodSchema>

/** When a motion is accepted (domain.md 2.3); what each means: `shared/rules/majority.ts`. */
export const majorityRuleSchema = z.enum([
  'einfach',
  'absolut_anwesende',
  'zweidrittel',
  'dreiviertel',
  'einstimmig',
  'konsent',
  'empfehlung',
])
export type MajorityRule = z.infer<typeof majorityRuleSchema>

/** Why a contribution came too late for the text it was meant for. */
export const lateReasonSchema = z.enum(['nach_beschluss', 'nach_schluss'])
export type LateReason = z.infer<typeof lateReasonSchema>

/** What the minute taker made of a late contribution. */
export const lateDecisionSchema = z.enum(['uebernommen', 'vermerkt', 'verworfen'])
export type LateDecision = z.infer<typeof lateDecisionSchema>

/** How somebody was in touch with a group between two visits. */
export const contactWaySchema = z.enum(['telefon', 'mail', 'brief', 'besuch'])
export type ContactWay = z.infer<typeof contactWaySchema>
