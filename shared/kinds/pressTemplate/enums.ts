import { z } from 'zod'
import { opennessSchema } from '#shared/kinds/groupRecord/enums.ts'

/** The stored values are the domain's German ones (domain.md 4.1, 4.3); people read them through the words of the kind. */

/** A template is filled by many; a release goes out once. */
export const pressFormSchema = z.enum(['vorlage', 'mitteilung'])
export type PressForm = z.infer<typeof pressFormSchema>

/** How a group takes new people (domain.md 1.3); chooses the access paragraph (4.2). */
export { opennessSchema }
export type Openness = z.infer<typeof opennessSchema>

/** Under which name somebody is quoted. A real name behind a changed one is kept outside of the document (4.3). */
export const attributionSchema = z.enum(['klarname', 'vorname', 'name_geaendert'])
export type Attribution = z.infer<typeof attributionSchema>

export const quoteReleaseSchema = z.enum([
  'offen',
  'angefragt',
  'freigegeben',
  'erneut_freigeben',
  'abgelehnt',
  'zurueckgezogen',
])
export type QuoteRelease = z.infer<typeof quoteReleaseSchema>

export const releaseMethodSchema = z.enum(['im_system', 'schriftlich', 'muendlich_bestaetigt'])
export type ReleaseMethod = z.infer<typeof releaseMethodSchema>

/** Whether somebody looked at a picture for clichés: no syringes, no bottles, nobody from behind in a dark corner (4.5). */
export const motifCheckSchema = z.enum(['offen', 'geprueft', 'abgelehnt'])
export type MotifCheck = z.infer<typeof motifCheckSchema>

/** Which of two equal local times at the change to winter time (4.4 G5). */
export const whichSchema = z.enum(['erste', 'zweite'])

/** The six questions that a lead answers (4.1). */
export const wQuestionSchema = z.enum(['wer', 'was', 'wann', 'wo', 'warum', 'wie'])
export type WQuestion = z.infer<typeof wQuestionSchema>
