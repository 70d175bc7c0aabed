import type { GroupEntry } from '#shared/kinds/minutes/projections/entry.ts'
import type { GroupRecordDraft } from './schema.ts'

/** What the registers keep of a group record: that there is this group, and its phase (domain.md 1.4). */
export const groupRecordEntries = ({ group }: Pick<GroupRecordDraft, 'group'>): GroupEntry[] =>
  group.name === ''
    ? []
    : [
        {
          register: 'group',
          source: 'record',
          path: 'group/phase',
          meeting: { name: group.name, date: null },
          name: group.name,
          phase: group.phase,
          contactPerson: null,
        },
      ]
