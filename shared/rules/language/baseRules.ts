import { type LanguageRule, type LanguageRules, languageRulesSchema } from './schema.ts'
import { languageSources } from './sources.ts'

/** The same severity in every profile, or one each: neutral, abstinenzorientiert, akzeptierend. */
function sev(
  neutral: LanguageRule['sev']['neutral'],
  abstinenzorientiert = neutral,
  akzeptierend = neutral,
): LanguageRule['sev'] {
  return { neutral, abstinenzorientiert, akzeptierend }
}

/** The rules of domain.md appendix A; the reasons follow 4.5. `not` is this project's: what the patterns hit beside. */
const rules: LanguageRule[] = [
  {
    id: 'L01',
    p: 'Junk(?:ie|y)s?|Fixer(?:in|innen|n|s)?|Kiffer(?:in|innen|n|s)?',
    sev: sev('error'),
    say: ['Menschen, die Drogen gebrauchen', 'Person, die … konsumiert'],
    src: ['S1', 'S2'],
    why: {
      de: 'Das Wort sieht nur den Konsum und wertet den Menschen ab.',
      en: 'The word turns a behaviour into a kind of person and demeans.',
    },
  },
  {
    id: 'L02',
    p: 'Drogenabhängige[rn]?|Drogensüchtige[rn]?|Süchtige[rn]?',
    sev: sev('warn'),
    say: ['Menschen mit einer Abhängigkeitserkrankung', 'Drogen gebrauchende Menschen'],
    src: ['S2', 'S4'],
    why: {
      de: 'Zuerst der Mensch, dann die Erkrankung: Niemand ist nur seine Abhängigkeit.',
      en: 'The person first, then the illness: nobody is only their dependence.',
    },
  },
  {
    id: 'L03',
    p: 'Alkoholiker(?:in|innen|n|s)?|Trinker(?:in|innen|n|s)?',
    not: ['(?:Herrn?|Frau|Familie) Trinkers?'],
    sev: sev('warn'),
    say: ['Menschen mit einer Alkoholabhängigkeit'],
    src: ['S1', 'S4', 'S5'],
    why: {
      de: 'Das Wort setzt den Menschen mit seiner Erkrankung gleich.',
      en: 'The word equates the person with the illness.',
    },
  },
  {
    id: 'L04',
    p: 'Suchtkranke[rn]?',
    not: ['Suchtkranken-[Hh]ilfe\\p{L}*'],
    sev: sev('warn', 'info', 'warn'),
    say: ['Menschen mit einer Suchterkrankung'],
    src: ['S3', 'S4'],
    why: {
      de: 'Zuerst der Mensch, dann die Erkrankung. Manche Verbände schreiben weiterhin so.',
      en: 'The person first, then the illness. Some federations still write it this way.',
    },
  },
  {
    id: 'L05',
    p: 'Säufer(?:in|n|s)?|Trunkenbold\\w*|Alki(?:s)?|Penner(?:in|n|s)?',
    not: ['(?:Herrn?|Frau|Familie) (?:Penner|Säufer)s?'],
    sev: sev('error'),
    say: ['Menschen mit einer Alkoholabhängigkeit', 'wohnungslose Menschen'],
    src: ['S7', 'own'],
    why: { de: 'Das Wort ist ein Schimpfwort.', en: 'The word is a term of abuse.' },
  },
  {
    id: 'L06',
    p: '(?:(?:leide[nt]?|litt(?:en)?)\\s+(?:\\p{L}+\\s+){0,5}(?:an|unter)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}*(?:sucht|abhängigkeit))|(?:(?:an|unter)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}*(?:sucht|abhängigkeit)\\s+(?:leide[nt]?|litt(?:en)?))',
    not: [
      '(?:be|durch|er|unter|ver)?sucht',
      '(?:Eifer|Gelb|Hab|Schwind|Sehn|Selbst|Streit|Wasser)sucht',
      'Unabhängigkeit',
    ],
    sev: sev('warn', 'info', 'warn'),
    say: ['haben Erfahrung mit …', 'sind an … erkrankt', 'sind in Behandlung'],
    src: ['S2'],
    why: {
      de: '„Leiden“ spricht für andere. Die Quellen sind uneins: Der Medienleitfaden (S1) lässt es zu, gegen-stigma.de (S2) nicht.',
      en: '“Suffer” speaks for others. The sources disagree: the media guide (S1) allows it, gegen-stigma.de (S2) does not.',
    },
  },
  {
    id: 'L07',
    p: 'clean(?:e[nrms]?)?|trocken(?:e[nrm]?)?(?=\\s+(?:aber|,|und|seit|Alkoholiker)|,|\\.|“)|nass(?:e[nr]?)?(?=\\s+Alkoholiker)',
    not: [
      '[Cc]lean-?[Uu]p',
      '(?:Boden|Farbe|Keller|Luft|Raum|Wäsche|Wetter) (?:ist|bleibt|war|wird) (?:\\p{L}+ )?trocken',
    ],
    sev: sev('warn', 'info', 'warn'),
    say: ['abstinent', 'lebt ohne Alkohol', 'konsumiert zurzeit nicht'],
    src: ['S4', 'S5'],
    why: {
      de: 'Das Gegenteil wäre „schmutzig“ oder „nass“. Wer von sich selbst so spricht, darf das.',
      en: 'The opposite would be “dirty”. Whoever speaks of themselves like this may do so.',
    },
  },
  {
    id: 'L08',
    p: '(?:Drogen|Alkohol|Substanz|Medikamenten|Suchtmittel)missbrauch\\p{L}*',
    sev: sev('warn'),
    say: ['schädlicher Gebrauch', 'riskanter Konsum'],
    src: ['S4', 'S5'],
    why: {
      de: '„Missbrauch“ klingt nach Schuld und nach Gewalt.',
      en: '“Abuse” sounds like guilt and violence.',
    },
  },
  {
    id: 'L09',
    p: 'Rauschgift\\p{L}*|Suchtgift\\p{L}*',
    sev: sev('error', 'warn', 'error'),
    say: ['die Substanz nennen', 'Drogen'],
    advice: ['die Substanz nennen'],
    src: ['S2'],
    why: {
      de: 'Das Wort stammt aus dem Strafrecht und dramatisiert.',
      en: 'The word comes from criminal law and dramatises.',
    },
  },
  {
    id: 'L10',
    p: 'Suchtmittel(?!missbrauch)\\p{L}*|Suchtstoff\\p{L}*',
    sev: sev('info', 'off', 'info'),
    say: ['Substanz'],
    src: ['S2'],
    why: {
      de: 'Nicht jeder Gebrauch führt zur Sucht; das Wort setzt es voraus.',
      en: 'Not every use leads to addiction; the word presumes it.',
    },
  },
  {
    id: 'L11',
    p: 'Drogentote[rn]?',
    sev: sev('info', 'info', 'warn'),
    say: ['Menschen, die an den Folgen von … gestorben sind', 'drogenbezogene Todesfälle'],
    src: ['own'],
    why: {
      de: 'Ein Mensch ist gestorben; das Wort lässt nur die Droge übrig.',
      en: 'A person has died; the word leaves only the drug.',
    },
  },
  {
    id: 'L12',
    p: 'rückfällig\\p{L}*|Rückfall|Rückfälle[n]?|Rückfalls',
    sev: sev('info', 'off', 'info'),
    say: ['erneuter Konsum', 'hat wieder konsumiert'],
    src: ['own'],
    why: {
      de: 'Das Wort klingt nach Straftat und nach Scheitern.',
      en: 'The word sounds like a crime and like failure.',
    },
  },
  {
    id: 'L13',
    p: 'behandlungsresistent\\p{L}*|therapieresistent\\p{L}*|unbelehrbar\\p{L}*',
    not: [
      '(?:[Bb]ehandlungs|[Tt]herapie)resistente[nrs]? (?:Bakterien|Depression|Epilepsie|Keim|Schmerz)\\p{L}*',
    ],
    sev: sev('warn'),
    say: ['hat sich gegen … entschieden'],
    src: ['S2'],
    why: {
      de: 'Das Wort gibt dem Menschen die Schuld, wenn eine Hilfe nicht passt.',
      en: 'The word blames the person when a help does not fit.',
    },
  },
  {
    id: 'L14',
    p: 'Drogensumpf\\p{L}*|Drogenhölle|Suchthölle|Teufelskreis der (?:Sucht|Drogen)|an der Nadel häng\\p{L}*',
    not: ['Teufelskreis der (?:Sucht|Drogen)-\\p{L}+', 'Maschen?[^.]{0,30} an der Nadel häng\\p{L}*'],
    sev: sev('error'),
    say: ['sachlich beschreiben, was war'],
    advice: ['sachlich beschreiben, was war'],
    src: ['S1', 'S2'],
    why: {
      de: 'Das Bild macht Angst und sagt nichts über die Menschen.',
      en: 'The image frightens and says nothing about the people.',
    },
  },
  {
    id: 'L15',
    p: '[Cc]o-?\\s?[Aa]bhängig\\p{L}*',
    not: ['& Co abhängig\\p{L}*'],
    sev: sev('info'),
    say: ['Angehörige', 'mitbetroffene Menschen'],
    src: ['S6'],
    why: {
      de: 'Das Wort gibt Angehörigen einen Teil der Schuld.',
      en: 'The word gives relatives a share of the blame.',
    },
  },
  {
    id: 'L16',
    p: 'Ersatzdroge[n]?|Drogenersatz\\p{L}*',
    sev: sev('warn'),
    say: ['Substitutionsbehandlung', 'Medikament zur Substitution'],
    src: ['S4'],
    why: {
      de: 'Substitution ist eine ärztliche Behandlung, kein Ersatz für Drogen.',
      en: 'Substitution is a medical treatment, not a replacement drug.',
    },
  },
  {
    id: 'L17',
    p: 'Fixerstube[n]?|Drückerraum',
    sev: sev('warn'),
    say: ['Drogenkonsumraum'],
    src: ['own'],
    why: {
      de: 'Die Einrichtung heißt Drogenkonsumraum; das Wort wertet ab.',
      en: 'The facility is called drug consumption room; the word demeans.',
    },
  },
  {
    id: 'L18',
    p: 'Hepatitis-?[A-C]?-?Kranke[rn]?|HIV-Infizierte[rn]?|Aids-Kranke[rn]?',
    sev: sev('warn'),
    say: ['Menschen mit Hepatitis C', 'Menschen mit HIV'],
    src: ['S2'],
    why: {
      de: 'Zuerst der Mensch, dann die Erkrankung.',
      en: 'The person first, then the illness.',
    },
  },
  {
    id: 'L19',
    p: 'Klient(?:en|in|innen)?gut|Suchtkarriere[n]?|Drogenkarriere[n]?',
    sev: sev('warn'),
    say: ['Lebensweg', 'Erfahrungen mit …'],
    src: ['own'],
    why: {
      de: 'Ein Leben ist keine Akte und keine Laufbahn der Sucht.',
      en: 'A life is neither a file nor a career of addiction.',
    },
  },
  {
    id: 'L20',
    p: 'normale[nrs]? (?:Menschen|Leute|Bürger\\p{L}*)',
    not: ['[Nn]ormale[nrs]? Bürger(?:busse?|haus|häuser|meister|saal|sprechstunde|steig|versammlung)\\p{L}*'],
    sev: sev('info', 'info', 'warn'),
    say: ['Menschen ohne eigene Suchterfahrung'],
    src: ['own'],
    why: {
      de: 'Der Satz sagt nebenbei, die anderen seien nicht normal.',
      en: 'The phrase says in passing that the others are not normal.',
    },
  },
  {
    id: 'L21',
    p: 'Opfer (?:der|ihrer|seiner) (?:Sucht|Drogen|Abhängigkeit)',
    not: ['Opfer der (?:Sucht|Drogen)-\\p{L}+'],
    sev: sev('warn'),
    say: ['Menschen, die … erlebt haben'],
    src: ['S2'],
    why: {
      de: 'Wer Opfer heißt, dem wird nicht zugetraut, selbst zu handeln.',
      en: 'Who is called a victim is not trusted to act.',
    },
  },
]

/** What comes with the program (domain.md appendix A); a federation extends it with `mergeRules`. */
export const baseLanguageRules: LanguageRules = languageRulesSchema.parse({
  exemptNames: [
    'J(?:\\.?E\\.?S\\.?|ES)[^.\\n]{0,12}Junkies, Ehemalige(?:n)?(?:,| und) Substituierte(?:n)?',
    'Anonyme[nrm]? Alkoholiker[n]?',
    'Deutsche[nr]? Hauptstelle für Suchtfragen',
    'Zentralinstitut für Suchtforschung',
    'Sucht ?& ?Drogen[- ]Hotline',
  ],
  rules,
  sources: languageSources,
})
