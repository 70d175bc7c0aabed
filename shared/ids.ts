import { z } from 'zod'

/**
 * Branded ids (STYLE 6): parsed once at the edge, never plain strings inside.
 * A document id is always a UUID (THREATS b18); the other ids are short printable tokens.
 */
const token = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

export const documentIdSchema = z.uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof documentIdSchema>

export const spaceIdSchema = token.brand<'SpaceId'>()
export type SpaceId = z.infer<typeof spaceIdSchema>

export const personIdSchema = token.brand<'PersonId'>()
export type PersonId = z.infer<typeof personIdSchema>

/** The random per-space id under which a person writes; the only author id in the journal (THREATS d). */
export const authorIdSchema = token.brand<'AuthorId'>()
export type AuthorId = z.infer<typeof authorIdSchema>

/** Key of an entry of a list of things inside a document: an agenda item, a task, an attendance row. */
export const thingIdSchema = token.brand<'ThingId'>()
export type ThingId = z.infer<typeof thingIdSchema>

/** Counts how often a document was begun anew (restore, redaction). Starts at 1. */
export const generationSchema = z.int().min(1)
export type Generation = z.infer<typeof generationSchema>
