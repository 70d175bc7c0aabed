import type { LiveRights } from './live.ts'

/** Who has which function in a meeting (domain.md 1.3, functions per meeting). */
export type LiveFunctions = {
  readonly chair: string | null
  readonly timeKeeper: string | null
  readonly speakerListKeeper: string | null
  readonly minuteTakers: readonly string[]
}

/**
 * What somebody may do in the meeting: the chair everything, the keepers their own, everybody who may write their own
 * word. Where nobody is named chair, whoever may write leads; a chair who cannot write here is stood in for by the
 * minute takers, as with what is decided.
 */
export function liveRights(
  functions: LiveFunctions,
  by: string,
  isWriter: (id: string) => boolean,
): LiveRights {
  const speak = isWriter(by)
  const { chair } = functions
  const { minuteTakers } = functions
  const standsIn = minuteTakers.length === 0 || minuteTakers.includes(by)
  const leads = chair === null || chair === by || (!isWriter(chair) && standsIn)
  const lead = speak && leads
  return {
    lead,
    timer: lead || (speak && functions.timeKeeper === by),
    list: lead || (speak && functions.speakerListKeeper === by),
    speak,
  }
}
