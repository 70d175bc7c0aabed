import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { listedName } from '#shared/rules/names.ts'
import type { DecisionEntry, Named } from './entry.ts'

/** What the minutes are called in a register: their number, else their title. */
export const meetingOf = ({ header }: Pick<MinutesDraft, 'header'>) => ({
  name: header.number || header.title,
  date: header.date,
})

/** The agenda item of this id with its number as people know it. */
export function itemOf({ agenda }: Pick<MinutesDraft, 'agenda'>, id: string | null): DecisionEntry['item'] {
  const index = agenda.findIndex(item => item.id === id)
  const item = agenda[index]
  return item ? { id: item.id, number: index + 1, title: item.title } : null
}

/** Somebody in minutes: guests by the name under which they are listed, everybody else by id. */
export function namedIn({ attendance }: Pick<MinutesDraft, 'attendance'>, id: string | null): Named {
  const row = attendance.find(own => own.id === id)
  return { id, name: row?.name ? listedName(row.name, row.listing) : null }
}
