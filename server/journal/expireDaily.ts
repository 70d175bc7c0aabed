import type { Clock } from '#server/clock.ts'
import type { Log } from '#server/log.ts'
import type { Quarantine } from './quarantine.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Lets the quarantine expire now and every day from now on; the answer ends that. */
export function expireDaily(deps: {
  quarantine: Pick<Quarantine, 'expire'>
  clock: Clock
  log: Log
}): () => void {
  let ended = false
  let callOff = (): void => undefined

  function expire(): void {
    deps.quarantine.expire().catch((error: unknown) => {
      if (!ended) deps.log.error({ err: error }, 'quarantine not expired; tried again in a day')
    })
    callOff = deps.clock.after(dayMs, expire)
  }
  expire()
  return () => {
    ended = true
    callOff()
  }
}
