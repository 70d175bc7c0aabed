import type { LanguageSource } from './schema.ts'

/** The sources of the language rules, read as excerpts (domain.md 9). */
export const languageSources: LanguageSource[] = [
  {
    id: 'S1',
    name: {
      de: 'Aktionsbündnis Seelische Gesundheit, Leitfaden für Medien (2022)',
      en: 'Aktionsbündnis Seelische Gesundheit, guide for the media (2022)',
    },
    places: ['deutschlandfunk.de/berichterstattung-drogen-kranke-junkie-100.html'],
  },
  {
    id: 'S2',
    name: { de: 'gegen-stigma.de', en: 'gegen-stigma.de' },
    places: [
      'gegen-stigma.de: 10 Grundsätze',
      'gegen-stigma.de: Glossar „Droge“',
      'gegen-stigma.de: Über uns',
    ],
  },
  {
    id: 'S3',
    name: {
      de: 'Deutsche Hauptstelle für Suchtfragen, Empfehlungen vom 21. September 2023 (Ankündigung)',
      en: 'Deutsche Hauptstelle für Suchtfragen, recommendations of 21 September 2023 (announcement)',
    },
    places: ['dhs.de', 'suchthilfe.de'],
  },
  {
    id: 'S4',
    name: {
      de: 'NIDA „Words Matter“ und Liste des ONDCP (USA)',
      en: 'NIDA “Words Matter” and the list of the ONDCP (USA)',
    },
    places: ['NIDA „Words Matter“', 'shatterproof.org'],
  },
  {
    id: 'S5',
    name: { de: 'AP-Stilbuch 2017 (Nachrichtenagentur)', en: 'AP Stylebook 2017 (news agency)' },
    places: ['editorial-styleguide.umark.wisc.edu', 'kyhealthnews'],
  },
  {
    id: 'S6',
    name: {
      de: 'ginko Stiftung, Infobrief Entstigmatisierung',
      en: 'ginko Stiftung, letter on destigmatisation',
    },
    places: ['ginko-stiftung.de'],
  },
  {
    id: 'S7',
    name: { de: 'Dialog, Newsletter 02/25', en: 'Dialog, newsletter 02/25' },
    places: ['dialog-on.at'],
  },
  {
    id: 'own',
    name: { de: 'Vorschlag dieser Wortliste, ohne Quelle', en: 'proposed by this list, no source' },
    places: [],
  },
]
