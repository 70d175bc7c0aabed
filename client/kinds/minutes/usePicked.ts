import { useMemo, useRef, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { type MinutesSession, useMinutes } from './useMinutes.ts'

type Pick<T> = (value: MinutesDraft) => T
type Picked = { readonly from: MinutesDraft; readonly is: unknown; readonly written: string }

const known = new WeakMap<MinutesSession, WeakMap<Pick<unknown>, Picked>>()

/** What was picked of this projection, asked once however many look; keeps its identity while it says the same. */
function picked(session: MinutesSession, pick: Pick<unknown>, value: MinutesDraft, before?: Picked): Picked {
  const own = known.get(session) ?? new WeakMap<Pick<unknown>, Picked>()
  known.set(session, own)
  const last = own.get(pick) ?? before
  if (last?.from === value && own.has(pick)) return last
  const is = pick(value)
  const written = JSON.stringify(is) ?? ''
  const next = last?.written === written ? { ...last, from: value } : { from: value, is, written }
  own.set(pick, next)
  return next
}

/** Something that follows from the whole draft. A function of the module is asked once for all who use it. */
export function usePicked<T>(pick: Pick<T>): T {
  const { session } = useMinutes()
  const projection = useMemo(() => projectionOf(session), [session])
  const kept = useRef<Picked | undefined>(undefined)
  return useSyncExternalStore(projection.subscribe, () => {
    kept.current = picked(session, pick, projection.get().value, kept.current)
    // what was kept under this function is what this function answered
    return kept.current.is as T
  })
}
