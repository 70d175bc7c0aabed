import type { z } from 'zod'
import type { AnySession } from '#client/document/session.ts'
import { text } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import type { ListHandle } from '#shared/document/handle.ts'
import { step } from './writing.ts'

/** Adds an entry as one step, at the end or before another one, and answers with its id. */
export function addThing<I extends z.ZodObject>(
  session: AnySession,
  list: ListHandle<I>,
  init: Partial<z.input<I>>,
  before: string | null = null,
): string {
  const id = randomToken()
  step(session, () => list.add(id, init, { before }))
  return id
}

/** Moves an entry by one place, up (-1) or down (1); answers its new place, from 1, or `null` at the ends. */
export function moveThing<I extends z.ZodObject>(
  session: AnySession,
  list: ListHandle<I>,
  id: string,
  by: -1 | 1,
): number | null {
  const ids = list.ids()
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return null
  step(session, () => list.move(id, { before: by === 1 ? (ids[to + 1] ?? null) : (ids[to] ?? null) }))
  return to + 1
}

/** Takes an entry away as one step and offers to bring it back; `says` is what one reads and hears. */
export function removeThing<I extends z.ZodObject>(
  session: AnySession,
  list: ListHandle<I>,
  id: string,
  says: string,
): void {
  step(session, () => list.remove(id))
  announce(says)
  offered.set({ says, does: text('offer.bringBack'), run: () => step(session, () => list.restore(id)) })
}
