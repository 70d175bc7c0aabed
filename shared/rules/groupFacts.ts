import type { Audience, GroupRecordDraft, Slot } from '#shared/kinds/groupRecord/schema.ts'
import type { FactName } from './factLabels.ts'
import { everyNth, germanDay, germanList, germanSpan, weekdayAdverb, weekdayName } from './germanForms.ts'
import type { Facts } from './mergeFields.ts'

/**
 * Every fact of domain.md 5.3 that the group record holds, in the form in which a German sentence needs it.
 *
 * - [GF1] Only meetings in the state `aktiv` are told; what is only considered, or rests, is no fact.
 * - [GF2] What nobody has entered is no fact at all: the merge field stays open and says so.
 * - [GF3] The link to an online meeting is in no fact.
 */
export function factsOf(record: GroupRecordDraft, options: { readonly today: string }): Facts {
  const { group, contact, affiliation, responsible } = record
  const slots = record.slots.filter(slot => slot.state === 'aktiv')
  const places = slots.filter(meetsInRoom).map(slot => slot.place)
  const contactPoint = record.partners.find(
    partner => partner.partnerKind === 'selbsthilfekontaktstelle' && partner.commitment !== 'beendet',
  )
  const facts: Record<FactName, string> = {
    'gruppe.name': group.name,
    'gruppe.kurzname': group.shortName || group.name,
    'gruppe.wochentag': eachOf(slots, slot => slot.weekday && weekdayName(slot.weekday)),
    'gruppe.wochentag.adverb': eachOf(slots, adverb),
    'gruppe.zeit': eachOf(slots, slot => slot.from && germanSpan(slot.from, slot.to)),
    'gruppe.rhythmus': eachOf(slots, slot => rhythm(slot)),
    'gruppe.treffen': eachOf(slots, meeting),
    'gruppe.ort.name': eachOf(places, place => place.name),
    'gruppe.ort.mitPraeposition': eachOf(slots, where),
    // the parts of one address must belong together: with several places it is the first one's
    'gruppe.ort.strasse': places[0]?.street ?? '',
    'gruppe.ort.plz': places[0]?.zip ?? '',
    'gruppe.ort.stadt': places[0]?.city ?? '',
    'gruppe.ort.stufenfrei': stepFree(places.map(place => place.stepFree)),
    'gruppe.zugang': group.openness ?? '',
    'gruppe.zielgruppe': group.audience ? audienceWords[group.audience] : '',
    'gruppe.kontakt.telefon': contact.phone,
    'gruppe.kontakt.email': contact.email,
    'erstesTreffen.datum': group.firstMeetingOn === null ? '' : germanDay(group.firstMeetingOn),
    'region.name': affiliation.region,
    'landesverband.name': affiliation.stateAssociation,
    'bundesverband.name': affiliation.federation,
    'partner.kontaktstelle.name': contactPoint?.name ?? '',
    'partner.kontaktstelle.telefon': contactPoint?.phone ?? '',
    'visdp.name': responsible.name,
    'visdp.anschrift': responsible.address,
    foerderhinweis: record.funding.note,
    stand: germanDay(options.today),
  }
  return Object.fromEntries(
    Object.entries(facts)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  )
}

const meetsInRoom = (slot: Slot): boolean => slot.format === 'praesenz' || slot.format === 'hybrid'

function eachOf<T>(things: readonly T[], read: (thing: T) => string | null): string {
  return germanList(things.map(thing => read(thing)?.trim() ?? '').filter(word => word !== ''))
}

/** „montags“; a group that does not meet every week says so, for texts that print no rhythm. */
function adverb({ rhythm, weekday, week, ruleText }: Slot): string {
  if (rhythm === 'regel' && ruleText.trim() !== '') return ruleText.trim()
  if (weekday === null) return ''
  if (rhythm === '14tage') return `alle zwei Wochen ${weekdayAdverb(weekday)}`
  if (rhythm === 'monat')
    return week === null ? `einmal im Monat ${weekdayAdverb(weekday)}` : everyNth(week, weekday)
  return weekdayAdverb(weekday)
}

function rhythm({ rhythm, weekday, week, ruleText }: Slot): string {
  switch (rhythm) {
    case 'woche':
      return weekday === null ? '' : 'jede Woche'
    case '14tage':
      return 'alle zwei Wochen'
    case 'monat':
      return weekday === null || week === null ? 'einmal im Monat' : everyNth(week, weekday)
    case 'regel':
      return ruleText
  }
}

/** The whole phrase: „montags von 17:30 bis 19:00 Uhr“, „dienstags, alle zwei Wochen, ab 18 Uhr“. */
function meeting(slot: Slot): string {
  const { weekday, from, to } = slot
  const when =
    slot.rhythm === '14tage' && weekday !== null
      ? `${weekdayAdverb(weekday)}, alle zwei Wochen${from === null ? '' : ','}`
      : adverb(slot)
  if (when === '' || from === null) return when
  return `${when} ${to === null ? '' : 'von '}${germanSpan(from, to)}`
}

/** „im Haus am Anger, Raum 1“; without a room: how one takes part. */
function where({ format, place }: Slot): string {
  if (format === 'online') return 'online'
  if (format === 'telefon') return 'am Telefon'
  return place.withPreposition
}

/** With several places it is only promised where it holds for all. */
function stepFree(each: readonly (boolean | null)[]): string {
  if (each.length === 0 || each.includes(null)) return ''
  if (each.every(Boolean)) return 'ohne Stufen erreichbar'
  return each.some(Boolean) ? 'zum Teil ohne Stufen erreichbar' : 'nicht ohne Stufen erreichbar'
}

const audienceWords: Readonly<Record<Audience, string>> = {
  betroffene: 'Menschen mit Suchterfahrung',
  angehoerige: 'Angehörige',
  beide: 'Menschen mit Suchterfahrung und Angehörige',
  junge: 'junge Menschen',
}
