import type { DeviceDocument } from '#client/offline/deviceStore.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import type { DocumentId } from '#shared/ids.ts'

/** One line of the desk. `why` says what happened there; times in ms since 1970. */
export type Line = {
  readonly id: DocumentId
  readonly title: string
  readonly kind: string
  readonly when: { readonly day: string } | { readonly at: number } | null
  readonly why:
    | { readonly state: 'unsent'; readonly changes: number }
    | { readonly state: 'changedBy'; readonly name: string }
    | { readonly state: 'place'; readonly place: string }
    | null
}

export type DeskSections = {
  readonly today: readonly DocumentCard[]
  readonly upcoming: readonly Line[]
  readonly writing: readonly Line[]
  readonly changed: readonly Line[]
  readonly more: readonly Line[]
}

/** More lines than this are found in the space. */
const most = 6

export const greetingOf = (now: Date): 'night' | 'morning' | 'day' | 'evening' => {
  const hour = now.getHours()
  return hour < 5 ? 'night' : hour < 11 ? 'morning' : hour < 18 ? 'day' : 'evening'
}

/** Lays every document where it is looked for: a document stands on the desk once. Pure. */
export function deskSections(
  all: readonly DocumentCard[],
  device: readonly DeviceDocument[],
  me: { readonly today: string; readonly self: string },
): DeskSections {
  // what lies in a kit is found there; a meeting that has its day, and words that are not sent, are found here too
  const cards = all.filter(card => card.partOf === undefined || card.date !== null)
  const inKit = new Set(all.filter(card => card.partOf !== undefined).map(card => card.id))
  const today = cards
    .filter(card => card.date === me.today)
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
  const seen = new Set<DocumentId>(today.map(card => card.id))
  const take = <T extends { readonly id: DocumentId }>(from: readonly T[]): T[] => {
    const taken = from.filter(one => !seen.has(one.id)).slice(0, most)
    for (const one of taken) seen.add(one.id)
    return taken
  }
  const cardOf = (id: DocumentId) => all.find(card => card.id === id)

  const upcoming = take(
    cards
      .filter(card => card.date !== null && card.date > me.today)
      .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)),
  )
  const writing = take(
    device
      .filter(own => !inKit.has(own.info.id) || own.unsentChanges > 0)
      .map(own => ({ own, id: own.info.id }))
      .sort((a, b) => b.own.openedAt - a.own.openedAt),
  )
  const changed = take(
    cards
      .filter(card => card.changedBy !== null && card.changedBy !== me.self)
      .sort((a, b) => b.changedAt - a.changedAt),
  )
  const more = take([...cards].sort((a, b) => b.changedAt - a.changedAt))

  return {
    today,
    upcoming: upcoming.map(card => ({
      id: card.id,
      title: card.title,
      kind: card.kind,
      when: card.date === null ? null : { day: card.date },
      why: card.place ? { state: 'place', place: card.place } : null,
    })),
    writing: writing.map(({ own, id }) => ({
      id,
      title: cardOf(id)?.title ?? own.title,
      kind: own.info.kind,
      when: { at: own.openedAt },
      why: own.unsentChanges > 0 ? { state: 'unsent', changes: own.unsentChanges } : null,
    })),
    changed: changed.map(card => ({
      id: card.id,
      title: card.title,
      kind: card.kind,
      when: { at: card.changedAt },
      why: card.changedBy === null ? null : { state: 'changedBy', name: card.changedBy },
    })),
    more: more.map(({ id, title, kind, changedAt }) => ({
      id,
      title,
      kind,
      when: { at: changedAt },
      why: null,
    })),
  }
}

/** What lies on this device, as it stands on the board: what lies in a kit comes last, its place is the kit. */
export function onShelf(
  device: readonly DeviceDocument[],
  all: readonly DocumentCard[],
): readonly DeviceDocument[] {
  const inKit = new Set(all.filter(card => card.partOf !== undefined).map(card => card.id))
  return device.toSorted((a, b) => Number(inKit.has(a.info.id)) - Number(inKit.has(b.info.id)))
}
