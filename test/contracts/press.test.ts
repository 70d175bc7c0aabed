import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument, readFixture } from '#server/demo/files.ts'
import { b2, b3 } from '#server/demo/press.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import { type FindingOptions, findings } from '#shared/kinds/pressTemplate/findings.ts'
import { languageTexts } from '#shared/kinds/pressTemplate/languageTexts.ts'
import { pv03 } from '#shared/kinds/pressTemplate/masters/pv03.ts'
import { renderRelease } from '#shared/kinds/pressTemplate/render.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { checkLanguage } from '#shared/rules/language/check.ts'
import { unresolved } from '#shared/rules/mergeFields.ts'
import { quoteHash } from '#shared/rules/quote.ts'
import { pressDraft, releaseDocument, templateDocument } from '#test/support/pressFixture.ts'

const expected = z
  .object({
    findings: z.array(
      z.object({ rule: z.string(), match: z.string(), where: z.string(), severity: z.string() }),
    ),
    unresolved: z.array(z.string()),
    length: z.object({ limit: z.number(), B2: z.number(), B3: z.number() }),
  })
  .parse(readFixture('b.expectedFindings'))

const found = (content: PressContent, options: FindingOptions = {}) =>
  findings(pressDraft(content), options).map(
    ({ rule, level, path, detail }) => `${rule} ${level} ${path.join('/')} ${detail}`,
  )

describe('the press documents of scenario (b)', () => {
  it('B1, B2 and B3 print as they stand in scenarios.md', () => {
    expect(templateDocument(pressDraft(pv03))).toBe(readDocument('B1'))
    expect(releaseDocument(pressDraft(b2))).toBe(readDocument('B2'))
    expect(releaseDocument(pressDraft(b3))).toBe(readDocument('B3'))
  })

  it('are as long as b.expectedFindings says', () => {
    expect(renderRelease(pressDraft(b2), {}).length).toBe(expected.length.B2)
    expect(renderRelease(pressDraft(b3), {}).length).toBe(expected.length.B3)
    expect(pressDraft(b2).header.lengthLimit).toBe(expected.length.limit)
  })

  it('B2 leaves exactly its two variables open, B3 none', () => {
    expect(renderRelease(pressDraft(b2), {}).open).toEqual(expected.unresolved)
    expect(renderRelease(pressDraft(b3), {}).open).toEqual([])
  })

  it('B2 gives exactly its nine language findings in place and severity, B3 the one in the quote', () => {
    const language = (content: PressContent) =>
      checkLanguage(languageTexts(pressDraft(content)), { profile: 'neutral', rules: baseLanguageRules })
    const places: Record<string, string> = {
      heading: 'text/headline',
      subheading: 'text/subheading',
      lead: 'text/lead#0',
      body: 'text/body#1',
      'quote Q2': 'quotes/Q2/text',
    }
    expect(language(b2).map(({ rule, match, path, severity }) => ({ rule, match, path, severity }))).toEqual(
      expected.findings.map(({ rule, match, where, severity }) => ({
        rule,
        match,
        path: places[where],
        severity,
      })),
    )
    expect(language(b3)).toMatchObject([{ rule: 'L07', path: 'quotes/Q2/text', severity: 'info' }])
    expect(language(pv03)).toEqual([])
  })

  it('B2 fails the gates it should fail, with the facts of b.expectedFindings among them', () => {
    const functionOf = (id: string) => (id === 'u.as' ? 'Leiterin' : undefined)
    expect(found(b2, { functionOf })).toEqual([
      'G1 error text/lead variableOpen',
      'G1 error access/offen_mit_vorgespraech variableOpen',
      'G2 warn quotes/Q1/release quoteNotReleased',
      'G2 warn quotes/Q2/release quoteNotReleased',
      'G2 warn quotes/Q3/release quoteNotReleased',
      'G3 error images/I1/credit creditMissing',
      'G3 error images/I1/recognisable consentMissing',
      'G3 warn images/I1/licence licenceMissing',
      'G3 hint images/I1/altText altMissing',
      'G5 warn embargo/reason embargoReasonMissing',
      'G7 warn text/body tooLong',
      'G10 warn quotes/Q3/function functionDiffers',
    ])
  })
  it('B3 passes them all once its quotes are released, and fails again for a comma', () => {
    const released = {
      ...b3,
      quotes: (b3.quotes ?? []).map(quote => ({
        ...quote,
        release: 'freigegeben' as const,
        releasedHash: quoteHash({
          text: quote.text ?? '',
          name: quote.printedName ?? '',
          function: quote.function ?? '',
        }),
      })),
    }
    const functionOf = (id: string) => (id === 'u.as' ? 'Leiterin' : undefined)
    const options = { functionOf, moment: 'sending', now: Date.parse('2026-06-17T09:00+02:00') } as const
    expect(found(released, options)).toEqual([])
    const comma = released.quotes.map(quote => ({
      ...quote,
      text: quote.text?.replace('trocken, aber', 'trocken aber'),
    }))
    expect(found({ ...released, quotes: comma }, options)).toEqual([
      'G2 error quotes/Q2/release quoteChanged',
    ])
  })

  const variants = z
    .object({ variants: z.array(z.record(z.string(), z.string())) })
    .parse(readFixture('b.variants')).variants
  it.each(variants)('PV-03 renders for $region without a leftover and with one access paragraph', variant => {
    const { region = '', ...facts } = variant
    const template = pressDraft({
      ...pv03,
      header: { ...pv03.header, form: 'mitteilung', date: '2026-06-01' },
      quotes: b3.quotes,
      boilerplate: b3.boilerplate,
      contact: b3.contact,
      responsible: b3.responsible,
      images: b3.images,
    })
    const partner = `Selbsthilfekontaktstelle ${region}`
    const all = { ...facts, 'region.name': region, 'partner.kontaktstelle.name': partner }
    const release = renderRelease(template, all)
    const printed = releaseDocument(
      pressDraft({
        ...pv03,
        header: { ...pv03.header, form: 'mitteilung', date: '2026-06-01', version: '1.0' },
        quotes: b3.quotes,
        boilerplate: b3.boilerplate,
        contact: b3.contact,
        responsible: b3.responsible,
        images: b3.images,
        text: { ...pv03.text, datelinePlace: facts['gruppe.ort.stadt'] },
      }),
      all,
    )
    expect(release.open).toEqual([])
    expect(printed).not.toMatch(/[{}]/u)
    expect(printed).toContain(`„${facts['gruppe.name']}“ trifft sich ${facts['gruppe.treffen']}`)
    const paragraphs = [
      'Neue Teilnehmende sind jederzeit willkommen.',
      'nach einem kurzen Vorgespräch auf.',
      'Die Gruppe ist zurzeit geschlossen.',
    ]
    const shown = paragraphs.filter(paragraph => printed.includes(paragraph))
    expect(shown).toEqual([
      paragraphs[['offen', 'offen_mit_vorgespraech', 'geschlossen'].indexOf(facts['gruppe.zugang'] ?? '')],
    ])
    // and its days are written as people write them
    expect(paragraphTexts(release.text).join(' ')).not.toMatch(/\d{4}-\d\d-\d\d/u)
    expect(unresolved(paragraphTexts(release.text), {})).toEqual([])
  })
})
