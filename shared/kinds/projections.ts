import type { Doc } from 'yjs'
import { groupRecordEntries } from '#shared/kinds/groupRecord/entries.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { minutesEntries } from '#shared/kinds/minutes/projections/entries.ts'
import type { RegisterEntry } from '#shared/kinds/minutes/projections/entry.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'

/** What the registers keep of a document of each kind; a kind that is not named here stands in no register. */
export const projections: Readonly<Record<string, (doc: Doc, record: MinutesRecord) => RegisterEntry[]>> = {
  minutes: (doc, record) => minutesEntries(minutes.project(doc).value, record),
  groupRecord: doc => groupRecordEntries(groupRecord.project(doc).value),
}
