import type { Finding as AnyFinding } from '#shared/document/finding.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { instantOf, localMoment } from '#shared/rules/embargo.ts'
import type { LanguageFinding } from '#shared/rules/language/check.ts'
import { type Facts, fillIn, mergeFieldNames, shownFact } from '#shared/rules/mergeFields.ts'
import { isMobileNumber } from '#shared/rules/phone.ts'
import { quoteHash } from '#shared/rules/quote.ts'
import type { QuoteRelease } from './enums.ts'
import { accessField, opennessOf, pressFacts } from './ownFacts.ts'
import { characters, renderRelease } from './render.ts'
import type { PressDraft, PressImage, Quote } from './schema.ts'

/** All that the gates can say; each has a sentence in the words of the kind. */
export const findingDetails = [
  'variableOpen',
  'quoteNotPlaced',
  'accessNotPlaced',
  'accessTwice',
  'quoteNotReleased',
  'quoteChanged',
  'quoteRefused',
  'quoteOutdated',
  'creditMissing',
  'consentMissing',
  'consentOutdated',
  'recognisableUnknown',
  'motifRefused',
  'altMissing',
  'licenceMissing',
  'languageErrors',
  'languageUnanswered',
  'embargoTimeMissing',
  'embargoNever',
  'embargoTwice',
  'embargoReasonMissing',
  'embargoOver',
  'contactMissing',
  'contactPrivate',
  'responsibleMissing',
  'tooLong',
  'headlineTooLong',
  'subheadingTooLong',
  'functionDiffers',
  'valueDiffers',
  'weekdayDiffers',
  'timeDiffers',
] as const
export type FindingDetail = (typeof findingDetails)[number]
export type Finding = AnyFinding<FindingDetail>

export type FindingOptions = {
  /** facts of the group */
  readonly facts?: Facts
  /** `sending`: what is still a reminder while people write has to be settled now (4.4) */
  readonly moment?: 'live' | 'sending'
  /** ms since 1970, by the server's clock */
  readonly now?: number
  /** what the language check has found and nobody has answered */
  readonly language?: readonly LanguageFinding[]
  /** the function a person has in the master data (G10) */
  readonly functionOf?: (personId: string) => string | undefined
}

/** Headline and subheading, in characters (domain.md 4.1). */
export const headlineLimit = 80
export const subheadingLimit = 120

/**
 * The gates G1–G7 and G10 of domain.md 4.4, as far as a draft can say them. G8 (two approvers, neither the author)
 * and G9 (consent of the group) are rows of the record.
 */
export function findings(value: PressDraft, options: FindingOptions = {}): Finding[] {
  const isRelease = value.header.form === 'mitteilung'
  return [
    ...(isRelease ? variables(value, options) : []),
    ...places(value, options.facts ?? {}),
    ...(isRelease ? value.quotes.flatMap(quote => quoteRelease(quote, value, options)) : []),
    ...value.images.flatMap(image => imageRights(image, value, options)),
    ...language(options),
    ...embargo(value, options),
    ...(isRelease ? contact(value, options) : []),
    ...lengths(value, options),
    ...(isRelease ? masterData(value, options) : []),
  ]
}

type Add = (
  detail: FindingDetail,
  path: string[],
  fields?: Finding['fields'],
  level?: Finding['level'],
) => void

/** Collects the findings of one rule. */
function collect(rule: string, level: Finding['level'], say: (add: Add) => void): Finding[] {
  const found: Finding[] = []
  say((detail, path, fields = {}, own = level) => found.push({ rule, level: own, path, detail, fields }))
  return found
}

const reminder = ({ moment = 'live' }: FindingOptions): 'error' | 'warn' =>
  moment === 'sending' ? 'error' : 'warn'

/** G1: every merge field has its value; told where it stands first. */
function variables(value: PressDraft, { facts = {} }: FindingOptions): Finding[] {
  const known = { ...pressFacts(value, facts), 'auto.zeichen': '0' }
  const openness = opennessOf(value, known)
  const texts: [path: string[], texts: readonly string[]][] = [
    [['text', 'headline'], [value.text.headline]],
    [['text', 'subheading'], [value.text.subheading]],
    [['text', 'datelinePlace'], [value.text.datelinePlace]],
    [['text', 'lead'], paragraphTexts(value.text.lead)],
    [['text', 'body'], paragraphTexts(value.text.body)],
    ...(openness === null
      ? []
      : [[['access', openness], paragraphTexts(value.access[openness])] satisfies [string[], string[]]]),
    [['boilerplate', 'federation'], [value.boilerplate.federation]],
    [['boilerplate', 'region'], [value.boilerplate.region]],
    [['crisis', 'notice'], [value.crisis.notice]],
  ]
  const told = new Set<string>()
  return collect('G1', 'error', add => {
    for (const [path, lines] of texts) {
      for (const name of lines.flatMap(mergeFieldNames)) {
        if (told.has(name) || shownFact(known, name) !== undefined) continue
        told.add(name)
        add('variableOpen', path, { name })
      }
    }
  })
}

/** 4.2: each quote has its place in the body, the access paragraphs exactly one. */
function places(value: PressDraft, facts: Facts): Finding[] {
  const names = paragraphTexts(value.text.body).flatMap(line =>
    [...line.matchAll(/\{\{([^{}]+)\}\}/gu)].map(([, name]) => name),
  )
  const accessPlaces = names.filter(name => name === accessField).length
  const hasAccess = [value.access.offen, value.access.offen_mit_vorgespraech, value.access.geschlossen].some(
    nodes => paragraphTexts(nodes).join('').trim() !== '',
  )
  return collect('G1', 'warn', add => {
    value.quotes.forEach((quote, index) => {
      const isThere = quote.text.trim() !== ''
      if (isThere && !names.includes(`zitat.${index + 1}`))
        add('quoteNotPlaced', ['quotes', quote.id, 'text'], { number: index + 1 }, 'hint')
    })
    if (hasAccess && accessPlaces === 0 && opennessOf(value, facts) !== null)
      add('accessNotPlaced', ['text', 'body'])
    if (accessPlaces > 1) add('accessTwice', ['text', 'body'])
  })
}

/** What the note about a release says of the words that stand there now: another comma asks for another release. */
export function releaseState(quote: Quote): QuoteRelease {
  if (quote.release !== 'freigegeben') return quote.release
  const hash = quoteHash({ text: quote.text, name: quote.printedName, function: quote.function })
  return quote.releasedHash === hash ? 'freigegeben' : 'erneut_freigeben'
}

/** G2: every quote is released, for exactly these words. */
function quoteRelease(quote: Quote, value: PressDraft, options: FindingOptions): Finding[] {
  const path = ['quotes', quote.id, 'release']
  const fields = { name: quote.printedName || '…' }
  const printed = value.header.date
  return collect('G2', reminder(options), add => {
    const state = releaseState(quote)
    if (quote.text.trim() === '') return
    if (state === 'abgelehnt' || state === 'zurueckgezogen') add('quoteRefused', path, fields, 'error')
    else if (state === 'erneut_freigeben') add('quoteChanged', path, fields)
    else if (state !== 'freigegeben') add('quoteNotReleased', path, fields)
    if (
      state === 'freigegeben' &&
      quote.validUntil !== null &&
      printed !== null &&
      quote.validUntil < printed
    )
      add('quoteOutdated', path, { ...fields, until: quote.validUntil })
  })
}

/** G3: a credit, and a consent of everybody who can be recognised (§ 22 KUG). */
function imageRights(image: PressImage, value: PressDraft, options: FindingOptions): Finding[] {
  const at = (field: string) => ['images', image.id, field]
  const given = image.consents.filter(({ person }) => person.trim() !== '')
  const valid = given.filter(
    ({ until }) => until === null || value.header.date === null || until >= value.header.date,
  )
  const fields = { need: image.recognisable ?? 0, have: valid.length }
  return collect('G3', reminder(options), add => {
    if (image.credit.trim() === '') add('creditMissing', at('credit'), {}, 'error')
    if (image.recognisable === null) add('recognisableUnknown', at('recognisable'))
    else if (image.recognisable > given.length) add('consentMissing', at('recognisable'), fields, 'error')
    else if (image.recognisable > valid.length) add('consentOutdated', at('recognisable'), fields, 'error')
    if (image.motifCheck === 'abgelehnt') add('motifRefused', at('motifCheck'), {}, 'error')
    if (image.licence.trim() === '') add('licenceMissing', at('licence'))
    if (image.altText.trim() === '') add('altMissing', at('altText'), {}, 'hint')
  })
}

/** G4: no error of the language check is open, every warning is answered. Direct speech never stops anything. */
function language(options: FindingOptions): Finding[] {
  const { language = [] } = options
  const count = (severity: LanguageFinding['severity']) =>
    language.filter(found => found.severity === severity).length
  const path = ['header', 'languageProfile']
  return collect('G4', 'warn', add => {
    if (count('error') > 0) add('languageErrors', path, { count: count('error') }, 'error')
    if (count('warn') > 0) add('languageUnanswered', path, { count: count('warn') }, reminder(options))
  })
}

/** G5: a time that the clocks show once, with a reason, and not over when it is sent. */
function embargo({ embargo }: PressDraft, options: FindingOptions): Finding[] {
  const { now } = options
  const { until, which, reason } = embargo
  if (until === null) return []
  const path = ['embargo', 'until']
  return collect('G5', reminder(options), add => {
    if (reason.trim() === '') add('embargoReasonMissing', ['embargo', 'reason'])
    if (!until.includes('T')) return add('embargoTimeMissing', path)
    const local = localMoment(until)
    const [day = '', time = ''] = until.split('T')
    if (local.state === 'never')
      add('embargoNever', path, { day, time, from: local.from, to: local.to }, 'error')
    if (local.state === 'twice' && which === null)
      add('embargoTwice', ['embargo', 'which'], { day, time }, 'error')
    const instant = instantOf(until, which)
    if (instant !== null && now !== undefined && instant <= now) add('embargoOver', path, { day, time })
  })
}

/** G6: somebody who can be reached at work, and somebody who answers for it. */
function contact({ contact, responsible }: PressDraft, options: FindingOptions): Finding[] {
  return collect('G6', reminder(options), add => {
    if (contact.name.trim() === '') add('contactMissing', ['contact', 'name'])
    else if (contact.phone.trim() === '' && contact.email.trim() === '')
      add('contactMissing', ['contact', 'phone'])
    if (isMobileNumber(contact.phone)) add('contactPrivate', ['contact', 'phone'], {}, 'warn')
    if (responsible.name.trim() === '') add('responsibleMissing', ['responsible', 'name'])
    else if (responsible.address.trim() === '') add('responsibleMissing', ['responsible', 'address'])
  })
}

/** G7: lengths, in characters with blanks. */
function lengths(value: PressDraft, { facts = {} }: FindingOptions): Finding[] {
  const { length, headline, subheading } = renderRelease(value, facts)
  const limit = value.header.lengthLimit
  return collect('G7', 'warn', add => {
    if (characters(headline) > headlineLimit)
      add(
        'headlineTooLong',
        ['text', 'headline'],
        { length: characters(headline), limit: headlineLimit },
        'hint',
      )
    if (characters(subheading) > subheadingLimit)
      add(
        'subheadingTooLong',
        ['text', 'subheading'],
        { length: characters(subheading), limit: subheadingLimit },
        'hint',
      )
    if (length > limit) add('tooLong', ['text', 'body'], { length, limit, over: length - limit })
  })
}

const weekdayAdverbs =
  /(?<!\p{L})(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)(?!\p{L})/gu
/** „von 17:30 bis 19:00 Uhr“, „von 10 bis 12 Uhr“ */
const span = /von \d{1,2}(?::\d{2})? bis \d{1,2}(?::\d{2})? Uhr/gu

/** G10: function, day, time and other values are those of the master data. */
function masterData(value: PressDraft, options: FindingOptions): Finding[] {
  const { facts = {}, functionOf = () => undefined } = options
  const group = (name: string) => (Object.hasOwn(facts, name) ? (facts[name]?.trim() ?? '') : '')
  const prose = (['lead', 'body'] as const).map(
    field => [field, fillIn(paragraphTexts(value.text[field]).join('\n'), pressFacts(value, facts))] as const,
  )
  return collect('G10', 'warn', add => {
    for (const quote of value.quotes) {
      const record = quote.speakerId === null ? undefined : functionOf(quote.speakerId)?.trim()
      if (record && quote.function !== '' && !isSameFunction(quote.function, record))
        add('functionDiffers', ['quotes', quote.id, 'function'], { printed: quote.function, record })
    }
    for (const { id, value: own } of value.values) {
      const there = group(id)
      if (own.trim() !== '' && there !== '' && there !== own.trim())
        add('valueDiffers', ['values', id, 'value'], { name: id, here: own, there })
    }
    const weekday = group('gruppe.wochentag.adverb')
    const days = new Set(weekday.match(weekdayAdverbs))
    const times = `${group('gruppe.treffen')} ${group('gruppe.zeit')}`.trim()
    for (const [field, text] of prose) {
      const otherDay = [...text.matchAll(weekdayAdverbs)].find(([found]) => !days.has(found))?.[0]
      if (weekday !== '' && otherDay !== undefined)
        add('weekdayDiffers', ['text', field], { written: otherDay, fact: weekday })
      const otherTime = [...text.matchAll(span)].find(([found]) => !hasSameTimes(found, times))?.[0]
      if (/\d/u.test(times) && otherTime !== undefined)
        add('timeDiffers', ['text', field], { written: otherTime, fact: times })
    }
  })
}

/** „Leiterin der Kontaktstelle“ is the function „Leiterin“; „Geschäftsführerin“ is not. */
function isSameFunction(printed: string, record: string): boolean {
  const words = (text: string) => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim()
  const [left, right] = [words(printed), words(record)]
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `)
}

const clockTimes = (text: string): string[] =>
  [...text.matchAll(/(?<!\d)(\d{1,2})(?::(\d{2}))?(?=\s|$|[–-])/gu)].map(
    ([, hours = '', minutes = '00']) => `${hours.padStart(2, '0')}:${minutes}`,
  )
/** Whether every time in the text is one of the facts: „von 17:30 bis 19:00 Uhr“, „17:30–19:00“. */
function hasSameTimes(written: string, facts: string): boolean {
  const known = new Set(clockTimes(facts))
  return clockTimes(written).every(time => known.has(time))
}
