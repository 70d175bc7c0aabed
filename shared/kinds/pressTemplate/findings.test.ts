import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { quoteHash } from '#shared/rules/quote.ts'
import { fillPress, type PressContent } from './fill.ts'
import { type FindingOptions, findings } from './findings.ts'
import { pressTemplate } from './schema.ts'

const words = { text: 'Wir freuen uns', name: 'Hanne Pfefferkorn', function: 'Kooperationsperson' }
const quote = {
  id: 'Q1',
  text: words.text,
  printedName: words.name,
  function: words.function,
  release: 'freigegeben',
  releasedHash: quoteHash(words),
  speakerId: 'u.hp',
} as const
const image = {
  id: 'I1',
  caption: 'Türschild',
  credit: 'Foto: Svea Kallweit',
  licence: 'honorarfrei',
  altText: 'Ein Türschild',
  recognisable: 1,
  consents: [{ id: 'C1', person: 'S. K.', scope: 'Presse', until: '2027-01-01' }],
} as const
/** A release that no rule has anything to say about. */
const fine = {
  header: { form: 'mitteilung', date: '2026-06-17' },
  embargo: { until: '2026-06-18T18:00', reason: 'Veranstaltung' },
  text: {
    headline: 'Neue Gruppe {{gruppe.name}}',
    subheading: 'Ein Ort zum Austausch',
    lead: ['Die Gruppe trifft sich montags von 17:30 bis 19:00 Uhr.'],
    body: ['{{zitat.1}}', '{{absatz.zugang}}'],
  },
  access: { offen: ['Kommt vorbei.'] },
  quotes: [quote],
  contact: { name: 'Theodora Lindqvist-Baum', phone: '069 90009-120' },
  responsible: { name: 'Matthis Grönefeld', address: 'Uferweg 12, 00234 Musterhafen' },
  images: [image],
} satisfies PressContent
const facts = {
  'gruppe.name': 'Lichtblick',
  'gruppe.zugang': 'offen',
  'gruppe.wochentag.adverb': 'montags',
  'gruppe.treffen': 'montags von 17:30 bis 19:00 Uhr',
}

function found(content: PressContent, options: FindingOptions = {}): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), content)
  return findings(pressTemplate.project(doc).value, { facts, ...options }).map(
    ({ rule, level, path, detail, fields }) =>
      `${rule} ${level} ${path.join('/')} ${detail} ${JSON.stringify(fields)}`,
  )
}
const text = (values: object) => ({ ...fine, text: { ...fine.text, ...values } })
const quoted = (values: object) => ({ ...fine, quotes: [{ ...quote, ...values }] })
const pictured = (values: object) => ({ ...fine, images: [{ ...image, ...values }] })
const barred = (values: object) => ({ ...fine, embargo: { ...fine.embargo, ...values } })
const named = (values: object) => ({ ...fine, contact: { ...fine.contact, ...values } })
const language = (severity: 'error' | 'warn' | 'info') => ({
  rule: 'L01',
  severity,
  path: 'text/headline',
  from: 0,
  to: 6,
  match: 'Junkie',
  speech: false,
})
const summer = Date.parse('2026-06-17T09:00+02:00')

describe('findings, domain.md 4.4', () => {
  it('nothing where all is well, neither while writing nor at sending', () => {
    expect(found(fine)).toEqual([])
    expect(found(fine, { moment: 'sending', now: summer })).toEqual([])
  })

  it.each<[string, PressContent, FindingOptions, string[]]>([
    [
      'G1 a merge field without a fact, told once',
      text({ lead: ['{{gruppe.kurzname}} {{gruppe.kurzname}}'], subheading: '{{gruppe.kurzname}}' }),
      {},
      ['G1 error text/subheading variableOpen {"name":"gruppe.kurzname"}'],
    ],
    [
      'G1 the quote of a place is not there',
      text({ body: ['{{zitat.1}}', '{{zitat.2}}', '{{absatz.zugang}}'] }),
      {},
      ['G1 error text/body variableOpen {"name":"zitat.2"}'],
    ],
    [
      'G1 the access paragraph for this openness is empty',
      fine,
      { facts: { ...facts, 'gruppe.zugang': 'geschlossen' } },
      ['G1 error text/body variableOpen {"name":"absatz.zugang"}'],
    ],
    [
      'G1 a merge field in an access paragraph that is not shown does not count',
      { ...fine, access: { ...fine.access, geschlossen: ['{{partner.kontaktstelle.name}}'] } },
      {},
      [],
    ],
    [
      'G1 a template has merge fields',
      { ...text({ subheading: '{{gruppe.kurzname}}' }), header: { form: 'vorlage' } },
      {},
      [],
    ],
    [
      'G1 the value of this release counts',
      { ...text({ subheading: '{{gruppe.kurzname}}' }), values: [{ id: 'gruppe.kurzname', value: 'LB' }] },
      {},
      [],
    ],
    [
      '4.2 a quote without a place',
      text({ body: ['{{absatz.zugang}}'] }),
      {},
      ['G1 hint quotes/Q1/text quoteNotPlaced {"number":1}'],
    ],
    [
      '4.2 access paragraphs without a place',
      text({ body: ['{{zitat.1}}'] }),
      {},
      ['G1 warn text/body accessNotPlaced {}'],
    ],
    [
      '4.2 access paragraph in two places',
      text({ body: ['{{zitat.1}}', '{{absatz.zugang}}', '{{absatz.zugang}}'] }),
      {},
      ['G1 warn text/body accessTwice {}'],
    ],

    [
      'G2 not asked yet',
      quoted({ release: 'offen' }),
      {},
      ['G2 warn quotes/Q1/release quoteNotReleased {"name":"Hanne Pfefferkorn"}'],
    ],
    [
      'G2 asked, at sending',
      quoted({ release: 'angefragt' }),
      { moment: 'sending' },
      ['G2 error quotes/Q1/release quoteNotReleased {"name":"Hanne Pfefferkorn"}'],
    ],
    [
      'G2 another comma',
      quoted({ text: 'Wir freuen, uns' }),
      {},
      ['G2 warn quotes/Q1/release quoteChanged {"name":"Hanne Pfefferkorn"}'],
    ],
    [
      'G2 another function',
      quoted({ function: 'Leiterin' }),
      {},
      ['G2 warn quotes/Q1/release quoteChanged {"name":"Hanne Pfefferkorn"}'],
    ],
    ['G2 other white space', quoted({ text: ' Wir  freuen uns. ' }), {}, []],
    [
      'G2 refused',
      quoted({ release: 'zurueckgezogen' }),
      {},
      ['G2 error quotes/Q1/release quoteRefused {"name":"Hanne Pfefferkorn"}'],
    ],
    [
      'G2 not valid any more',
      quoted({ validUntil: '2026-06-16' }),
      {},
      ['G2 warn quotes/Q1/release quoteOutdated {"name":"Hanne Pfefferkorn","until":"2026-06-16"}'],
    ],

    ['G3 no credit', pictured({ credit: ' ' }), {}, ['G3 error images/I1/credit creditMissing {}']],
    [
      'G3 a consent is missing',
      pictured({ recognisable: 4 }),
      {},
      ['G3 error images/I1/recognisable consentMissing {"need":4,"have":1}'],
    ],
    [
      'G3 a consent of nobody is none',
      pictured({ consents: [{ id: 'C1', person: ' ' }] }),
      {},
      ['G3 error images/I1/recognisable consentMissing {"need":1,"have":0}'],
    ],
    [
      'G3 a consent on its last day',
      pictured({ consents: [{ ...image.consents[0], until: '2026-06-17' }] }),
      {},
      [],
    ],
    [
      'G3 a consent is over',
      pictured({ consents: [{ ...image.consents[0], until: '2026-06-16' }] }),
      {},
      ['G3 error images/I1/recognisable consentOutdated {"need":1,"have":0}'],
    ],
    [
      'G3 nobody has looked who can be recognised',
      pictured({ recognisable: null }),
      {},
      ['G3 warn images/I1/recognisable recognisableUnknown {}'],
    ],
    ['G3 nobody can be recognised', pictured({ recognisable: 0, consents: [] }), {}, []],
    [
      'G3 motif',
      pictured({ motifCheck: 'abgelehnt' }),
      {},
      ['G3 error images/I1/motifCheck motifRefused {}'],
    ],
    ['G3 licence', pictured({ licence: '' }), {}, ['G3 warn images/I1/licence licenceMissing {}']],
    ['G3 alt text', pictured({ altText: '' }), {}, ['G3 hint images/I1/altText altMissing {}']],

    [
      'G4 errors and warnings of the language check',
      fine,
      { language: [language('error'), language('warn'), language('warn')] },
      [
        'G4 error header/languageProfile languageErrors {"count":1}',
        'G4 warn header/languageProfile languageUnanswered {"count":2}',
      ],
    ],
    [
      'G4 a warning that nobody has answered, at sending',
      fine,
      { moment: 'sending', now: summer, language: [language('warn')] },
      ['G4 error header/languageProfile languageUnanswered {"count":1}'],
    ],
    ['G4 direct speech', fine, { language: [language('info')] }, []],

    ['G5 no embargo', { ...fine, embargo: {} }, {}, []],
    ['G5 no reason', barred({ reason: '' }), {}, ['G5 warn embargo/reason embargoReasonMissing {}']],
    [
      'G5 a day without a time',
      barred({ until: '2026-06-18' }),
      {},
      ['G5 warn embargo/until embargoTimeMissing {}'],
    ],
    [
      'G5 a time that never comes',
      barred({ until: '2026-03-29T02:30' }),
      {},
      ['G5 error embargo/until embargoNever {"day":"2026-03-29","time":"02:30","from":"02:00","to":"03:00"}'],
    ],
    [
      'G5 a time that comes twice',
      barred({ until: '2026-10-25T02:30' }),
      {},
      ['G5 error embargo/which embargoTwice {"day":"2026-10-25","time":"02:30"}'],
    ],
    ['G5 and it is said which', barred({ until: '2026-10-25T02:30', which: 'zweite' }), {}, []],
    [
      'G5 over when sent',
      fine,
      { moment: 'sending', now: Date.parse('2026-06-18T19:00+02:00') },
      ['G5 error embargo/until embargoOver {"day":"2026-06-18","time":"18:00"}'],
    ],
    [
      'G5 over in this minute, while people write',
      fine,
      { now: Date.parse('2026-06-18T18:00+02:00') },
      ['G5 warn embargo/until embargoOver {"day":"2026-06-18","time":"18:00"}'],
    ],
    [
      'G5 no reason, at sending',
      barred({ reason: ' ' }),
      { moment: 'sending', now: summer },
      ['G5 error embargo/reason embargoReasonMissing {}'],
    ],
    [
      'G5 a day without a time, at sending',
      barred({ until: '2026-06-18' }),
      { moment: 'sending', now: summer },
      ['G5 error embargo/until embargoTimeMissing {}'],
    ],
    ['G5 one minute before', fine, { now: Date.parse('2026-06-18T17:59+02:00') }, []],

    ['G6 nobody to ask', named({ name: '' }), {}, ['G6 warn contact/name contactMissing {}']],
    [
      'G6 no way to reach them, at sending',
      named({ phone: '' }),
      { moment: 'sending' },
      ['G6 error contact/phone contactMissing {}'],
    ],
    ['G6 mail is enough', named({ phone: '', email: 'presse@brueckenschlag.example' }), {}, []],
    ['G6 a mobile number', named({ phone: '0171 0000000' }), {}, ['G6 warn contact/phone contactPrivate {}']],
    [
      'G6 nobody answers for it',
      { ...fine, responsible: { name: '' } },
      {},
      ['G6 warn responsible/name responsibleMissing {}'],
    ],
    [
      'G6 without an address',
      { ...fine, responsible: { name: 'Matthis Grönefeld' } },
      {},
      ['G6 warn responsible/address responsibleMissing {}'],
    ],

    [
      'G7 too long',
      { ...fine, header: { ...fine.header, lengthLimit: 100 } },
      {},
      ['G7 warn text/body tooLong {"length":176,"limit":100,"over":76}'],
    ],
    [
      'G7 a headline of 81 characters',
      text({ headline: 'x'.repeat(81) }),
      {},
      ['G7 hint text/headline headlineTooLong {"length":81,"limit":80}'],
    ],
    ['G7 a headline of 80', text({ headline: 'x'.repeat(80) }), {}, []],
    [
      'G7 a subheading of 121',
      text({ subheading: 'x'.repeat(121) }),
      {},
      ['G7 hint text/subheading subheadingTooLong {"length":121,"limit":120}'],
    ],

    [
      'G10 another function than in the master data',
      fine,
      { functionOf: () => 'Leiterin' },
      ['G10 warn quotes/Q1/function functionDiffers {"printed":"Kooperationsperson","record":"Leiterin"}'],
    ],
    [
      'G10 the same function, said longer',
      fine,
      { functionOf: () => 'kooperationsperson im Regionalteam' },
      [],
    ],
    [
      'G10 another value than in the master data',
      { ...fine, values: [{ id: 'gruppe.name', value: 'Ausblick' }] },
      {},
      [
        'G10 warn values/gruppe.name/value valueDiffers {"name":"gruppe.name","here":"Ausblick","there":"Lichtblick"}',
      ],
    ],
    [
      'G10 another day',
      text({ lead: ['Wir treffen uns dienstags.'] }),
      {},
      ['G10 warn text/lead weekdayDiffers {"written":"dienstags","fact":"montags"}'],
    ],
    [
      'G10 a day of several, and one in every second week',
      text({
        lead: ['Wir treffen uns donnerstags.'],
        body: ['{{zitat.1}}', '{{absatz.zugang}}', 'Auch montags.'],
      }),
      { facts: { ...facts, 'gruppe.wochentag.adverb': 'alle zwei Wochen montags und donnerstags' } },
      [],
    ],
    [
      'G10 every week is not once a month',
      text({ lead: ['Wir treffen uns samstags.'] }),
      { facts: { ...facts, 'gruppe.wochentag.adverb': 'jeden zweiten Samstag im Monat' } },
      ['G10 warn text/lead weekdayDiffers {"written":"samstags","fact":"jeden zweiten Samstag im Monat"}'],
    ],
    [
      'G10 another time',
      text({ lead: ['Wir treffen uns montags von 18 bis 19:00 Uhr.'] }),
      {},
      [
        'G10 warn text/lead timeDiffers {"written":"von 18 bis 19:00 Uhr","fact":"montags von 17:30 bis 19:00 Uhr"}',
      ],
    ],
    [
      'G10 nothing to compare with',
      text({ lead: ['Wir treffen uns dienstags von 8 bis 9 Uhr.'] }),
      { facts: { 'gruppe.name': 'L', 'gruppe.zugang': 'offen' } },
      [],
    ],
  ])('%s', (_, content, options, expected) => {
    expect(found(content, options)).toEqual(expected)
  })
})
