import { type ContentOf, fillRecord } from '#shared/document/fill.ts'
import { type PressHandle, pressTemplateDraftSchema } from './schema.ts'

/** A template or a release as plain values; prose as texts or nodes, `{{name}}` becomes a merge field. */
export type PressContent = ContentOf<typeof pressTemplateDraftSchema>

/**
 * Writes prepared content in one transaction. Entries and texts that are there already stay as they are.
 * Throws `badInput` for values that break the schema.
 */
export function fillPress(handle: PressHandle, content: PressContent): void {
  fillRecord(pressTemplateDraftSchema, handle, content)
}
