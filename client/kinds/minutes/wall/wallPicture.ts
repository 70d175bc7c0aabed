import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft, Votes } from '#shared/kinds/minutes/schema.ts'
import type { LiveState } from '#shared/rules/liveState.ts'
import type { VoteResult } from '#shared/rules/majority.ts'

/** An item as the room calls it: its number from 1, and of how many. */
export type Place = { readonly number: number; readonly count: number; readonly title: string }

/** What was confirmed. `votes`: null where nobody counts; `result`: null where none follows. */
export type Confirmed = {
  readonly votes: Votes | null
  readonly objections: number | null
  readonly result: VoteResult | null
  readonly isSuperseded: boolean
}

/** What the wall shows: one thing at a time. */
export type WallPicture =
  | { readonly shows: 'closed'; readonly title: string }
  | { readonly shows: 'notBegun'; readonly title: string }
  | { readonly shows: 'noItem'; readonly title: string }
  | {
      readonly shows: 'paused'
      readonly since: number
      readonly until: string | null
      readonly item: Place | null
    }
  | { readonly shows: 'item'; readonly item: Place }
  | {
      readonly shows: 'motion'
      readonly item: Place | null
      readonly head: 'motion' | 'decision' | 'advice'
      readonly wording: string
      /** the wording stands: it was frozen */
      readonly stands: boolean
      readonly confirmed: Confirmed | null
    }

/**
 * What a room sees of a meeting.
 *
 * - [WA1] Wording and tally only: no names, no speaker list, nothing that somebody only proposes.
 * - [WA2] A count and its result come from the record alone.
 * - [WA3] A break stands before everything, a closed meeting before a break.
 *
 * `at`: „HH:MM“ now, for the break that is planned.
 */
export function wallPicture(
  { header, agenda, decisions }: Pick<MinutesDraft, 'header' | 'agenda' | 'decisions'>,
  record: Pick<MinutesRecord, 'closing' | 'decisions' | 'frozen' | 'superseded'>,
  live: LiveState | null,
  at: string,
): WallPicture {
  const { title } = header
  if (record.closing !== null) return { shows: 'closed', title }
  if (live === null) return { shows: 'notBegun', title }
  const place = (id: string | null | undefined): Place | null => {
    const index = agenda.findIndex(item => item.id === id)
    return index < 0 ? null : { number: index + 1, count: agenda.length, title: agenda[index]?.title ?? '' }
  }
  const item = place(live.current?.item)
  if (live.pausedSince !== null) {
    const planned = header.breaks.find(({ from, to }) => from <= at && at < to)
    return { shows: 'paused', since: live.pausedSince, until: planned?.to ?? null, item }
  }
  const decision = decisions.find(({ id }) => id === live.shown)
  if (!decision) return item === null ? { shows: 'noItem', title } : { shows: 'item', item }
  const frozen = record.frozen.find(({ decisionId }) => decisionId === decision.id)
  const row = record.decisions.find(({ decisionId }) => decisionId === decision.id)
  return {
    shows: 'motion',
    item: place(decision.agendaItemId),
    head: decision.rule === 'empfehlung' ? 'advice' : row ? 'decision' : 'motion',
    wording: frozen?.wording ?? paragraphTexts(decision.wording).join('\n'),
    stands: frozen !== undefined,
    confirmed: row
      ? {
          votes: row.votes,
          objections: row.objections,
          result: row.result,
          isSuperseded: record.superseded.some(({ decisionId }) => decisionId === decision.id),
        }
      : null,
  }
}
