import { type ContentOf, fillRecord } from '#shared/document/fill.ts'
import { type MinutesHandle, minutesDraftSchema } from './schema.ts'

/** Minutes as plain values: what somebody has prepared before the sheet is opened. Lists stand in order. */
export type MinutesContent = ContentOf<typeof minutesDraftSchema>

/**
 * Writes prepared content into minutes in one transaction. Entries that are there already stay as they are.
 * Throws `badInput` for values that break the schema.
 */
export function fillMinutes(handle: MinutesHandle, content: MinutesContent): void {
  fillRecord(minutesDraftSchema, handle, content)
}
