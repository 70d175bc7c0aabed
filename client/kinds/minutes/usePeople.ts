import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import type { MinutesSession } from './useMinutes.ts'

/** Who may be named in a field: the members of the space, then the guests of the attendance list. */
export function usePeople(session: MinutesSession): {
  people: readonly Option[]
  nameOf: (id: string) => string
} {
  const projection = useMemo(() => projectionOf(session), [session])
  const kept = useRef<readonly Option[]>([])
  const guests = useSyncExternalStore(projection.subscribe, () => {
    const next = projection
      .get()
      .value.attendance.filter(row => row.name && !session.members.some(member => member.personId === row.id))
      .map(row => ({ value: row.id, label: row.name ?? row.id }))
    if (JSON.stringify(next) !== JSON.stringify(kept.current)) kept.current = next
    return kept.current
  })
  const people = useMemo(
    () => [
      ...session.members.map(member => ({ value: member.personId as string, label: member.displayName })),
      ...guests,
    ],
    [session, guests],
  )
  const nameOf = useCallback((id: string) => people.find(one => one.value === id)?.label ?? id, [people])
  return { people, nameOf }
}
