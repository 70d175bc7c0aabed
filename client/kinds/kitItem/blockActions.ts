import { goTo } from '#client/sheet/goTo.ts'
import { addThing, moveThing, removeThing } from '#client/sheet/things.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import type { KitItemSession } from './useKitItem.ts'
import { word } from './words.ts'

const titleOf = (session: KitItemSession, id: string): string =>
  session.handle.list('blocks').get(id)?.get('title') || word('block.titleNone')

/** Adds a block of the group's own, below another one or at the end, and goes to it. */
export function addBlock(session: KitItemSession, after: string | null = null): void {
  const list = session.handle.list('blocks')
  const ids = list.ids()
  const before = after === null ? null : (ids[ids.indexOf(after) + 1] ?? null)
  goTo(`blocks/${addThing(session, list, {}, before)}/title`)
}

export function moveBlock(session: KitItemSession, id: string, by: -1 | 1): void {
  const list = session.handle.list('blocks')
  const number = moveThing(session, list, id, by)
  if (number !== null)
    announce(word('block.moved', { title: titleOf(session, id), number, count: list.ids().length }))
}

export function removeBlock(session: KitItemSession, id: string): void {
  const says = word('block.removed', { title: titleOf(session, id) })
  removeThing(session, session.handle.list('blocks'), id, says)
}

export function bringBack(session: KitItemSession, id: string): void {
  step(session, () => session.handle.list('blocks').restore(id))
  goTo(`blocks/${id}`)
}
