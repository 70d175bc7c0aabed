import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { z } from 'zod'
import { groupRecord, type slotSchema } from '#shared/kinds/groupRecord/schema.ts'
import { factLabels } from './factLabels.ts'
import { factsOf } from './groupFacts.ts'
import type { Facts } from './mergeFields.ts'

const today = '2026-07-13'

function emptyGroupRecord() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, groupRecord.seed)
  return { doc, handle: groupRecord.open(doc) }
}

type SlotInput = Partial<z.input<typeof slotSchema>>
const anger = {
  name: 'Haus am Anger',
  withPreposition: 'im Haus am Anger',
  street: 'Am Anger 3',
  zip: '00456',
  city: 'Hohenlichtern',
  stepFree: true,
}
const schule = {
  name: 'Alte Schule',
  withPreposition: 'in der Alten Schule',
  street: '',
  zip: '',
  city: 'Deichhorst',
  stepFree: null,
}

function factsWith(slots: readonly SlotInput[]): Facts {
  const { doc, handle } = emptyGroupRecord()
  slots.forEach((slot, index) => handle.list('slots').add(`s${index}`, slot))
  return factsOf(groupRecord.project(doc).value, { today })
}

describe('facts of a group', () => {
  it.each<[string, SlotInput, string, string, string]>([
    [
      'weekly',
      { weekday: 'MO', from: '17:30', to: '19:00' },
      'montags',
      'jede Woche',
      'montags von 17:30 bis 19:00 Uhr',
    ],
    [
      'weekly without an end',
      { weekday: 'MI', from: '18:00' },
      'mittwochs',
      'jede Woche',
      'mittwochs ab 18 Uhr',
    ],
    ['weekly without a time', { weekday: 'MI' }, 'mittwochs', 'jede Woche', 'mittwochs'],
    [
      'every other week',
      { weekday: 'DI', from: '19:00', to: '20:30', rhythm: '14tage' },
      'alle zwei Wochen dienstags',
      'alle zwei Wochen',
      'dienstags, alle zwei Wochen, von 19:00 bis 20:30 Uhr',
    ],
    [
      'every other week without a time',
      { weekday: 'DI', rhythm: '14tage' },
      'alle zwei Wochen dienstags',
      'alle zwei Wochen',
      'dienstags, alle zwei Wochen',
    ],
    [
      'monthly',
      { weekday: 'SA', from: '10:00', to: '12:00', rhythm: 'monat', week: '2' },
      'jeden zweiten Samstag im Monat',
      'jeden zweiten Samstag im Monat',
      'jeden zweiten Samstag im Monat von 10 bis 12 Uhr',
    ],
    [
      'the last of the month',
      { weekday: 'FR', from: '19:30', rhythm: 'monat', week: 'letzte' },
      'jeden letzten Freitag im Monat',
      'jeden letzten Freitag im Monat',
      'jeden letzten Freitag im Monat ab 19:30 Uhr',
    ],
    [
      'once a month',
      { weekday: 'SO', from: '15:00', to: '17:00', rhythm: 'monat' },
      'einmal im Monat sonntags',
      'einmal im Monat',
      'einmal im Monat sonntags von 15 bis 17 Uhr',
    ],
    [
      'in words',
      { from: '18:00', to: '20:00', rhythm: 'regel', ruleText: 'am Abend vor jedem Feiertag' },
      'am Abend vor jedem Feiertag',
      'am Abend vor jedem Feiertag',
      'am Abend vor jedem Feiertag von 18 bis 20 Uhr',
    ],
    [
      'in words that are missing',
      { weekday: 'DO', from: '18:00', rhythm: 'regel' },
      'donnerstags',
      '',
      'donnerstags ab 18 Uhr',
    ],
  ])('%s', (_, slot, adverb, rhythm, meeting) => {
    const facts = factsWith([slot])
    expect(facts['gruppe.wochentag.adverb']).toBe(adverb)
    expect(facts['gruppe.rhythmus'] ?? '').toBe(rhythm)
    expect(facts['gruppe.treffen']).toBe(meeting)
  })

  it('[GF1] only active meetings count', () => {
    const facts = factsWith([
      { weekday: 'MO', from: '17:30', to: '19:00', state: 'ruht', place: anger },
      { weekday: 'DI', from: '18:00', to: '19:00', state: 'erwogen', place: anger },
      { weekday: 'MI', from: '19:00', to: '20:30', place: schule },
    ])
    expect(facts).toMatchObject({
      'gruppe.wochentag': 'Mittwoch',
      'gruppe.treffen': 'mittwochs von 19:00 bis 20:30 Uhr',
      'gruppe.ort.mitPraeposition': 'in der Alten Schule',
    })
    expect(JSON.stringify(facts)).not.toContain('Anger')
  })

  it('several active meetings are told together', () => {
    expect(
      factsWith([
        { weekday: 'MO', from: '17:30', to: '19:00', place: anger },
        { weekday: 'DO', from: '10:00', to: '12:00', place: schule },
        {
          weekday: 'SO',
          from: '17:30',
          to: '19:00',
          format: 'online',
          onlineLink: 'https://treffen.example/x',
        },
      ]),
    ).toMatchObject({
      'gruppe.wochentag': 'Montag, Donnerstag und Sonntag',
      'gruppe.wochentag.adverb': 'montags, donnerstags und sonntags',
      'gruppe.zeit': '17:30 bis 19:00 Uhr und 10 bis 12 Uhr',
      'gruppe.rhythmus': 'jede Woche',
      'gruppe.treffen':
        'montags von 17:30 bis 19:00 Uhr, donnerstags von 10 bis 12 Uhr und sonntags von 17:30 bis 19:00 Uhr',
      'gruppe.ort.mitPraeposition': 'im Haus am Anger, in der Alten Schule und online',
      'gruppe.ort.name': 'Haus am Anger und Alte Schule',
      'gruppe.ort.strasse': 'Am Anger 3',
      'gruppe.ort.plz': '00456',
      'gruppe.ort.stadt': 'Hohenlichtern',
    })
  })

  it.each<[string, (boolean | null)[], string | undefined]>([
    ['all', [true, true], 'ohne Stufen erreichbar'],
    ['none', [false], 'nicht ohne Stufen erreichbar'],
    ['some', [true, false], 'zum Teil ohne Stufen erreichbar'],
    ['one nobody knows of', [true, null], undefined],
  ])('step-free: %s', (_, each, said) => {
    const facts = factsWith(each.map(stepFree => ({ weekday: 'MO', place: { ...anger, stepFree } })))
    expect(facts['gruppe.ort.stufenfrei']).toBe(said)
  })

  it('a meeting by telephone or online has no room', () => {
    expect(
      factsWith([{ weekday: 'MO', format: 'telefon', place: anger }])['gruppe.ort.mitPraeposition'],
    ).toBe('am Telefon')
    const online = factsWith([{ weekday: 'MO', format: 'online', place: anger }])
    expect(online['gruppe.ort.mitPraeposition']).toBe('online')
    expect(online['gruppe.ort.name']).toBe(undefined)
  })

  it('[GF2] what nobody has entered is no fact', () => {
    expect(factsWith([])).toEqual({ stand: '13. Juli 2026' })
  })

  it('[GF3] the link to an online meeting is in no fact', () => {
    const facts = factsWith([
      {
        weekday: 'MO',
        from: '18:00',
        format: 'hybrid',
        onlineLink: 'https://treffen.example/geheim',
        place: anger,
      },
    ])
    expect(JSON.stringify(facts)).not.toContain('geheim')
  })

  it('everything else, each under a name with a label', () => {
    const { doc, handle } = emptyGroupRecord()
    handle.record('group').assign({
      name: 'Lichtblick Hohenlichtern',
      shortName: 'Lichtblick',
      audience: 'beide',
      firstMeetingOn: '2026-05-11',
    })
    handle.record('contact').assign({ phone: '069 90009-214', email: 'lichtblick@brueckenschlag.example' })
    handle.record('affiliation').assign({
      region: 'Oberes Lindental',
      stateAssociation: 'Brückenschlag Landesverband Mittelland e. V.',
      federation: 'Brückenschlag Suchtselbsthilfe – Bundesverband e. V.',
    })
    handle
      .list('partners')
      .add('p1', { name: 'Alt', partnerKind: 'selbsthilfekontaktstelle', commitment: 'beendet' })
    handle.list('partners').add('p2', {
      name: 'Selbsthilfekontaktstelle Lindenfurt',
      partnerKind: 'selbsthilfekontaktstelle',
      phone: '069 90009-100',
    })
    handle
      .record('responsible')
      .assign({ name: 'Matthis Grönefeld', address: 'Uferweg 12, 00234 Musterhafen' })
    handle.record('funding').set('note', 'Gefördert aus Mitteln der Selbsthilfeförderung.')
    handle.list('slots').add('s1', { weekday: 'MO', from: '17:30', to: '19:00', place: anger })
    handle.record('group').set('openness', 'geschlossen')
    const facts = factsOf(groupRecord.project(doc).value, { today })
    expect(facts).toMatchObject({
      'gruppe.kurzname': 'Lichtblick',
      'gruppe.zielgruppe': 'Menschen mit Suchterfahrung und Angehörige',
      'gruppe.kontakt.email': 'lichtblick@brueckenschlag.example',
      'erstesTreffen.datum': '11. Mai 2026',
      'landesverband.name': 'Brückenschlag Landesverband Mittelland e. V.',
      'bundesverband.name': 'Brückenschlag Suchtselbsthilfe – Bundesverband e. V.',
      'partner.kontaktstelle.name': 'Selbsthilfekontaktstelle Lindenfurt',
      'partner.kontaktstelle.telefon': '069 90009-100',
      'visdp.name': 'Matthis Grönefeld',
      'visdp.anschrift': 'Uferweg 12, 00234 Musterhafen',
      foerderhinweis: 'Gefördert aus Mitteln der Selbsthilfeförderung.',
      'gruppe.ort.stufenfrei': 'ohne Stufen erreichbar',
      stand: '13. Juli 2026',
    })
    expect(Object.keys(facts).sort()).toEqual(Object.keys(factLabels).sort())
  })
})
