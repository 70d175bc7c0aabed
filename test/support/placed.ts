import { minutesEntries } from '#shared/kinds/minutes/projections/entries.ts'
import type { Placed, RegisterEntry, RegisterName } from '#shared/kinds/minutes/projections/entry.ts'
import { type MinutesRecord, noRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** The entries of minutes as if they lay in a document of a space. */
export const placed = (
  value: MinutesDraft,
  documentId: string,
  record: Partial<MinutesRecord> = {},
  spaceId = 'org.region',
): Placed<RegisterEntry>[] =>
  minutesEntries(value, { ...noRecord, ...record }).map(entry => ({ ...entry, documentId, spaceId }))

/** Those of one register. */
export const inRegister = <N extends RegisterName>(
  entries: readonly Placed<RegisterEntry>[],
  name: N,
): Placed<Extract<RegisterEntry, { register: N }>>[] =>
  entries.filter((entry): entry is Placed<Extract<RegisterEntry, { register: N }>> => entry.register === name)
