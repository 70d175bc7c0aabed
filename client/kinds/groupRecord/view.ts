import type { KindView } from '#client/sheet/kindView.ts'
import type { groupRecordDraftSchema } from '#shared/kinds/groupRecord/schema.ts'
import { GroupRecordSheet } from './GroupRecordSheet.tsx'
import { wordFor } from './options.ts'
import { readableGroupRecord } from './readable.ts'

export const view: KindView<typeof groupRecordDraftSchema> = {
  Sheet: GroupRecordSheet,
  title: ({ group }) => group.name,
  state: ({ group }) => (group.phase === null ? '' : wordFor('phase', group.phase)),
  readable: readableGroupRecord,
}
