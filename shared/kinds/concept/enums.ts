import { z } from 'zod'
import { commitmentSchema, opennessSchema } from '#shared/kinds/groupRecord/enums.ts'

/** The stored values are the domain's German ones (domain.md 3); people read them through the words of the kind. */
export const conceptKindSchema = z.enum(['konzeptpapier', 'kleinstkonzept', 'webkonzept'])
export type ConceptKind = z.infer<typeof conceptKindSchema>

/** The way of a concept from the first word to the last report (domain.md 3.4). */
export const conceptStatusSchema = z.enum([
  'entwurf',
  'team_lesung',
  'fachpruefung',
  'stellungnahme_land',
  'freigabe_vorstand',
  'eingereicht',
  'bewilligt',
  'abgelehnt',
  'nachforderung',
  'laufend',
  'abgeschlossen',
])
export type ConceptStatus = z.infer<typeof conceptStatusSchema>

export const goalLevelSchema = z.enum(['leitziel', 'ziel', 'handlungsziel'])
export type GoalLevel = z.infer<typeof goalLevelSchema>

export const contributionSchema = z.enum([
  'raum',
  'fachberatung',
  'vermittlung',
  'geld',
  'sachmittel',
  'material',
])
export type Contribution = z.infer<typeof contributionSchema>

/** How far a partner has promised to take part (domain.md 1.3). */
export { commitmentSchema }
export type Commitment = z.infer<typeof commitmentSchema>

export const milestoneStateSchema = z.enum(['offen', 'erreicht', 'verschoben'])
export type MilestoneState = z.infer<typeof milestoneStateSchema>

export const expenseCategorySchema = z.enum([
  'personal',
  'honorar',
  'raum',
  'fahrt',
  'druck',
  'material',
  'oeffentlichkeit',
  'sprache',
  'technik',
  'verwaltung',
  'verpflegung',
])
export type ExpenseCategory = z.infer<typeof expenseCategorySchema>

export const incomeSourceSchema = z.enum([
  '20h_pauschal',
  '20h_projekt',
  'land',
  'kommune',
  'stiftung',
  'landesverband',
  'spende',
  'eigenmittel',
])
export type IncomeSource = z.infer<typeof incomeSourceSchema>

export const incomeStatusSchema = z.enum([
  'geplant',
  'beantragt',
  'bewilligt',
  'vorhanden',
  'zugesagt',
  'abgelehnt',
])
export type IncomeStatus = z.infer<typeof incomeStatusSchema>

export const likelihoodSchema = z.enum(['gering', 'mittel', 'hoch'])
export type Likelihood = z.infer<typeof likelihoodSchema>

/** Letters, offers, the decision of the members (domain.md 3.2, Anlagen). */
export const attachmentKindSchema = z.enum(['schreiben', 'angebot', 'beschluss', 'sonstiges'])
export type AttachmentKind = z.infer<typeof attachmentKindSchema>

export const plainLanguageSchema = z.enum(['keine', 'einfach', 'leicht'])
export type PlainLanguage = z.infer<typeof plainLanguageSchema>

export const pageStateSchema = z.enum(['geplant', 'in_arbeit', 'fertig'])
export type PageState = z.infer<typeof pageStateSchema>

/** Openness of a group (domain.md 1.3). */
export { opennessSchema }
export type Openness = z.infer<typeof opennessSchema>
