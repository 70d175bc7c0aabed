import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { meetingOf } from './common.ts'
import type { GroupEntry, MeetingEntry } from './entry.ts'

/** That it took place; nothing while nobody has said what kind of meeting it is. */
export const meetingEntries = (
  value: MinutesDraft,
  { state }: Pick<MinutesRecord, 'state'>,
): MeetingEntry[] =>
  value.header.meetingKind === null
    ? []
    : [
        {
          register: 'meeting',
          path: 'header/date',
          meeting: meetingOf(value),
          kind: value.header.meetingKind,
          date: value.header.date,
          state,
        },
      ]

/** The groups of the region as a team names them in its minutes. */
export const groupEntries = (value: MinutesDraft): GroupEntry[] =>
  value.header.meetingKind === 'regionalteam'
    ? value.regionTeam.groups
        .filter(({ name }) => name !== '')
        .map(({ id, name, phase, contactPerson }) => ({
          register: 'group',
          source: 'team',
          path: `regionTeam/groups/${id}`,
          meeting: meetingOf(value),
          name,
          phase,
          contactPerson,
        }))
    : []
