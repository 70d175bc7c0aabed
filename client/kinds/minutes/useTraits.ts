import { useField } from '#client/document/hooks.ts'
import { traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import { useMinutes } from './useMinutes.ts'

/** What the kind of meeting asks of its sheet: special fields, votes, who is named (domain.md 2.1). */
export function useTraits() {
  const { session } = useMinutes()
  return traitsOf(useField(session.handle.record('header'), 'meetingKind'))
}
