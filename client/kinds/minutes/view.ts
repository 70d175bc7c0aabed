import type { KindView } from '#client/sheet/kindView.ts'
import type { minutesDraftSchema } from '#shared/kinds/minutes/schema.ts'
import { MinutesSheet } from './MinutesSheet.tsx'
import { meetingState } from './meetingState.ts'
import { readableMinutes } from './readable.ts'
import { recordOfRows } from './useRecord.ts'

export const view: KindView<typeof minutesDraftSchema> = {
  Sheet: MinutesSheet,
  title: ({ header }) => header.title,
  state: ({ header }, rows) => meetingState(header, recordOfRows(rows)),
  readable: (value, nameOf, rows) => readableMinutes(value, nameOf, recordOfRows(rows)),
}
