import type { DocumentSession } from '#client/document/session.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { pressTemplateDraftSchema } from '#shared/kinds/pressTemplate/schema.ts'

export type PressSession = DocumentSession<typeof pressTemplateDraftSchema>

/** What every part of a press text needs. */
export const usePress = typedSheet<typeof pressTemplateDraftSchema>()
