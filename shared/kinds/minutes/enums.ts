import { z } from 'zod'

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
