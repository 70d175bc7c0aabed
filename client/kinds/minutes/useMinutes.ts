import type { DocumentSession } from '#client/document/session.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { minutesDraftSchema } from '#shared/kinds/minutes/schema.ts'

export type MinutesSession = DocumentSession<typeof minutesDraftSchema>

/** What every part of a sheet of minutes needs. */
export const useMinutes = typedSheet<typeof minutesDraftSchema>()
