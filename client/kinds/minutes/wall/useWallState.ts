import { useEffect, useMemo, useState } from 'react'
import { heardFromTabs } from '#client/document/liveTabs.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { useStore } from '#client/lib/store.ts'
import { type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'

/**
 * Where the meeting stands, as the wall knows it. `shared`: as the server said · `alone`: it goes on in another tab of
 * this device · `offline`: as it was when the connection went · `unknown`: nobody has said anything, or nobody can
 */
export type WallState =
  | { readonly where: 'shared' | 'offline' | 'alone'; readonly state: LiveState | null }
  | { readonly where: 'unknown'; readonly isOffline: boolean }

export function useWallState(session: MinutesSession): WallState {
  const notice = useStore(session.live)
  const connection = useStore(session.connection)
  const alone = useAlone(session)
  const state = useMemo(() => {
    const parsed = liveStateSchema.nullable().safeParse(notice?.state ?? null)
    return parsed.success ? parsed.data : null
  }, [notice])
  const isOffline = connection.state === 'offline'
  if (isOffline && alone !== null) return { where: 'alone', state: alone }
  if (notice === null) return { where: 'unknown', isOffline }
  return { where: isOffline ? 'offline' : 'shared', state }
}

function useAlone({ self, info }: MinutesSession): LiveState | null {
  const [alone, setAlone] = useState<LiveState | null>(null)
  useEffect(() => {
    const heard = heardFromTabs(self, info.id)
    const stop = heard.alone.subscribe(() => setAlone(heard.alone.get()))
    return () => {
      stop()
      heard.end()
    }
  }, [self, info])
  return alone
}
