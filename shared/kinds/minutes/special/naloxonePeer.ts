import { z } from 'zod'
import { references, text } from '#shared/document/values.ts'

const count = z.int().min(0).nullable().default(null)
const done = z.boolean().default(false)

/** What was shown and practised. Which words are right is for a medical reviewer (domain.md 8, question 6). */
export const naloxoneChecklistSchema = z.object({
  signs: done,
  emergencyCall: done,
  recoveryPosition: done,
  spray: done,
  aftercare: done,
})

/** Peer-Informationsveranstaltung Naloxon: counts only, never who took part (domain.md 2.1, V12). */
export const naloxonePeerSchema = z.object({
  trainers: references,
  medicalPerson: text,
  durationMin: count,
  participantCount: count,
  checklist: naloxoneChecklistSchema,
  spraysHandedOut: count,
  prescriptions: count,
})
