import type { Finding as AnyFinding } from '#shared/document/finding.ts'
import { type Weekday, weekdayOf } from '#shared/rules/germanForms.ts'
import { minuteOfDay } from '#shared/rules/minuteOfDay.ts'
import { isMobileNumber } from '#shared/rules/phone.ts'
import type { GroupRecordDraft, Slot } from './schema.ts'

export const groupRecordDetails = [
  'nameMissing',
  'noActiveSlot',
  'onlyConsidered',
  'dayMissing',
  'timeMissing',
  'endNotAfterStart',
  'longMeeting',
  'slotsOverlap',
  'weekMissing',
  'ruleTextMissing',
  'placeMissing',
  'prepositionMissing',
  'zipOdd',
  'linkNotSecure',
  'contactMissing',
  'privateNumber',
  'admissionNoteMissing',
  'fewFounders',
  'fewMembers',
  'manyMembers',
  'foundedLater',
  'firstMeetingOtherDay',
  'contactPointMissing',
  'responsibleIncomplete',
] as const
export type GroupRecordDetail = (typeof groupRecordDetails)[number]
export type Finding = AnyFinding<GroupRecordDetail>

/** Health insurers ask for at least so many members (domain.md 3.5); below, a group is fragile (domain.md 5.2). */
const enoughMembers = 6
/** 8 to 12 is good for a group that talks (domain.md 5.2, K2, K3). */
const goodForTalking = 12
/** A meeting of up to two hours (domain.md 5.2, K2), in minutes. */
const longestMeeting = 120

/**
 * The rules of a group record, in the order of the sheet. They explain, none of them blocks anything.
 *
 * - GR01 the group has a name
 * - GR02 at least one meeting is active; one that is only considered is told to nobody
 * - GR03 an active meeting has its day and time
 * - GR04 it ends after it begins, within two hours
 * - GR05 two active meetings do not lie upon each other
 * - GR06 a rhythm that needs a word has it
 * - GR07 an active meeting in a room has a place, and the place its preposition
 * - GR08 a postcode has five digits
 * - GR09 a link to an online meeting is https
 * - GR10 who wants to come can reach the group, by a number that is no private one
 * - GR11 a group that is not open to all says how one gets in
 * - GR12 fewer than six founders or members, more than twelve: an explanation
 * - GR13 days that fit together: founded before the first meeting, on a day on which the group meets
 * - GR14 a contact point is named
 * - GR15 the responsible person has name and address
 */
export function findings(value: GroupRecordDraft): Finding[] {
  return [
    ...name(value),
    ...admission(value),
    ...size(value),
    ...days(value),
    ...contact(value),
    ...anySlot(value),
    ...value.slots.flatMap(slot => [...when(slot), ...rhythm(slot), ...place(slot), ...link(slot)]),
    ...overlaps(value.slots),
    ...contactPoint(value),
    ...responsible(value),
  ]
}

function finding(
  rule: string,
  level: Finding['level'],
  path: string[],
  detail: GroupRecordDetail,
  fields: Finding['fields'] = {},
): Finding {
  return { rule, level, path, detail, fields }
}
const isEmpty = (words: string): boolean => words.trim() === ''

const name = ({ group }: GroupRecordDraft): Finding[] =>
  isEmpty(group.name) ? [finding('GR01', 'warn', ['group', 'name'], 'nameMissing')] : []

function anySlot({ slots, group }: GroupRecordDraft): Finding[] {
  const meets = group.phase !== 'idee' && group.phase !== 'ruhend' && group.phase !== 'beendet'
  if (!meets || slots.some(slot => slot.state === 'aktiv')) return []
  const considered = slots.some(slot => slot.state === 'erwogen')
  return [finding('GR02', 'hint', ['slots'], considered ? 'onlyConsidered' : 'noActiveSlot')]
}

function when({ id, state, weekday, rhythm, from, to }: Slot): Finding[] {
  const found: Finding[] = []
  if (state === 'aktiv') {
    if (weekday === null && rhythm !== 'regel')
      found.push(finding('GR03', 'warn', ['slots', id, 'weekday'], 'dayMissing'))
    if (from === null) found.push(finding('GR03', 'warn', ['slots', id, 'from'], 'timeMissing'))
  }
  if (from === null || to === null) return found
  const minutes = minuteOfDay(to) - minuteOfDay(from)
  if (minutes <= 0)
    found.push(finding('GR04', 'error', ['slots', id, 'to'], 'endNotAfterStart', { from, to }))
  else if (minutes > longestMeeting)
    found.push(finding('GR04', 'hint', ['slots', id, 'to'], 'longMeeting', { from, to }))
  return found
}

function overlaps(slots: readonly Slot[]): Finding[] {
  const active = slots.filter(slot => slot.state === 'aktiv' && slot.rhythm === 'woche')
  return active.flatMap((slot, index) => {
    const other = active.slice(0, index).find(before => lieTogether(before, slot))
    return other
      ? [finding('GR05', 'warn', ['slots', slot.id, 'from'], 'slotsOverlap', { other: other.id })]
      : []
  })
}

function lieTogether(left: Slot, right: Slot): boolean {
  if (left.weekday === null || left.weekday !== right.weekday) return false
  if (!left.from || !left.to || !right.from || !right.to) return false
  return left.from < right.to && right.from < left.to
}

function rhythm({ id, state, rhythm, week, ruleText }: Slot): Finding[] {
  if (state !== 'aktiv') return []
  if (rhythm === 'monat' && week === null)
    return [finding('GR06', 'hint', ['slots', id, 'week'], 'weekMissing')]
  if (rhythm === 'regel' && isEmpty(ruleText))
    return [finding('GR06', 'warn', ['slots', id, 'ruleText'], 'ruleTextMissing')]
  return []
}

function place({ id, state, format, place }: Slot): Finding[] {
  const found: Finding[] = []
  const inRoom = state === 'aktiv' && (format === 'praesenz' || format === 'hybrid')
  if (inRoom && isEmpty(place.name))
    found.push(finding('GR07', 'warn', ['slots', id, 'place', 'name'], 'placeMissing'))
  else if (inRoom && isEmpty(place.withPreposition))
    found.push(
      finding('GR07', 'warn', ['slots', id, 'place', 'withPreposition'], 'prepositionMissing', {
        place: place.name,
      }),
    )
  if (!isEmpty(place.zip) && !/^\d{5}$/.test(place.zip.trim()))
    found.push(finding('GR08', 'warn', ['slots', id, 'place', 'zip'], 'zipOdd', { zip: place.zip }))
  return found
}

const link = ({ id, onlineLink }: Slot): Finding[] =>
  isEmpty(onlineLink) || /^https:\/\//i.test(onlineLink.trim())
    ? []
    : [finding('GR09', 'warn', ['slots', id, 'onlineLink'], 'linkNotSecure')]

function contact({ contact, group }: GroupRecordDraft): Finding[] {
  const { phone, email } = contact
  if (isEmpty(phone) && isEmpty(email))
    return group.openness === null || group.openness === 'geschlossen'
      ? []
      : [finding('GR10', 'warn', ['contact', 'phone'], 'contactMissing')]
  return isMobileNumber(phone) ? [finding('GR10', 'hint', ['contact', 'phone'], 'privateNumber')] : []
}

const admission = ({ group }: GroupRecordDraft): Finding[] =>
  group.openness !== null && group.openness !== 'offen' && isEmpty(group.admissionNote)
    ? [finding('GR11', 'hint', ['group', 'admissionNote'], 'admissionNoteMissing')]
    : []

function size({ group: { founderCount, activeMembers } }: GroupRecordDraft): Finding[] {
  const found: Finding[] = []
  if (founderCount !== null && founderCount > 0 && founderCount < enoughMembers)
    found.push(
      finding('GR12', 'hint', ['group', 'founderCount'], 'fewFounders', {
        count: founderCount,
        min: enoughMembers,
      }),
    )
  if (activeMembers !== null && activeMembers > 0 && activeMembers < enoughMembers)
    found.push(
      finding('GR12', 'hint', ['group', 'activeMembers'], 'fewMembers', {
        count: activeMembers,
        min: enoughMembers,
      }),
    )
  if (activeMembers !== null && activeMembers > goodForTalking)
    found.push(
      finding('GR12', 'hint', ['group', 'activeMembers'], 'manyMembers', {
        count: activeMembers,
        max: goodForTalking,
      }),
    )
  return found
}

function days({ group, slots }: GroupRecordDraft): Finding[] {
  const { foundedOn, firstMeetingOn } = group
  if (firstMeetingOn === null) return []
  const found: Finding[] = []
  if (foundedOn !== null && foundedOn > firstMeetingOn)
    found.push(
      finding('GR13', 'hint', ['group', 'firstMeetingOn'], 'foundedLater', { foundedOn, firstMeetingOn }),
    )
  const meetsOn = slots.filter(slot => slot.state === 'aktiv').map(slot => slot.weekday)
  const known = meetsOn.filter((weekday): weekday is Weekday => weekday !== null)
  const weekday = weekdayOf(firstMeetingOn)
  if (weekday !== null && known.length > 0 && known.length === meetsOn.length && !known.includes(weekday))
    found.push(
      finding('GR13', 'hint', ['group', 'firstMeetingOn'], 'firstMeetingOtherDay', {
        firstMeetingOn,
        weekday,
      }),
    )
  return found
}

const contactPoint = ({ partners }: GroupRecordDraft): Finding[] =>
  partners.some(
    partner =>
      partner.partnerKind === 'selbsthilfekontaktstelle' &&
      partner.commitment !== 'beendet' &&
      !isEmpty(partner.name),
  )
    ? []
    : [finding('GR14', 'hint', ['partners'], 'contactPointMissing')]

const responsible = ({ responsible: { name, address } }: GroupRecordDraft): Finding[] =>
  isEmpty(name) === isEmpty(address)
    ? []
    : [finding('GR15', 'warn', ['responsible', isEmpty(name) ? 'name' : 'address'], 'responsibleIncomplete')]
