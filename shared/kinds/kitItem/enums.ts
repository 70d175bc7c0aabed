import { z } from 'zod'

/** The stored values are the domain's German ones (domain.md 5.2); people read them through the words of the kind. */
export const itemKindSchema = z.enum([
  'text',
  'liste',
  'formular',
  'vorlage_druck',
  'folien',
  'bild',
  'karte',
  'verweis',
])
export type KitItemKind = z.infer<typeof itemKindSchema>

/** Fachbereiche (domain.md 1.3). */
export const ownerSchema = z.enum([
  'oeffentlichkeitsarbeit',
  'angehoerige',
  'jugend',
  'organisation',
  'recht',
  'finanzen',
])
export type KitOwner = z.infer<typeof ownerSchema>

export const plainLanguageSchema = z.enum(['keine', 'einfach', 'leicht_geprueft'])
export type PlainLanguage = z.infer<typeof plainLanguageSchema>

/** Which profession has to check a text before anybody uses it. */
export const reviewFieldSchema = z.enum(['medizin', 'recht'])
export type ReviewField = z.infer<typeof reviewFieldSchema>

/** 0 Idee klären · 1 Vorbereiten · 2 Bekannt machen · 3 Erstes Treffen · 4 Aufbauen · 5 Verstetigen (domain.md 5.1) */
export const kitPhases = [0, 1, 2, 3, 4, 5] as const
export const kitPhaseSchema = z.int().min(0).max(5)

/** How grave a change of the master is (domain.md 5.4). */
export const changeClassSchema = z.enum(['redaktionell', 'inhaltlich', 'pflicht'])
