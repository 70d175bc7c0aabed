import type { z } from 'zod'
import { text } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import type { ListHandle } from '#shared/document/handle.ts'
import type { ConceptSession } from './useConcept.ts'
import { word } from './words.ts'

/** Adds an empty row, at the end unless `before` names another one, and answers with its id. */
export function addRow<I extends z.ZodObject>(
  session: ConceptSession,
  list: ListHandle<I>,
  init: Partial<z.input<I>> = {},
): string {
  const id = randomToken()
  step(session, () => list.add(id, init))
  return id
}

/** Takes a row away and offers the way back. */
export function removeRow<I extends z.ZodObject>(
  session: ConceptSession,
  list: ListHandle<I>,
  id: string,
  name: string,
): void {
  const says = word('row.removed', { name })
  step(session, () => list.remove(id))
  announce(says)
  offered.set({ says, does: text('offer.bringBack'), run: () => step(session, () => list.restore(id)) })
}

/** Moves a row by one place with one write of its order key, and says where it stands now. */
export function moveRow<I extends z.ZodObject>(
  session: ConceptSession,
  list: ListHandle<I>,
  id: string,
  by: -1 | 1,
  name: string,
): void {
  const ids = list.ids()
  const to = ids.indexOf(id) + by
  if (to < 0 || to >= ids.length || !ids.includes(id)) return
  step(session, () => list.move(id, { before: by === 1 ? (ids[to + 1] ?? null) : (ids[to] ?? null) }))
  announce(word('row.moved', { name, place: to + 1, count: ids.length }))
}
