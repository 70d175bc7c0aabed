import { useEffect, useMemo, useState } from 'react'
import { useField } from '#client/document/hooks.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { loadDesk } from '#client/offline/deviceStore.ts'
import type { Space } from '#shared/api/contract.ts'
import type { FindingOptions } from '#shared/kinds/minutes/findings.ts'
import { isSameGroup } from '#shared/rules/homeGroup.ts'
import type { MinutesSession } from './useMinutes.ts'

type IsAtHome = NonNullable<FindingOptions['isAtHome']>

/**
 * Where people are at home (V13), as far as this person may know it: of themselves the groups to which they belong, of
 * the others what the space says beside their name („Gruppe Ufer Niederlauben“). Who belongs to which group is told by
 * no server: membership alone is health data (THREATS P7).
 */
export function useIsAtHome(session: MinutesSession): IsAtHome {
  const isVisit = useField(session.handle.record('header'), 'meetingKind') === 'gruppenbesuch'
  const [own, setOwn] = useState<readonly Space[]>([])
  useEffect(() => {
    if (!isVisit) return undefined
    let left = false
    void (async () => {
      for await (const spaces of ownSpaces()) if (!left) setOwn(spaces.filter(isGroup))
    })()
    return () => {
      left = true
    }
  }, [isVisit])
  return useMemo(() => isAtHomeAmong(session, own), [session, own])
}

const isGroup = ({ level }: Space): boolean => level === 'group'

/** `own`: the groups of the person who looks. */
export const isAtHomeAmong =
  (session: Pick<MinutesSession, 'self' | 'members'>, own: readonly Pick<Space, 'id' | 'name'>[]): IsAtHome =>
  (person, group) =>
    (person === session.self &&
      own.some(({ id, name }) => isSameGroup(id, group) || isSameGroup(name, group))) ||
    isSameGroup(session.members.find(({ personId }) => personId === person)?.label ?? '', group)

/** What the device knows, then what the server says. */
async function* ownSpaces(): AsyncGenerator<readonly Space[]> {
  try {
    const desk = await loadDesk()
    if (desk) yield desk.spaces
    yield await rpc.spaces.list()
  } catch (error) {
    // without a connection the device's list stands; a device that keeps nothing knows nothing
    const { code } = asAppError(error)
    const passes = ['unavailable', 'signedOut', 'storageFull', 'storageUnavailable']
    if (!passes.includes(code)) throw error
  }
}
