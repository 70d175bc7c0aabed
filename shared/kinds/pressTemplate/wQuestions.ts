import type { WQuestion } from './enums.ts'

/**
 * What in the lead seems to answer each question. A guess by word forms: it is shown beside the tick and never ticks
 * by itself. `{{…}}` counts as the fact that it will be.
 */
const signs: Readonly<Record<WQuestion, RegExp>> = {
  wer: /(?:Selbsthilfe)?[Gg]ruppe „[^“]{1,80}“|(?:Selbsthilfegruppe|Regionalteam|Verein|Verband)\p{L}*|\{\{gruppe\.(?:name|kurzname)\}\}/u,
  was: /(?:startet|gründet|eröffnet|gibt es|lädt \p{L}{1,40} ein|trifft sich|vorgestellt|stellt sich vor|findet statt)|\p{L}{0,40}(?:abend|veranstaltung|treffen|eröffnung)(?!\p{L})/u,
  wann: /\d{1,2}\. ?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?: \d{4})?(?: um \d{1,2}(?::\d{2})? Uhr)?|(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)(?: von \d{1,2}(?::\d{2})?)?|\{\{(?:veranstaltung\.(?:datum|uhrzeit)|gruppe\.(?:treffen|zeit|wochentag\.adverb))\}\}/u,
  wo: /(?<!\p{L})(?:im|in der|in den|am|an der|bei der|beim) \p{Lu}[\p{L}-]+(?: (?:am|an der|im|in der) \p{Lu}[\p{L}-]+)?(?![\p{L}-]| (?:19|20)\d\d)|\{\{(?:veranstaltung\.ort|gruppe\.ort\.[\p{L}]+)\}\}/u,
  warum:
    /(?<!\p{L})(?:weil|denn|damit|um [^.]{3,60} zu \p{L}+|wegen|Anlass|Grund|Ziel|für Menschen,? (?:die|mit) [^.,]{3,60}(?!\p{L}))/u,
  wie: /kostenfrei|kostenlos|(?:Eintritt|Teilnahme) ist (?:frei|kostenfrei|freiwillig)|(?:ohne|eine|keine) Anmeldung[^.]{0,30}|anonym(?!\p{L}{0,3}en Alkohol)|nach (?:einem|telefonischer) [^.]{3,40}(?:gespräch|Anmeldung)/u,
}

/** For each question the words of the lead that seem to answer it; `null`: nothing found. */
export function suggestAnswers(lead: string): Readonly<Record<WQuestion, string | null>> {
  const found = (question: WQuestion) => signs[question].exec(lead)?.[0] ?? null
  return {
    wer: found('wer'),
    was: found('was'),
    wann: found('wann'),
    wo: found('wo'),
    warum: found('warum'),
    wie: found('wie'),
  }
}
