import { useMemo } from 'react'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { useStore } from '#client/lib/store.ts'
import { type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'

/** Where the meeting stands, as the wall knows it. `offline`: as it was when the connection went. */
export type WallState = {
  readonly where: 'asking' | 'shared' | 'offline' | 'alone'
  readonly state: LiveState | null
}

export function useWallState(session: MinutesSession): WallState {
  const notice = useStore(session.live)
  const connection = useStore(session.connection)
  const state = useMemo(() => {
    const parsed = liveStateSchema.nullable().safeParse(notice?.state ?? null)
    return parsed.success ? parsed.data : null
  }, [notice])
  const isOffline = connection.state === 'offline'
  if (notice === null && !isOffline) return { where: 'asking', state: null }
  return { where: isOffline ? 'offline' : 'shared', state }
}
