import type { LanguageProfile, LanguageRule, LanguageRules } from './schema.ts'

/** One paragraph, one title, one quote: what is checked by itself. */
export type CheckedText = {
  readonly path: string
  readonly text: string
  /** somebody's own words throughout, as in the text of a quote */
  readonly speech?: boolean
}

export type LanguageFinding = {
  readonly rule: string
  /** `info` wherever somebody speaks for themselves (domain.md 4.5) */
  readonly severity: 'error' | 'warn' | 'info'
  /** which of the texts, and where in it: UTF-16 units */
  readonly path: string
  readonly from: number
  readonly to: number
  readonly match: string
  readonly speech: boolean
}

/** Between „ and “, longer than this, somebody is quoted; shorter ones name a thing (domain.md appendix A). */
export const directSpeech = 40
/** A „word“ of more letters than this is none; a pattern is not run over it (see `patternFault`). */
const longWord = 60
/** So much of a text is looked at at once, in characters; neighbouring windows share `overlap`. */
const window = 4_000
const overlap = 200
/** More findings in one text help nobody. */
const maxFindings = 200

type Compiled = {
  readonly exempt: readonly RegExp[]
  readonly rules: readonly {
    readonly rule: LanguageRule
    readonly pattern: RegExp
    readonly not: readonly RegExp[]
  }[]
}
const compiled = new WeakMap<LanguageRules, Compiled>()

/** Compiling costs more than checking a paragraph, so it is done once per set of rules. */
function compile(rules: LanguageRules): Compiled {
  const known = compiled.get(rules)
  if (known) return known
  const made = {
    exempt: rules.exemptNames.map(name => new RegExp(name, 'giu')),
    rules: rules.rules.map(rule => ({
      rule,
      pattern: wholeWords(rule.p, 'giu'),
      // „und sucht Rat“ is a verb, „Spielsucht“ is none: German tells them apart by the capital
      not: (rule.not ?? []).map(words => wholeWords(words, 'gu')),
    })),
  }
  compiled.set(rules, made)
  return made
}

const wholeWords = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?!\\p{L})`, flags)

/**
 * All findings of the language rules in these texts, in the order in which they stand (domain.md 4.5, appendix A).
 * Nothing is ever replaced: it says what, why and what else one could write, people decide.
 */
export function checkLanguage(
  texts: readonly CheckedText[],
  options: { readonly profile: LanguageProfile; readonly rules: LanguageRules },
): LanguageFinding[] {
  const { exempt, rules } = compile(options.rules)
  return texts.flatMap(({ path, text, speech = false }) => {
    const masked = mask(text, exempt)
    const spoken = speech ? [{ from: 0, to: text.length }] : speechIn(text)
    const found = new Map<string, LanguageFinding>()
    for (const { rule, pattern, not } of rules) {
      const severity = rule.sev[options.profile]
      if (severity === 'off') continue
      for (const { from, to } of matches(blanked(masked, not), pattern)) {
        if (found.size >= maxFindings) break
        const isSpeech = spoken.some(range => range.from <= from && to <= range.to)
        found.set(`${rule.id} ${from}`, {
          rule: rule.id,
          severity: isSpeech ? 'info' : severity,
          path,
          from,
          to,
          match: text.slice(from, to),
          speech: isSpeech,
        })
      }
    }
    return [...found.values()].toSorted(
      (left, right) => left.from - right.from || (left.rule < right.rule ? -1 : 1),
    )
  })
}

/** Names of organisations and endless „words“ give way to as many control characters, which no rule knows. */
function mask(text: string, exempt: readonly RegExp[]): string {
  return blanked(text, [new RegExp(`[\\p{L}\\p{N}]{${longWord + 1},}`, 'gu'), ...exempt])
}

/** The text of the same length in which what these patterns find is no word any more. */
function blanked(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (left, pattern) => left.replaceAll(pattern, found => '\u0001'.repeat(found.length)),
    text,
  )
}

/** From each „ to the next “, in one walk: a text of quotation marks that nobody closes takes no longer than another. */
function speechIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let from = text.indexOf('„')
  while (from >= 0) {
    const end = text.indexOf('“', from)
    if (end < 0) break
    if (end - from - 1 > directSpeech) found.push({ from, to: end + 1 })
    from = text.indexOf('„', end)
  }
  return found
}

/** Windows begin and end beside a letter, so that no half word is taken for a word. What has more letters is masked. */
function* matches(text: string, pattern: RegExp): Generator<{ from: number; to: number }> {
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start + window)
    for (const { index, 0: found } of text.slice(start, end).matchAll(pattern)) {
      if (found !== '') yield { from: start + index, to: start + index + found.length }
    }
    if (end === text.length) return
    start = wordEnd(text, end - overlap)
  }
}

/** The first place from `at` on where no letter and no digit stands. */
function wordEnd(text: string, at: number): number {
  const none = /[^\p{L}\p{N}]/gu
  none.lastIndex = at
  return none.exec(text)?.index ?? text.length
}
