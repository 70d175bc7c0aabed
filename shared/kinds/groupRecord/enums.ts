import { z } from 'zod'
import { weekdays, weeksOfMonth } from '#shared/rules/germanForms.ts'

/** The stored values are the domain's German ones (domain.md 1.3); people read them through the words of the kind. */
export const opennessSchema = z.enum(['offen', 'offen_mit_vorgespraech', 'geschlossen'])
export type Openness = z.infer<typeof opennessSchema>

export const audienceSchema = z.enum(['betroffene', 'angehoerige', 'beide', 'junge'])
export type Audience = z.infer<typeof audienceSchema>

export const groupPhaseSchema = z.enum([
  'idee',
  'gruendung',
  'aufbau',
  'stabil',
  'ruhend',
  'reaktiviert',
  'beendet',
])

export const orientationSchema = z.enum(['nach_innen', 'nach_aussen', 'institutionell'])

export const developmentStageSchema = z.enum(['nutzend', 'mit_unterstuetzung', 'eigenstaendig', 'anbieter'])

export const weekdaySchema = z.enum(weekdays)

export const rhythmSchema = z.enum(['woche', '14tage', 'monat', 'regel'])
export type Rhythm = z.infer<typeof rhythmSchema>

export const weekOfMonthSchema = z.enum(weeksOfMonth)

export const slotFormatSchema = z.enum(['praesenz', 'online', 'telefon', 'hybrid'])
export type SlotFormat = z.infer<typeof slotFormatSchema>

/** `erwogen`: talked about, not decided; `ruht`: pauses. Only `aktiv` is told to anybody. */
export const slotStateSchema = z.enum(['aktiv', 'erwogen', 'ruht'])

export const partnerKindSchema = z.enum([
  'jobcenter',
  'selbsthilfekontaktstelle',
  'aidshilfe',
  'suchthilfe',
  'ministerium',
  'krankenkasse',
  'wohlfahrtsverband',
  'klinik',
  'arztpraxis',
  'kirche',
  'presse',
])

export const commitmentSchema = z.enum(['angefragt', 'zugesagt', 'schriftlich', 'beendet'])
