import type { DocumentSession } from '#client/document/session.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { kitItemDraftSchema } from '#shared/kinds/kitItem/schema.ts'

export type KitItemSession = DocumentSession<typeof kitItemDraftSchema>

/** What every part of a sheet of the kit needs. */
export const useKitItem = typedSheet<typeof kitItemDraftSchema>()
