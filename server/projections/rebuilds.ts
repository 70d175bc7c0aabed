import type { Log } from '#server/log.ts'
import type { RebuildState } from '#shared/api/registers.ts'
import type { SpaceId } from '#shared/ids.ts'
import type { Progress, Projections } from './projections.ts'

/**
 * Making the registers of a space anew, for whoever coordinates it: one at a time per space, with progress. Of other
 * spaces nothing is told (THREATS P7): a count is of the documents of this one.
 */
export interface Rebuilds {
  begin(spaceId: SpaceId): RebuildState
  state(spaceId: SpaceId): RebuildState
}

export function createRebuilds(deps: { projections: Pick<Projections, 'rebuild'>; log: Log }): Rebuilds {
  const running = new Map<SpaceId, Progress>()
  const state = (spaceId: SpaceId): RebuildState => {
    const progress = running.get(spaceId)
    return progress ? { state: 'running', ...progress } : { state: 'resting' }
  }
  return {
    state,
    begin(spaceId) {
      if (!running.has(spaceId)) {
        running.set(spaceId, { done: 0, total: 0 })
        void deps.projections
          .rebuild({ spaceId, onProgress: progress => running.set(spaceId, progress) })
          .catch((error: unknown) => deps.log.error({ err: error }, 'registers not rebuilt'))
          .finally(() => running.delete(spaceId))
      }
      return state(spaceId)
    },
  }
}
