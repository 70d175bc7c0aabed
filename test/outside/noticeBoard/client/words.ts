import { defineWords } from '#client/i18n/words.ts'

const de = {
  notices: 'Zettel',
  count_one: '{{count}} Zettel',
  count_other: '{{count}} Zettel',
  add: 'Zettel anhängen',
  untitled: 'Ohne Überschrift',
  title: 'Überschrift',
  until: 'Hängt bis',
  body: 'Text des Zettels',
  place: 'Ort des Bretts',
  comes: 'Ich komme',
  coming_one: '{{count}} Person kommt',
  coming_other: '{{count}} Personen kommen',
  head: 'dem Kopf',
  'finding.titleMissing': 'Der Zettel hat noch keine Überschrift.',
  'finding.over': 'Der Tag ist vorbei. Der Zettel kann abgehängt werden.',
} as const

const en = {
  notices: 'Notices',
  count_one: '{{count}} notice',
  count_other: '{{count}} notices',
  add: 'Add a notice',
  untitled: 'Untitled',
  title: 'Heading',
  until: 'Hangs until',
  body: 'Text of the notice',
  place: 'Place of the board',
  comes: 'I am coming',
  coming_one: '{{count}} person is coming',
  coming_other: '{{count}} people are coming',
  head: 'the head',
  'finding.titleMissing': 'The notice has no heading yet.',
  'finding.over': 'The day is over. The notice can be taken down.',
} as const

export const { word, wordIfKnown, useWords } = defineWords('noticeBoard', { de, en })
