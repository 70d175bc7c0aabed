import { paragraphTexts } from '#shared/document/prose.ts'
import type { AgendaResult, Confidentiality, Listing } from '#shared/kinds/minutes/enums.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { calledNames, listedName } from '#shared/rules/names.ts'
import { replaceNames } from '#shared/rules/replaceNames.ts'
import { decisionEntries } from './decisions.ts'
import type { DecisionEntry } from './entry.ts'

/**
 * Protokollauszug: one agenda item or one decision for people outside (domain.md 2.5).
 *
 * - [EX1] Minutes for the leadership alone give nobody an extract; nor do those of a visit to which the group has not
 *   agreed.
 * - [EX2] The course of an item goes out only from minutes that are public or for the federation. Those of a team give
 *   its result and its decisions; minutes of which nobody has said it are held to be a team's.
 * - [EX3] Whoever is listed by initials, by first name or not at all stands so in every text of it.
 */
export type Extract = {
  readonly title: string
  readonly number: string
  readonly date: string | null
  readonly confidentiality: Confidentiality | null
  /** the meeting is closed; before that it is a draft */
  readonly isFinal: boolean
  readonly item: { readonly number: number; readonly title: string; readonly result: AgendaResult } | null
  readonly course: readonly string[]
  /** the course was left out (EX2) */
  readonly isCourseHeldBack: boolean
  readonly decisions: readonly (Pick<
    DecisionEntry,
    'form' | 'number' | 'subject' | 'wording' | 'isFrozen' | 'result' | 'votes'
  > & { readonly elected: readonly string[] })[]
}
export type ExtractRefusal = 'leadershipOnly' | 'visitWithoutConsent' | 'notThere'
export type ExtractAnswer =
  | { readonly state: 'made'; readonly extract: Extract }
  | { readonly state: 'refused'; readonly reason: ExtractRefusal }

/** `of`: „agenda/<id>“, „decisions/<id>“ or „elections/<id>“. */
export function extractOf(
  value: MinutesDraft,
  record: MinutesRecord,
  of: string,
  nameOf: (personId: string) => string | undefined,
): ExtractAnswer {
  const { header } = value
  if (header.confidentiality === 'leitung') return { state: 'refused', reason: 'leadershipOnly' }
  if (header.meetingKind === 'gruppenbesuch' && value.visit.groupConsent !== true)
    return { state: 'refused', reason: 'visitWithoutConsent' }

  const all = decisionEntries(value, record)
  const [root = '', id = ''] = of.split('/')
  const decision = root === 'agenda' ? undefined : all.find(entry => entry.path === of)
  const itemId = root === 'agenda' ? id : decision?.item?.id
  const index = value.agenda.findIndex(own => own.id === itemId)
  const item = value.agenda[index]
  if (root === 'agenda' ? !item : !decision) return { state: 'refused', reason: 'notThere' }

  const isOpen = header.confidentiality === 'oeffentlich' || header.confidentiality === 'verband'
  const listed = listedTexts(value, nameOf)
  const course = root === 'agenda' && item ? paragraphTexts(item.body).filter(text => text.trim() !== '') : []
  const chosen = decision ? [decision] : all.filter(entry => entry.item?.id === itemId)
  return {
    state: 'made',
    extract: {
      title: header.title,
      number: header.number,
      date: header.date,
      confidentiality: header.confidentiality,
      isFinal: record.state !== 'laufend',
      item: item ? { number: index + 1, title: listed(item.title), result: item.result } : null,
      course: isOpen ? course.map(listed) : [],
      isCourseHeldBack: !isOpen && course.length > 0,
      decisions: chosen.map(({ form, number, subject, wording, isFrozen, result, votes, elected }) => ({
        form,
        number,
        subject: listed(subject),
        wording: listed(wording),
        isFrozen,
        result,
        votes,
        elected: elected.map(one => electedName(one, value, nameOf)),
      })),
    },
  }
}

type NameOf = (personId: string) => string | undefined

function electedName(
  { id, name }: DecisionEntry['elected'][number],
  value: MinutesDraft,
  nameOf: NameOf,
): string {
  const listing = value.attendance.find(row => row.id === id)?.listing ?? 'klarname'
  const whole = name ?? (id === null ? undefined : nameOf(id))
  return (whole === undefined ? null : listedName(whole, listing)) ?? '…'
}

/** Texts with everybody named as the attendance list names them. */
function listedTexts(value: MinutesDraft, nameOf: NameOf): (text: string) => string {
  const shown = new Map<string, string>()
  const isOpen = (listing: Listing): boolean => listing === 'klarname'
  const open = new Set(
    value.attendance
      .filter(row => isOpen(row.listing))
      .flatMap(({ id, name }) => calledNames(name ?? nameOf(id) ?? '')),
  )
  for (const { id, name, listing } of value.attendance) {
    const whole = name ?? nameOf(id)
    if (whole === undefined || isOpen(listing)) continue
    // a part that somebody listed openly has, too, says nothing of this one
    for (const called of calledNames(whole))
      if (!open.has(called)) shown.set(called, listedName(whole, listing) ?? '…')
  }
  return replaceNames(shown)
}
