import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { paragraphTexts } from '#shared/document/prose.ts'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { fillPress, type PressContent } from './fill.ts'
import { renderRelease } from './render.ts'
import { pressTemplate } from './schema.ts'

function rendered(content: PressContent, facts: Facts = {}) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), content)
  return renderRelease(pressTemplate.project(doc).value, facts)
}
const lines = (content: PressContent, facts?: Facts) => paragraphTexts(rendered(content, facts).text)

describe('renderRelease', () => {
  it('an empty sheet is an empty release', () => {
    expect(rendered({})).toEqual({
      embargo: null,
      headline: '',
      subheading: '',
      text: [],
      about: '',
      contact: '',
      responsible: '',
      images: [],
      crisis: '',
      length: 0,
      open: [],
    })
  })

  it('the access paragraph keeps its own form; the other two are not there', () => {
    const { text, open } = rendered(
      {
        text: { body: ['vorher', ' {{absatz.zugang}} ', 'nachher'] },
        access: {
          offen: ['Kommt vorbei.', ...nodesFromLines(['- montags', '- {{gruppe.zeit}}'])],
          geschlossen: ['Zu.'],
        },
      },
      { 'gruppe.zugang': 'offen', 'gruppe.zeit': '17:30' },
    )
    expect(text.map(node => node.type)).toEqual(['paragraph', 'paragraph', 'bulletList', 'paragraph'])
    expect(paragraphTexts(text)).toEqual(['vorher', 'Kommt vorbei.', 'montags', '17:30', 'nachher'])
    expect(open).toEqual([])
  })
  it('within a sentence it is part of the sentence', () => {
    const content = { text: { body: ['Wisst: {{absatz.zugang}}'] }, access: { geschlossen: ['Sie ist zu.'] } }
    expect(lines(content, { 'gruppe.zugang': 'geschlossen' })).toEqual(['Wisst: Sie ist zu.'])
  })
  it('what the release says of the group goes before what the group says', () => {
    const content: PressContent = {
      text: { body: ['{{absatz.zugang}} {{gruppe.name}}'] },
      access: { openness: 'offen', offen: ['Offen.'], geschlossen: ['Zu.'] },
      values: [{ id: 'gruppe.name', value: 'Hier' }],
    }
    expect(lines(content, { 'gruppe.zugang': 'geschlossen', 'gruppe.name': 'Dort' })).toEqual(['Offen. Hier'])
  })
  it('while nobody knows how open the group is, its place stays open', () => {
    const content = { text: { body: ['{{absatz.zugang}}'] }, access: { offen: ['Offen.'] } }
    expect(rendered(content).open).toEqual(['absatz.zugang'])
  })

  it.each<[string, PressContent, string]>([
    [
      'its own day',
      { text: { datelinePlace: 'Lindenfurt', datelineDate: '2026-06-01' } },
      'Lindenfurt, 1. Juni 2026.',
    ],
    [
      'the day of the embargo',
      {
        text: { datelinePlace: 'Lindenfurt' },
        embargo: { until: '2026-06-18' },
        header: { date: '2026-06-10' },
      },
      'Lindenfurt, 18. Juni 2026.',
    ],
    [
      'the day of sending',
      { text: { datelinePlace: '{{gruppe.ort.stadt}}' }, header: { date: '2026-06-10' } },
      'Lindenfurt, 10. Juni 2026.',
    ],
  ])('the dateline has %s', (_, content, dateline) => {
    const facts = { 'gruppe.ort.stadt': 'Lindenfurt' }
    expect(lines(content, facts)).toEqual([dateline])
    expect(lines({ ...content, text: { ...content.text, lead: ['Es ist so.'] } }, facts)).toEqual([
      `${dateline} Es ist so.`,
    ])
    expect(
      lines({ ...content, text: { ...content.text, lead: nodesFromLines(['- Punkt']) } }, facts),
    ).toEqual([dateline, 'Punkt'])
  })

  it.each([
    [{ until: '2026-06-18T18:00' }, 'Sperrfrist: Donnerstag, 18. Juni 2026, 18:00 Uhr – Bitte'],
    [{ until: '2026-06-18', reason: 'Abend' }, 'Sperrfrist: Donnerstag, 18. Juni 2026 (Abend) – Bitte'],
    [
      { until: '2026-10-25T02:30', which: 'zweite' as const },
      'Sperrfrist: Sonntag, 25. Oktober 2026, 02:30 Uhr (Winterzeit) – Bitte',
    ],
    [{ until: '2026-10-25T02:30' }, 'Sperrfrist: Sonntag, 25. Oktober 2026, 02:30 Uhr – Bitte'],
  ])('embargo %j', (embargo, line) => {
    expect(rendered({ embargo }).embargo).toBe(`${line} nicht vorher veröffentlichen.`)
  })

  it('counts what is printed: filled in, without markup, without empty paragraphs', () => {
    const content: PressContent = {
      text: { headline: '{{gruppe.name}}', body: ['', 'zwei 👋', ...nodesFromLines(['**fett**'])] },
    }
    expect(rendered(content, { 'gruppe.name': 'Eins' }).length).toBe('Eins\nzwei .\nfett'.length)
    expect(rendered({ text: { body: ['{{auto.zeichen}}'] } }).open).toEqual([])
  })
  it('an image without a credit says so; hours stand behind the number', () => {
    const { images, contact } = rendered({
      images: [{ id: 'I1', caption: 'Türschild' }],
      contact: { name: 'Theodora', phone: '069', hours: '9 bis 13 Uhr' },
    })
    expect(images).toEqual(['Türschild · ohne Nachweis'])
    expect(contact).toBe('Theodora, Telefon 069 (9 bis 13 Uhr)')
  })
})
