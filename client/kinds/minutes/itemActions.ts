import { text } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import type { MajorityRule } from '#shared/kinds/minutes/schema.ts'
import type { MinutesSession } from './useMinutes.ts'
import { word } from './words.ts'

/** Moves an item by one place, up (-1) or down (1), and says where it stands now. */
export function moveItem(session: MinutesSession, id: string, by: -1 | 1): void {
  const list = session.handle.list('agenda')
  const ids = list.ids()
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return
  placeItem(session, id, by === 1 ? (ids[to + 1] ?? null) : (ids[to] ?? null))
}

/** Puts an item before another one (`null`: at the end) with one write of its order key. */
export function placeItem(session: MinutesSession, id: string, before: string | null): void {
  const list = session.handle.list('agenda')
  step(session, () => list.move(id, { before }))
  const place = list.ids().indexOf(id) + 1
  const title = list.get(id)?.get('title') ?? ''
  announce(text('agenda.moved', { title, number: place, count: list.ids().length }))
}

export function removeItem(session: MinutesSession, id: string, place: number): void {
  const list = session.handle.list('agenda')
  const says = text('agenda.removed', { number: place, title: list.get(id)?.get('title') ?? '' })
  step(session, () => list.remove(id))
  announce(says)
  offered.set({ says, does: text('offer.bringBack'), run: () => step(session, () => list.restore(id)) })
}

/** Adds an item at the end and answers with its id. */
export function addItem(session: MinutesSession): string {
  const id = randomToken()
  step(session, () => session.handle.list('agenda').add(id, { type: 'beratung', plannedMin: null }))
  return id
}

/** Adds a task, for an item where one is named, and answers with its id. */
export function addTask(session: MinutesSession, agendaItemId: string | null): string {
  const id = randomToken()
  step(session, () => session.handle.list('tasks').add(id, { agendaItemId }))
  return id
}

export function removeTask(session: MinutesSession, id: string): void {
  const list = session.handle.list('tasks')
  const says = text('tasks.removed', { what: list.get(id)?.get('what') ?? '' })
  step(session, () => list.remove(id))
  announce(says)
  offered.set({ says, does: text('offer.bringBack'), run: () => step(session, () => list.restore(id)) })
}

/** Adds a motion, to an item where one is named, and answers with its id. */
export const addDecision = (
  session: MinutesSession,
  agendaItemId: string | null,
  rule: MajorityRule,
): string => addThing(session, session.handle.list('decisions'), { agendaItemId, rule })

export const removeDecision = (session: MinutesSession, id: string): void =>
  removeThing(session, session.handle.list('decisions'), id, word('decision.removed'))

/** Adds an election with one line for somebody who stands, and answers with its id. */
export function addElection(
  session: MinutesSession,
  agendaItemId: string | null,
  rule: MajorityRule,
): string {
  const id = randomToken()
  step(session, () =>
    session.handle
      .list('elections')
      .add(id, { agendaItemId, rule })
      .list('candidates')
      .add(randomToken(), {}),
  )
  return id
}

export const removeElection = (session: MinutesSession, id: string): void =>
  removeThing(session, session.handle.list('elections'), id, word('election.removed'))
