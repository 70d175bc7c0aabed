import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { z } from 'zod'
import { findings } from './findings.ts'
import { groupRecord, type groupRecordDraftSchema } from './schema.ts'

type Draft = z.input<typeof groupRecordDraftSchema>
type Given = {
  group?: Partial<Draft['group']>
  contact?: Partial<Draft['contact']>
  slots?: Draft['slots']
  partners?: Draft['partners']
  responsible?: Partial<Draft['responsible']>
}
const place = {
  name: 'Haus am Anger',
  withPreposition: 'im Haus am Anger',
  street: '',
  zip: '00456',
  city: '',
}
const slot = { id: 's1', weekday: 'MO', from: '17:30', to: '19:00', place } as const
const other = { id: 's2', weekday: 'DO', from: '10:00', to: '12:00', place } as const
const partner = {
  id: 'p1',
  name: 'Selbsthilfekontaktstelle Lindenfurt',
  partnerKind: 'selbsthilfekontaktstelle',
} as const
/** A record that no rule has anything to say about. */
const fine = {
  group: {
    name: 'Lichtblick Hohenlichtern',
    openness: 'offen',
    founderCount: 6,
    activeMembers: 8,
    foundedOn: '2026-05-04',
    firstMeetingOn: '2026-05-11',
  },
  contact: { phone: '069 90009-214' },
  slots: [slot],
  partners: [partner],
} satisfies Given
const group = (values: Given['group']): Given => ({ ...fine, group: { ...fine.group, ...values } })
const slots = (...given: NonNullable<Given['slots']>): Given => ({ ...fine, slots: given })

function found(given: Given): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, groupRecord.seed)
  const record = groupRecord.open(doc)
  record.record('group').assign(given.group ?? {})
  record.record('contact').assign(given.contact ?? {})
  record.record('responsible').assign(given.responsible ?? {})
  for (const { id, ...row } of given.slots ?? []) record.list('slots').add(id, row)
  for (const { id, ...row } of given.partners ?? []) record.list('partners').add(id, row)
  const { value, issues } = groupRecord.project(doc)
  expect(issues).toEqual([])
  return findings(value).map(
    ({ rule, level, path, detail, fields }) =>
      `${rule} ${level} ${path.join('/')} ${detail}${Object.keys(fields).length > 0 ? ` ${Object.values(fields).join(' ')}` : ''}`,
  )
}

describe('findings of a group record', () => {
  it('nothing where all is well', () => expect(found(fine)).toEqual([]))

  it.each<[string, Given, string[]]>([
    ['GR01 no name', group({ name: ' ' }), ['GR01 warn group/name nameMissing']],
    ['GR02 no meeting', slots(), ['GR02 hint slots noActiveSlot']],
    ['GR02 one that rests', slots({ ...slot, state: 'ruht' }), ['GR02 hint slots noActiveSlot']],
    ['GR02 only considered', slots({ ...slot, state: 'erwogen' }), ['GR02 hint slots onlyConsidered']],
    ['GR02 an idea needs none', { ...group({ phase: 'idee' }), slots: [] }, []],
    ['GR02 a second one is considered', slots(slot, { id: 's2', state: 'erwogen', format: 'online' }), []],
    ['GR03 no day', slots({ ...slot, weekday: null }), ['GR03 warn slots/s1/weekday dayMissing']],
    ['GR03 no time', slots({ ...slot, from: null, to: null }), ['GR03 warn slots/s1/from timeMissing']],
    [
      'GR03 a rhythm in words needs no day',
      slots({ ...slot, rhythm: 'regel', ruleText: 'an jedem Werktag', weekday: null }),
      [],
    ],
    ['GR03 no end is no lack', slots({ ...slot, to: null }), []],
    [
      'GR04 ends before it begins',
      slots({ ...slot, to: '17:00' }),
      ['GR04 error slots/s1/to endNotAfterStart 17:30 17:00'],
    ],
    [
      'GR04 no length',
      slots({ ...slot, to: '17:30' }),
      ['GR04 error slots/s1/to endNotAfterStart 17:30 17:30'],
    ],
    ['GR04 two hours', slots({ ...slot, to: '19:30' }), []],
    [
      'GR04 more than two hours',
      slots({ ...slot, to: '19:31' }),
      ['GR04 hint slots/s1/to longMeeting 17:30 19:31'],
    ],
    [
      'GR05 upon each other',
      slots(slot, { ...other, weekday: 'MO', from: '18:00', to: '19:30' }),
      ['GR05 warn slots/s2/from slotsOverlap s1'],
    ],
    ['GR05 one after the other', slots(slot, { ...other, weekday: 'MO', from: '19:00', to: '20:00' }), []],
    ['GR05 on another day', slots(slot, { ...other, from: '17:30', to: '19:00' }), []],
    ['GR06 which week', slots({ ...slot, rhythm: 'monat' }), ['GR06 hint slots/s1/week weekMissing']],
    ['GR06 the week is said', slots({ ...slot, rhythm: 'monat', week: '2' }), []],
    [
      'GR06 a rule without words',
      slots({ ...slot, rhythm: 'regel' }),
      ['GR06 warn slots/s1/ruleText ruleTextMissing'],
    ],
    [
      'GR07 no place',
      slots({ ...slot, place: { ...place, name: '' } }),
      ['GR07 warn slots/s1/place/name placeMissing'],
    ],
    [
      'GR07 no preposition',
      slots({ ...slot, place: { ...place, withPreposition: '' } }),
      ['GR07 warn slots/s1/place/withPreposition prepositionMissing Haus am Anger'],
    ],
    [
      'GR07 online needs no place',
      slots({ ...slot, format: 'online', place: { ...place, name: '', withPreposition: '' } }),
      [],
    ],
    [
      'GR08 postcode',
      slots({ ...slot, place: { ...place, zip: '0456' } }),
      ['GR08 warn slots/s1/place/zip zipOdd 0456'],
    ],
    ['GR08 none yet', slots({ ...slot, place: { ...place, zip: '' } }), []],
    [
      'GR09 http',
      slots({ ...slot, onlineLink: 'http://treffen.example/raum' }),
      ['GR09 warn slots/s1/onlineLink linkNotSecure'],
    ],
    ['GR09 https', slots({ ...slot, onlineLink: 'https://treffen.example/raum' }), []],
    ['GR10 open and out of reach', { ...fine, contact: {} }, ['GR10 warn contact/phone contactMissing']],
    ['GR10 a mail is enough', { ...fine, contact: { email: 'lichtblick@brueckenschlag.example' } }, []],
    [
      'GR10 closed and out of reach',
      { ...group({ openness: 'geschlossen', admissionNote: 'bis Ende Juni' }), contact: {} },
      [],
    ],
    [
      'GR10 a mobile number',
      { ...fine, contact: { phone: '0170 1234567' } },
      ['GR10 hint contact/phone privateNumber'],
    ],
    [
      'GR10 a mobile number from abroad',
      { ...fine, contact: { phone: '+49 (0)151 2345' } },
      ['GR10 hint contact/phone privateNumber'],
    ],
    [
      'GR11 how one gets in',
      group({ openness: 'offen_mit_vorgespraech' }),
      ['GR11 hint group/admissionNote admissionNoteMissing'],
    ],
    [
      'GR11 said',
      group({ openness: 'offen_mit_vorgespraech', admissionNote: 'kurzes Gespräch am Telefon' }),
      [],
    ],
    ['GR12 five founders', group({ founderCount: 5 }), ['GR12 hint group/founderCount fewFounders 5 6']],
    ['GR12 five members', group({ activeMembers: 5 }), ['GR12 hint group/activeMembers fewMembers 5 6']],
    ['GR12 twelve members', group({ activeMembers: 12 }), []],
    [
      'GR12 thirteen members',
      group({ activeMembers: 13 }),
      ['GR12 hint group/activeMembers manyMembers 13 12'],
    ],
    [
      'GR13 founded later',
      group({ foundedOn: '2026-05-12' }),
      ['GR13 hint group/firstMeetingOn foundedLater 2026-05-12 2026-05-11'],
    ],
    ['GR13 founded at it', group({ foundedOn: '2026-05-11' }), []],
    [
      'GR13 on another day',
      group({ firstMeetingOn: '2026-05-12' }),
      ['GR13 hint group/firstMeetingOn firstMeetingOtherDay 2026-05-12 DI'],
    ],
    ['GR14 no contact point', { ...fine, partners: [] }, ['GR14 hint partners contactPointMissing']],
    [
      'GR14 one that was',
      { ...fine, partners: [{ ...partner, commitment: 'beendet' }] },
      ['GR14 hint partners contactPointMissing'],
    ],
    [
      'GR14 another partner',
      { ...fine, partners: [{ ...partner, partnerKind: 'jobcenter' }] },
      ['GR14 hint partners contactPointMissing'],
    ],
    [
      'GR15 no address',
      { ...fine, responsible: { name: 'Matthis Grönefeld' } },
      ['GR15 warn responsible/address responsibleIncomplete'],
    ],
    [
      'GR15 no name',
      { ...fine, responsible: { address: 'Uferweg 12, 00234 Musterhafen' } },
      ['GR15 warn responsible/name responsibleIncomplete'],
    ],
    [
      'GR15 both',
      { ...fine, responsible: { name: 'Matthis Grönefeld', address: 'Uferweg 12, 00234 Musterhafen' } },
      [],
    ],
  ])('%s', (_, given, expected) => expect(found(given)).toEqual(expected))
})
