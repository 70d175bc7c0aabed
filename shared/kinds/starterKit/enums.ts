import { z } from 'zod'

/** How far a group is with an item (domain.md 5.2). */
export const itemStateSchema = z.enum([
  'nicht_begonnen',
  'in_arbeit',
  'angepasst',
  'geprueft',
  'verwendet',
  'nicht_benoetigt',
  'veraltet',
])
export type ItemState = z.infer<typeof itemStateSchema>

/** The kinds that an item can be a document of. */
export const itemDocumentKindSchema = z.enum(['kitItem', 'pressTemplate', 'concept', 'minutes'])
export type ItemDocumentKind = z.infer<typeof itemDocumentKindSchema>
