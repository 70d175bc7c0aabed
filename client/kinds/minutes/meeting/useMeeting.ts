import { createContext, useContext, useEffect, useMemo } from 'react'
import { useField } from '#client/document/hooks.ts'
import { type LiveMeeting, type LiveSaid, liveMeeting } from '#client/document/live.ts'
import { tellTabs } from '#client/document/liveTabs.ts'
import { type MinutesSession, useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { type Readable, useStore } from '#client/lib/store.ts'
import { announce } from '#client/ui/announce.ts'
import { may } from '#shared/permissions.ts'
import type { LiveRights } from '#shared/rules/live.ts'
import { liveRights } from '#shared/rules/liveRights.ts'
import type { LiveAction, LiveState } from '#shared/rules/liveState.ts'
import { word } from './words.ts'

/** What every part of a running meeting needs. */
export type Meeting = {
  readonly live: LiveMeeting
  readonly state: LiveState
  readonly rights: LiveRights
  /** Does it, and says aloud and in words why not. */
  readonly act: (action: LiveAction) => void
}

const Context = createContext<Meeting | null>(null)
export const MeetingProvider = Context.Provider

export function useMeeting(): Meeting {
  const meeting = useContext(Context)
  if (!meeting) throw new Error('A part of the meeting was rendered outside of one')
  return meeting
}

const isWriter = (session: MinutesSession) => (id: string) =>
  session.members.some(({ personId, role }) => personId === id && may(role, 'write'))

/** The functions that the document names, read now. */
const functionsOf = ({ handle }: MinutesSession) => {
  const header = handle.record('header')
  return {
    chair: header.get('chair'),
    timeKeeper: header.get('timeKeeper'),
    speakerListKeeper: header.get('speakerListKeeper'),
    minuteTakers: header.get('minuteTakers'),
  }
}

const rightsNow = (session: MinutesSession): LiveRights =>
  liveRights(functionsOf(session), session.self, isWriter(session))

const isRemoteIn =
  ({ handle }: MinutesSession) =>
  (id: string): boolean =>
    handle.list('attendance').get(id)?.get('status') === 'zugeschaltet'

/** The meeting of an open document; ends with the component. */
export function useLiveMeeting(session: MinutesSession): LiveMeeting {
  const live = useMemo(
    () =>
      liveMeeting({
        document: session.info.id,
        notices: session.live,
        connection: session.connection,
        storage: sessionStorage,
        now: serverNow,
        isCutOff: () => !navigator.onLine,
        context: () => ({
          by: session.self,
          isItem: id => session.handle.list('agenda').get(id) !== null,
          isMotion: id => session.handle.list('decisions').get(id) !== null,
          isPerson: id =>
            session.members.some(({ personId }) => personId === id) ||
            session.handle.list('attendance').get(id) !== null,
          isRemote: isRemoteIn(session),
        }),
        act: action => rpc.live.act({ documentId: session.info.id, action }, { signal: soon() }),
        handOver: (from, state) =>
          rpc.live.handOver({ documentId: session.info.id, from, state }, { signal: soon() }),
        mayHandOver: () => rightsNow(session).lead,
        asAppError,
      }),
    [session],
  )
  useEffect(() => {
    // the projector at the same device follows also without a network
    const stop = tellTabs(session.self, session.info.id, aloneOf(live))
    return () => {
      stop()
      live.end()
    }
  }, [live, session])
  return live
}

/** Where it stands here alone; `null`: it does not go on alone. */
const aloneOf = ({ view }: LiveMeeting): Readable<LiveState | null> => ({
  get: () => {
    const now = view.get()
    return now.where === 'alone' ? now.state : null
  },
  subscribe: listener => view.subscribe(listener),
})

/** A server that has not answered after so long, in ms, is not reached. */
const soon = () => AbortSignal.timeout(8_000)

/** What this person may do: by the functions of the document; alone on a device, everything. */
export function useRights(live: LiveMeeting): LiveRights {
  const { session } = useMinutes()
  const view = useStore(live.view)
  const connection = useStore(session.connection)
  const header = session.handle.record('header')
  const chair = useField(header, 'chair')
  const timeKeeper = useField(header, 'timeKeeper')
  const speakerListKeeper = useField(header, 'speakerListKeeper')
  const minuteTakers = useField(header, 'minuteTakers')
  const isAlone = view.where === 'alone' || connection.state === 'offline'
  if (isAlone && may(session.space.role, 'write')) return { lead: true, timer: true, list: true, speak: true }
  return liveRights({ chair, timeKeeper, speakerListKeeper, minuteTakers }, session.self, isWriter(session))
}

/** The sentence for what was not done; `null` where it was. */
export function saidWords(said: LiveSaid): string | null {
  if (said.outcome === 'done') return null
  return said.outcome === 'failed' ? word('failed') : word(`refused.${said.reason}`)
}

export function useIsRemote(): (id: string) => boolean {
  const { session } = useMinutes()
  return useMemo(() => isRemoteIn(session), [session])
}

/** Says it aloud where something was not done; whoever shows it does so, too. */
export const tell = (said: LiveSaid): string | null => {
  const words = saidWords(said)
  if (words !== null) announce(words)
  return words
}
