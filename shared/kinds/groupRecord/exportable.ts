import type { GroupRecordDraft } from './schema.ts'

/** The record as it may leave the house: the link to an online meeting is a key to the room (domain.md 1.3). */
export function exportable(value: GroupRecordDraft): GroupRecordDraft {
  return { ...value, slots: value.slots.map(slot => ({ ...slot, onlineLink: '' })) }
}
