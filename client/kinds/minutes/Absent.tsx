import { useField } from '#client/document/hooks.ts'
import { people as peopleOf, useAtom } from '#client/sheet/atom.ts'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { agendaItemSchema, MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { useMinutes } from './useMinutes.ts'
import { usePicked } from './usePicked.ts'
import { useWords } from './words.ts'

const rowsOf = ({ attendance }: MinutesDraft) => attendance.map(({ id }) => id)

/** Who was out of the room for an item; of those who are on the attendance list. */
export function Absent(props: {
  readonly item: RecordHandle<typeof agendaItemSchema>
  readonly className?: string | undefined
}) {
  const w = useWords()
  const { people } = useMinutes()
  const absent = useAtom(props.item, 'absentDuring')
  const rows = usePicked(rowsOf)
  return (
    <PeopleField
      {...peopleOf(absent)}
      className={props.className}
      label={w('absent.label')}
      options={people.filter(({ value }) => rows.includes(value) || absent.value.includes(value))}
      none={w('absent.none')}
    />
  )
}

/** Whether somebody was out of the room: then it is said on the sheet. */
export const useIsAbsent = (item: RecordHandle<typeof agendaItemSchema>): boolean =>
  useField(item, 'absentDuring').length > 0
