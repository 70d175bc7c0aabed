import type { Piece, Section } from '#client/document/readable.ts'
import { plainDay } from '#client/i18n/format.ts'
import type { ProseNode } from '#shared/document/prose.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { opennessSchema, wQuestionSchema } from '#shared/kinds/pressTemplate/enums.ts'
import { quoteLine } from '#shared/kinds/pressTemplate/ownFacts.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { embargoSentence } from './embargoWords.ts'
import { wordFor } from './options.ts'
import { word } from './words.ts'

/** A press text as a person reads it, for texts that were set aside. What nobody entered is left out. */
export function readablePress(value: PressDraft): Section[] {
  const { header, embargo, event, text, access, boilerplate, contact, responsible } = value
  const day = (written: string | null) => (written === null ? '' : plainDay(written))
  const ticked = wQuestionSchema.options.filter(question => value.wQuestions[question])
  const sections: Section[] = [
    {
      title: word('part.head'),
      pieces: lines([
        ['header/form', word('header.form'), wordFor('form', header.form)],
        ['header/title', word('header.title'), header.title],
        ['header/code', word('header.code'), header.code],
        ['header/version', word('header.version'), header.version],
        ['header/date', word('header.date'), day(header.date)],
        ['header/publisher', word('header.publisher'), header.publisher],
        ['header/usage', word('header.usage'), header.usage],
      ]),
    },
    {
      title: word('part.embargo'),
      pieces: lines([
        ['embargo/until', word('part.embargo'), embargo.until === null ? '' : embargoSentence(embargo)],
        ['embargo/reason', word('embargo.reason'), embargo.reason],
      ]),
    },
    {
      title: word('part.event'),
      pieces: lines([
        ['event/date', word('event.date'), day(event.date)],
        ['event/time', word('event.time'), event.time ?? ''],
        ['event/place', word('event.place'), event.place],
      ]),
    },
    {
      title: word('part.text'),
      pieces: [
        ...lines([
          ['text/headline', word('text.headline'), text.headline],
          ['text/subheading', word('text.subheading'), text.subheading],
          ['text/datelinePlace', word('text.datelinePlace'), text.datelinePlace],
          ['text/datelineDate', word('text.datelineDate'), day(text.datelineDate)],
        ]),
        ...prose('text/lead', word('text.lead'), text.lead),
        ...prose('text/body', word('text.body'), text.body),
        ...lines([['wQuestions', word('w.title'), ticked.map(question => word(`w.${question}`)).join(' ')]]),
      ],
    },
    {
      title: word('part.access'),
      pieces: opennessSchema.options.flatMap(name =>
        prose(`access/${name}`, wordFor('openness', name), access[name]),
      ),
    },
    {
      title: word('part.quotes'),
      pieces: value.quotes.flatMap((quote, index) =>
        lines([[`quotes/${quote.id}`, word('quote.number', { number: index + 1 }), quoteLine(quote)]]),
      ),
    },
    {
      title: word('part.images'),
      pieces: value.images.flatMap((image, index) =>
        lines([
          [
            `images/${image.id}`,
            word('image.number', { number: index + 1 }),
            [image.caption, image.credit, image.licence, image.altText, image.note]
              .filter(part => part !== '')
              .join(' · '),
          ],
          ...image.consents.map(
            ({ id, person, scope, until }) =>
              [
                `images/${image.id}/consents/${id}`,
                word('image.consents'),
                [person, scope, day(until)].filter(part => part !== '').join(', '),
              ] as const,
          ),
        ]),
      ),
    },
    {
      title: word('part.boilerplate'),
      pieces: lines([
        ['boilerplate/federation', word('boilerplate.federation'), boilerplate.federation],
        ['boilerplate/region', word('boilerplate.region'), boilerplate.region],
        ['boilerplate/version', word('boilerplate.version'), boilerplate.version],
      ]),
    },
    {
      title: word('part.contact'),
      pieces: lines([
        ['contact/name', word('contact.name'), contact.name],
        ['contact/function', word('contact.function'), contact.function],
        ['contact/phone', word('contact.phone'), contact.phone],
        ['contact/hours', word('contact.hours'), contact.hours],
        ['contact/email', word('contact.email'), contact.email],
        ['responsible/name', word('responsible.head'), responsible.name],
        ['responsible/address', word('responsible.address'), responsible.address],
      ]),
    },
    {
      title: word('part.crisis'),
      pieces: lines([['crisis/notice', word('crisis.notice'), value.crisis.notice]]),
    },
    { title: word('part.local'), pieces: prose('local/notes', word('local.notes'), value.local.notes) },
    {
      title: word('part.values'),
      pieces: lines(value.values.map(row => [`values/${row.id}`, factLabel(row.id), row.value] as const)),
    },
  ]
  return sections.filter(({ pieces }) => pieces.length > 0)
}

/** A piece for each of the lines that says something. */
const lines = (all: readonly (readonly [path: string, label: string, words: string])[]): Piece[] =>
  all.flatMap(([path, label, words]) => (words === '' ? [] : [{ path, label, paragraphs: [words] }]))

function prose(path: string, label: string, nodes: readonly ProseNode[]): Piece[] {
  const paragraphs = paragraphTexts(nodes).filter(paragraph => paragraph.trim() !== '')
  return paragraphs.length > 0 ? [{ path, label, paragraphs }] : []
}
