import { paragraphTexts } from '#shared/document/prose.ts'
import { isOwnFact } from '#shared/kinds/pressTemplate/ownFacts.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { type Facts, mergeFieldNames, shownFact } from '#shared/rules/mergeFields.ts'

/** A merge field of a press text: where it stands first, what it says, and where its value comes from. */
export type Variable = {
  readonly name: string
  readonly path: string
  /** `null`: open */
  readonly shown: string | null
  /** the field of this document that fills it; `null`: the facts of the group, or a value for this text only */
  readonly field: string | null
}

/** Which field of the document fills which merge field. */
const fields: Readonly<Record<string, string>> = {
  'veranstaltung.datum': 'event/date',
  'veranstaltung.uhrzeit': 'event/time',
  'veranstaltung.ort': 'event/place',
  'sperrfrist.wochentag': 'embargo/until/day',
  'sperrfrist.datum': 'embargo/until/day',
  'sperrfrist.uhrzeit': 'embargo/until/time',
  'sperrfrist.datum_oder_versanddatum': 'header/date',
  'presse.name': 'contact/name',
  'presse.funktion': 'contact/function',
  'presse.telefon': 'contact/phone',
  'presse.email': 'contact/email',
  'visdp.name': 'responsible/name',
  'visdp.anschrift': 'responsible/address',
  'boilerplate.bundesverband': 'boilerplate/federation',
  'boilerplate.region': 'boilerplate/region',
  'absatz.zugang': 'access',
}

/** All merge fields of the text in their order, each once. */
export function variablesOf(value: PressDraft, facts: Facts): Variable[] {
  const { text, access, boilerplate } = value
  const places: [path: string, texts: readonly string[]][] = [
    ['text/headline', [text.headline]],
    ['text/subheading', [text.subheading]],
    ['text/datelinePlace', [text.datelinePlace]],
    ['text/lead', paragraphTexts(text.lead)],
    ['text/body', paragraphTexts(text.body)],
    ['access/offen', paragraphTexts(access.offen)],
    ['access/offen_mit_vorgespraech', paragraphTexts(access.offen_mit_vorgespraech)],
    ['access/geschlossen', paragraphTexts(access.geschlossen)],
    ['boilerplate/federation', [boilerplate.federation]],
    ['boilerplate/region', [boilerplate.region]],
  ]
  const found = new Map<string, Variable>()
  for (const [path, texts] of places) {
    for (const name of texts.flatMap(mergeFieldNames)) {
      if (found.has(name)) continue
      const field = fields[name] ?? (name.startsWith('zitat.') ? 'quotes' : null)
      const shown = shownFact(facts, name) ?? null
      found.set(name, { name, path, shown, field: isOwnFact(name) ? (field ?? path) : null })
    }
  }
  return [...found.values()]
}
