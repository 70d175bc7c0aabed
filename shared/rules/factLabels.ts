/** What people call each fact of domain.md 5.3, and the whole phrase `gruppe.treffen` of 4.2. */
export const factLabels = {
  'gruppe.name': { de: 'Name der Gruppe', en: 'Name of the group' },
  'gruppe.kurzname': { de: 'Kurzname der Gruppe', en: 'Short name of the group' },
  'gruppe.wochentag': { de: 'Wochentag', en: 'Weekday' },
  'gruppe.wochentag.adverb': { de: 'Wochentag', en: 'Weekday' },
  'gruppe.zeit': { de: 'Uhrzeit des Treffens', en: 'Time of the meeting' },
  'gruppe.rhythmus': { de: 'Rhythmus der Treffen', en: 'Rhythm of the meetings' },
  'gruppe.treffen': { de: 'Tag und Uhrzeit des Treffens', en: 'Day and time of the meeting' },
  'gruppe.ort.name': { de: 'Name des Ortes', en: 'Name of the place' },
  'gruppe.ort.mitPraeposition': { de: 'Ort mit „im“, „in der“ oder „am“', en: 'Place with its preposition' },
  'gruppe.ort.strasse': { de: 'Straße und Hausnummer', en: 'Street and number' },
  'gruppe.ort.plz': { de: 'Postleitzahl', en: 'Postcode' },
  'gruppe.ort.stadt': { de: 'Stadt', en: 'Town' },
  'gruppe.ort.stufenfrei': { de: 'Zugang ohne Stufen', en: 'Step-free access' },
  'gruppe.zugang': { de: 'Offen oder geschlossen', en: 'Open or closed' },
  'gruppe.zielgruppe': { de: 'Für wen die Gruppe da ist', en: 'Whom the group is for' },
  'gruppe.kontakt.telefon': { de: 'Telefon der Gruppe', en: 'Phone of the group' },
  'gruppe.kontakt.email': { de: 'E-Mail der Gruppe', en: 'E-mail of the group' },
  'erstesTreffen.datum': { de: 'Tag des ersten Treffens', en: 'Day of the first meeting' },
  'region.name': { de: 'Name der Region', en: 'Name of the region' },
  'landesverband.name': { de: 'Name des Landesverbands', en: 'Name of the state association' },
  'bundesverband.name': { de: 'Name des Bundesverbands', en: 'Name of the federation' },
  'partner.kontaktstelle.name': { de: 'Name der Kontaktstelle', en: 'Name of the contact point' },
  'partner.kontaktstelle.telefon': { de: 'Telefon der Kontaktstelle', en: 'Phone of the contact point' },
  'visdp.name': { de: 'Verantwortliche Person (V. i. S. d. P.)', en: 'Responsible person' },
  'visdp.anschrift': { de: 'Anschrift der verantwortlichen Person', en: 'Address of the responsible person' },
  foerderhinweis: { de: 'Förderhinweis', en: 'Funding note' },
  stand: { de: 'Stand', en: 'As of' },
} as const satisfies Readonly<Record<string, Record<'de' | 'en', string>>>

export type FactName = keyof typeof factLabels

const labels: ReadonlyMap<string, Record<'de' | 'en', string>> = new Map(Object.entries(factLabels))

/** What people call a fact; a name that is not in the list stands for itself. */
export const factLabel = (name: string, language: 'de' | 'en' = 'de'): string =>
  labels.get(name)?.[language] ?? name
