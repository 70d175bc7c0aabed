import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { decisionEntries } from './decisions.ts'
import { earlyWarningEntries } from './earlyWarnings.ts'
import type { RegisterEntry } from './entry.ts'
import { groupEntries, meetingEntries } from './meetings.ts'
import { taskEntries } from './tasks.ts'
import { visitEntries } from './visits.ts'

/** All that the registers keep of minutes: a pure function of draft and record. */
export const minutesEntries = (value: MinutesDraft, record: MinutesRecord): RegisterEntry[] => [
  ...meetingEntries(value, record),
  ...decisionEntries(value, record),
  ...taskEntries(value),
  ...visitEntries(value, record),
  ...earlyWarningEntries(value),
  ...groupEntries(value),
]
