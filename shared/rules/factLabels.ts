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
  'gruppe.ort.mitPraeposition': { de: 'Ort, wie er im Satz steht', en: 'Place as it stands in a sentence' },
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

/** What a press template shows of its own fields (domain.md 4.1, 4.2). */
export const pressFactLabels = {
  'veranstaltung.datum': { de: 'Tag der Veranstaltung', en: 'Day of the event' },
  'veranstaltung.uhrzeit': { de: 'Uhrzeit der Veranstaltung', en: 'Time of the event' },
  'veranstaltung.ort': { de: 'Ort der Veranstaltung', en: 'Place of the event' },
  'sperrfrist.wochentag': { de: 'Wochentag der Sperrfrist', en: 'Weekday of the embargo' },
  'sperrfrist.datum': { de: 'Tag der Sperrfrist', en: 'Day of the embargo' },
  'sperrfrist.uhrzeit': { de: 'Uhrzeit der Sperrfrist', en: 'Time of the embargo' },
  'sperrfrist.datum_oder_versanddatum': { de: 'Tag der Mitteilung', en: 'Day of the release' },
  'presse.name': { de: 'Name für die Presse', en: 'Name of the press contact' },
  'presse.funktion': { de: 'Funktion des Pressekontakts', en: 'Function of the press contact' },
  'presse.telefon': { de: 'Telefon des Pressekontakts', en: 'Phone of the press contact' },
  'presse.email': { de: 'E-Mail des Pressekontakts', en: 'E-mail of the press contact' },
  'boilerplate.bundesverband': { de: 'Über den Bundesverband', en: 'About the federation' },
  'boilerplate.region': { de: 'Über die Region', en: 'About the region' },
  'bild.titel': { de: 'Bildunterschrift', en: 'Caption' },
  'bild.nachweis': { de: 'Bildnachweis', en: 'Credit' },
  'auto.zeichen': { de: 'Zeichen', en: 'Characters' },
  'absatz.zugang': { de: 'Absatz zum Zugang', en: 'Paragraph on access' },
} as const satisfies Readonly<Record<string, Record<'de' | 'en', string>>>

export type FactName = keyof typeof factLabels

const labels: ReadonlyMap<string, Record<'de' | 'en', string>> = new Map(
  Object.entries({ ...factLabels, ...pressFactLabels }),
)

/** What people call a fact; a name that is not in the list stands for itself. */
export function factLabel(name: string, language: 'de' | 'en' = 'de'): string {
  const quote = /^zitat\.(\d{1,3})$/u.exec(name)?.[1]
  if (quote !== undefined) return language === 'en' ? `Quote ${quote}` : `Zitat ${quote}`
  return labels.get(name)?.[language] ?? name
}
