import { useField } from '#client/document/hooks.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { isChair, isMinuteTaker } from '#shared/kinds/minutes/decide/functions.ts'
import { may } from '#shared/permissions.ts'

/** What somebody may have decided here: whoever may write in the space, by their functions in these minutes. */
export type Functions = {
  readonly mayCommand: boolean
  readonly isChair: boolean
  readonly isMinuteTaker: boolean
}

export function useFunctions(): Functions {
  const { session } = useMinutes()
  const header = session.handle.record('header')
  const chair = useField(header, 'chair')
  const minuteTakers = useField(header, 'minuteTakers')
  const mayCommand = may(session.space.role, 'write')
  const named = {
    value: { header: { chair, minuteTakers } },
    by: session.self,
    isWriter: (id: string) =>
      session.members.some(({ personId, role }) => personId === id && may(role, 'write')),
  }
  return {
    mayCommand,
    isChair: mayCommand && isChair(named),
    isMinuteTaker: mayCommand && isMinuteTaker(named),
  }
}
