import { paragraphTexts } from '#shared/document/prose.ts'
import { daySchema } from '#shared/document/values.ts'
import { germanDay, germanWeekday } from '#shared/rules/germanForms.ts'
import { type Facts, fillIn } from '#shared/rules/mergeFields.ts'
import { printedQuote } from '#shared/rules/quote.ts'
import { type Openness, opennessSchema } from './enums.ts'
import type { PressDraft, Quote } from './schema.ts'

/** Where the access paragraph stands in the body. */
export const accessField = 'absatz.zugang'

/**
 * All facts that a template or release shows in its merge fields: those of the group, over them the values of this
 * release, over them what its own fields say (domain.md 4.2).
 */
export function pressFacts(value: PressDraft, group: Facts): Facts {
  const given = { ...group, ...Object.fromEntries(value.values.map(row => [row.id, row.value] as const)) }
  const facts = { ...written(given), ...filled(fieldFacts(value)) }
  const texts = {
    ...Object.fromEntries(
      value.quotes.map((quote, index) => [`zitat.${index + 1}`, fillIn(quoteLine(quote), facts)] as const),
    ),
    [accessField]: accessTexts(value, facts).join(' '),
  }
  return { ...facts, ...filled(texts) }
}

/** Days that come as ISO days are written out. */
const written = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      name.endsWith('.datum') && daySchema.safeParse(fact).success ? germanDay(fact) : fact,
    ]),
  )

const filled = (facts: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.trim() !== ''))

function fieldFacts(value: PressDraft): Record<string, string> {
  const { embargo, event, contact, responsible, boilerplate, header } = value
  const [embargoDay = null, embargoTime = ''] = embargo.until?.split('T') ?? []
  const [image] = value.images
  const shown = (day: string | null) => (day === null ? '' : germanDay(day))
  return {
    'veranstaltung.datum': shown(event.date),
    'veranstaltung.uhrzeit': event.time ?? '',
    'veranstaltung.ort': event.place,
    'sperrfrist.wochentag': embargoDay === null ? '' : germanWeekday(embargoDay),
    'sperrfrist.datum': shown(embargoDay),
    'sperrfrist.uhrzeit': embargoTime,
    'sperrfrist.datum_oder_versanddatum': shown(embargoDay ?? header.date),
    'presse.name': contact.name,
    'presse.funktion': contact.function,
    'presse.telefon': contact.phone,
    'presse.email': contact.email,
    'visdp.name': responsible.name,
    'visdp.anschrift': responsible.address,
    'boilerplate.bundesverband': boilerplate.federation,
    'boilerplate.region': boilerplate.region,
    'bild.titel': image?.caption ?? '',
    'bild.nachweis': image?.credit ?? '',
  }
}

/** The quote as the body prints it; '' while nothing is quoted. */
export function quoteLine(quote: Quote): string {
  if (quote.text.trim() === '') return ''
  return printedQuote(
    { text: quote.text, name: quote.printedName, function: quote.function },
    { verb: quote.verb, functionFirst: quote.functionFirst, note: quote.printNote },
  )
}

/** How the group takes new people: as this release says, else as the group's facts say; `null`: nobody knows. */
export function opennessOf(value: PressDraft, facts: Facts): Openness | null {
  if (value.access.openness !== null) return value.access.openness
  const fact = opennessSchema.safeParse(Object.hasOwn(facts, 'gruppe.zugang') ? facts['gruppe.zugang'] : null)
  return fact.success ? fact.data : null
}

/** The one access paragraph that is shown, with its facts; none while nobody knows how open the group is. */
export function accessTexts(value: PressDraft, facts: Facts): string[] {
  const openness = opennessOf(value, facts)
  return openness === null
    ? []
    : paragraphTexts(value.access[openness])
        .map(text => fillIn(text, facts))
        .filter(text => text.trim() !== '')
}

/** Whether a merge field shows something of this document, so that it is filled in there and nowhere else. */
export const isOwnFact = (name: string): boolean =>
  /^(?:veranstaltung|sperrfrist|presse|visdp|boilerplate|bild|auto|absatz|zitat)\./u.test(name)
