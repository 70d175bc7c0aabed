import type { DocumentSession } from '#client/document/session.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { starterKitDraftSchema } from '#shared/kinds/starterKit/schema.ts'

export type StarterKitSession = DocumentSession<typeof starterKitDraftSchema>

/** What every part of a kit needs. */
export const useKit = typedSheet<typeof starterKitDraftSchema>()
