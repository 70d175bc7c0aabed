/**
 * Words that say something of one person's health when they stand beside a name (V18). A note, never a block, so the
 * list is kept short on purpose. What it bounds:
 * - In: diagnoses, substances by name, use, relapse, treatment – in the forms German inflection gives them.
 * - Out: words that in such minutes mostly speak of work and not of a person – Sucht, Suchthilfe, Suchtberatung,
 *   Selbsthilfe, Nachsorge, Prävention, Naloxon, Alkohol and Drogen on their own, trocken (a cellar can be that).
 * - Not found: what is said in other words („es geht ihm wieder schlecht“), misspelt words, other languages.
 * A source of each entry is a regular expression for whole words, upper and lower case alike.
 */
export type HealthTopic = 'diagnosis' | 'substance' | 'use' | 'relapse' | 'treatment'

/** Endings of an adjective: krank, kranke, krankem, kranken, kranker, krankes. */
const adjective = '(?:e[mnrs]?)?'

export const healthWords: Readonly<Record<HealthTopic, readonly string[]>> = {
  diagnosis: [
    'Diagnosen?',
    'diagnostiziert' + adjective,
    'Depression(?:en)?',
    'depressiv' + adjective,
    'Psychosen?',
    'psychotisch' + adjective,
    'psychisch (?:krank|erkrankt)' + adjective,
    '(?:Angst|Ess|Persönlichkeits)störung(?:en)?',
    'Borderline(?:-Störung)?',
    'Schizophrenie',
    'schizophren' + adjective,
    'traumatisiert' + adjective,
    'Hepatitis(?: ?[A-E])?',
    'HIV(?:-positiv' + adjective + '|-Infektion)?',
    'Leberzirrhose',
    'Krebs(?:diagnose|erkrankung)',
    'Suizid(?:s|e|es|versuch|versuchs|versuche|gedanken)?',
    'suizidal' + adjective,
    '(?:alkohol|drogen|medikamenten|tabletten|opiat|heroin|kokain|spiel)(?:abhängig|süchtig|krank)' +
      adjective,
    '(?:Alkohol|Drogen|Medikamenten|Tabletten|Opiat|Heroin|Kokain)(?:abhängigkeit|sucht)',
    'suchtkrank' + adjective,
    'süchtig' + adjective,
    'Alkoholiker(?:in|innen|n|s)?',
    'krankgeschrieben' + adjective,
    'Krankschreibung(?:en)?',
  ],
  substance: [
    'Heroins?',
    'Kokains?',
    'Crack',
    'Crystal(?: Meth)?',
    'Methamphetamin(?:e|en|s)?',
    'Amphetamin(?:e|en|s)?',
    'Cannabis',
    'Haschisch',
    'Marihuana',
    'Ecstasy',
    'Fentanyls?',
    'Opiat(?:e|en|s)?',
    'Opioid(?:e|en|s)?',
    'Benzodiazepin(?:e|en|s)?',
    'Benzos',
    'Tilidin',
    'Tramadol',
    'Pregabalin',
    'Methadon',
    'Polamidon',
    'Buprenorphin',
    'Subutex',
    '(?:Schmerz|Schlaf|Beruhigungs)(?:mittel[ns]?|tabletten?)',
    'Antidepressiv(?:um|a)',
  ],
  use: [
    'konsumier(?:e|t|te|ten|en)',
    '(?:be|ange)trunken' + adjective,
    'bekifft' + adjective,
    'nüchtern' + adjective,
    'abstinent' + adjective,
    'clean',
    '(?:trinkt|trank|trinken) (?:jetzt |nun )?wieder',
    'wieder (?:zu viel )?(?:getrunken|am Trinken)',
    'Alkoholproblem(?:e|en|s)?',
    '(?:Problem(?:e|en)?|Schwierigkeiten) mit (?:dem |den )?(?:Alkohol|Drogen|Medikamenten|Tabletten)',
    'Entzugserscheinung(?:en)?',
    'Suchtdrucks?',
    'Überdosis',
    'Überdosierung(?:en)?',
  ],
  relapse: ['Rückf(?:all|alls|alles|älle|ällen)', 'rückfällig' + adjective],
  treatment: [
    'Entzug(?:s|es)?',
    'Entgiftung(?:en)?',
    'entgiftet',
    'Entwöhnung(?:en)?',
    'Entwöhnungsbehandlung(?:en)?',
    '(?:Langzeit|Sucht|Psycho)therapien?',
    'in (?:der |die |eine |einer )?(?:Therapie|Reha|Psychiatrie)',
    'Klinikaufenthalt(?:e|en|s|es)?',
    'stationär' + adjective + ' (?:Behandlung|Therapie)',
    'substituiert' + adjective,
    'Substitutionsbehandlung',
  ],
}

const any = Object.values(healthWords).flat().join('|')
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'iu')

/** The first such word of a sentence as it stands there, or `null`. */
export const healthWordIn = (sentence: string): string | null => pattern.exec(sentence)?.[0] ?? null
