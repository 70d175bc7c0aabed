/** Why a pattern of a rule file is not taken. */
export type PatternFault =
  | 'tooLong'
  | 'notCompiled'
  | 'backReference'
  | 'nestedRepeat'
  | 'openRepeat'
  | 'manyRepeats'

/** Longer patterns are several rules in one; and each step below stays small. */
export const maxPattern = 400
/** A repeat up to so many times counts as bounded. */
const smallRepeat = 40
/** So many repeats without end may follow each other inside a word; the time to fail grows with this power. */
const maxInARow = 3

/** So many parts that may be there or not; each doubles the time to fail. */
const maxOptional = 10

type Atom = {
  /** there is more than one way to read it: an alternative, or a repeat that may end earlier or later */
  isVariable: boolean
  /** so many repeats within a word it adds to those in a row */
  inARow: number
  /** a blank has to stand there */
  isBlank: boolean
  /** one character that may be a letter as well as a blank */
  isAnything: boolean
}

/**
 * Whether a pattern may be used on texts of strangers; `null`: it may.
 *
 * A regular expression cannot be stopped once it runs, so what could run for long is not begun: the language has
 * to be simple enough that a failing match ends soon. Refused are repeats of what can be read in several ways
 * (`(a+)+`, `(a|b)+`, `(ab?)+`), repeats without end of something that crosses blanks (`.*`, `[^x]+`), more than three
 * in a row within a word (`\w*\w*\w*\w*`), repeats of blanks beside each other, more than ten parts that may be there
 * or not, and back references. Words of more than 60 letters are never looked at (`checkLanguage`), so
 * even three in a row end after some ten thousand steps.
 */
export function patternFault(pattern: string): PatternFault | null {
  if (pattern.length > maxPattern) return 'tooLong'
  if (!compiles(pattern)) return 'notCompiled'
  if (/(?<!\\)(?:\\\\)*\\(?:[1-9]|k<)/u.test(pattern)) return 'backReference'
  return new Scan(pattern).fault()
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'iu').source !== ''
  } catch {
    return false
  }
}

/** Walks once over a pattern that compiles. */
class Scan {
  readonly #pattern: string
  #at = 0
  #found: PatternFault | null = null
  #optional = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  fault(): PatternFault | null {
    this.#alternatives()
    return this.#found
  }

  #alternatives(): Pick<Atom, 'isVariable' | 'inARow' | 'isBlank'> {
    let isVariable = false
    let isBlank = false
    let inARow = 0
    let most = 0
    /** the last thing read was a repeat of blanks: a second one could share them with it in any way */
    let endsInBlanks = false
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ')') {
      if (this.#pattern[this.#at] === '|') {
        this.#at++
        inARow = 0
        endsInBlanks = false
        isVariable = true
        continue
      }
      const atom = this.#atom()
      const { min, max } = this.#repeat()
      const runsOn = max > smallRepeat
      const isRepeat = max > 1 && min !== max
      // each round of the group could end anywhere, unless a blank parts them
      if (atom.isVariable && max > 1 && (runsOn || !atom.isBlank)) this.#found ??= 'nestedRepeat'
      if (runsOn && atom.isAnything) this.#found ??= 'openRepeat'
      if (max === 1 && min === 0 && ++this.#optional > maxOptional) this.#found ??= 'manyRepeats'
      const isBlanks = isRepeat && atom.isBlank && !atom.isVariable
      if (isBlanks && endsInBlanks) this.#found ??= 'manyRepeats'
      if (isBlanks) endsInBlanks = true
      else if (min > 0) endsInBlanks = false
      inARow += atom.inARow + (isRepeat && !atom.isBlank ? 1 : 0)
      if (inARow > maxInARow) this.#found ??= 'manyRepeats'
      most = Math.max(most, inARow)
      if (atom.isBlank && min > 0) {
        inARow = 0
        isBlank = true
      }
      isVariable ||= atom.isVariable || min !== max
    }
    return { isVariable, isBlank, inARow: most }
  }

  #atom(): Atom {
    const start = this.#at
    const first = this.#pattern[this.#at++]
    if (first === '(') {
      this.#at += /^\?(?:[:=!]|<[=!]|<[^>]+>)/u.exec(this.#pattern.slice(this.#at))?.[0].length ?? 0
      const inside = this.#alternatives()
      this.#at++
      return { ...inside, isAnything: false }
    }
    if (first === '[') {
      while (this.#pattern[this.#at] !== ']') this.#at += this.#pattern[this.#at] === '\\' ? 2 : 1
      this.#at++
    } else if (first === '\\') {
      const isNamed = /^[pPu]\{/u.test(this.#pattern.slice(this.#at))
      this.#at = isNamed ? this.#pattern.indexOf('}', this.#at) + 1 : this.#at + 1
    }
    const text = this.#pattern.slice(start, this.#at)
    const one = new RegExp(`^(?:${text === '^' || text === '$' ? '' : text})$`, 'iu')
    const letter = one.test('a') || one.test('ä') || one.test('x')
    const blank = one.test(' ')
    return {
      isVariable: false,
      inARow: 0,
      isBlank: blank && !letter,
      isAnything: blank && letter,
    }
  }

  #repeat(): { min: number; max: number } {
    const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/u.exec(this.#pattern.slice(this.#at))
    if (!found) return { min: 1, max: 1 }
    this.#at += found[0].length
    const sign = found[0][0]
    if (sign === '?') return { min: 0, max: 1 }
    if (sign === '*' || sign === '+') return { min: sign === '+' ? 1 : 0, max: Number.POSITIVE_INFINITY }
    const min = Number(found[1])
    const max = found[2] === undefined ? min : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])
    return { min, max }
  }
}
