import { useMemo } from 'react'
import type { AnySession } from '#client/document/session.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'

/** The people of the space, for documents that name nobody else. */
export function useMembers(session: AnySession): {
  readonly people: readonly Option[]
  readonly nameOf: (id: string) => string
} {
  const { members } = session
  return useMemo(
    () => ({
      people: members.map(({ personId, displayName }) => ({ value: personId as string, label: displayName })),
      nameOf: id => members.find(member => member.personId === id)?.displayName ?? id,
    }),
    [members],
  )
}
