import type { GroupRecordSession } from '#client/sheet/groupFacts.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { groupRecordDraftSchema } from '#shared/kinds/groupRecord/schema.ts'

export type { GroupRecordSession }

/** What every part of a sheet of a group needs. */
export const useGroup = typedSheet<typeof groupRecordDraftSchema>()
