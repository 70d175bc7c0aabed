import { z } from 'zod'

/** Atoms that several kinds use. What nobody has entered yet is `null`, '' or []. */

/** „10:05“, local time; texts compare like times. */
export const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
/** „2026-03-14“, a day of the calendar. */
export const daySchema = z.iso.date()
/** Whole euro cents. */
export const centsSchema = z.int()

export const text = z.string().default('')
export const reference = z.string().min(1).nullable().default(null)
export const references = z.array(z.string().min(1)).default([])
export const day = daySchema.nullable().default(null)
export const time = timeSchema.nullable().default(null)
