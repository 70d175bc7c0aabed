import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** What the meeting shows of an item. */
export type MeetingItem = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly plannedMin: number | null
}

const itemsOf = ({ agenda }: MinutesDraft): readonly MeetingItem[] =>
  agenda.map(({ id, title, plannedMin }, index) => ({ id, number: index + 1, title, plannedMin }))

export const useItems = (): readonly MeetingItem[] => usePicked(itemsOf)

const motionsOf = ({ decisions }: MinutesDraft) =>
  decisions.map(({ id, agendaItemId, rule }) => ({ id, agendaItemId, rule }))

/** The motions of an item, in the order of the sheet. */
export const useMotions = (
  item: string | null,
): readonly { readonly id: string; readonly rule: string }[] => {
  const all = usePicked(motionsOf)
  return all.filter(({ agendaItemId }) => agendaItemId !== null && agendaItemId === item)
}

const electionsOf = ({ elections }: MinutesDraft) =>
  elections.map(({ id, agendaItemId, office }) => ({ id, agendaItemId, office }))

export const useElections = (item: string | null) =>
  usePicked(electionsOf).filter(({ agendaItemId }) => agendaItemId !== null && agendaItemId === item)
