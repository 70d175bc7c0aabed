/**
 * Money as people write it, kept in whole cents.
 * [M1] an amount is the quantity times the price of one, rounded half up to a cent (domain.md 3.2)
 * [M2] quantities count in thousandths: „2,5 Stunden“ and „0,125“ are exact, finer ones are rounded to them first
 * [M3] half up means towards the larger number, also below zero: 0,5 cents → 1, −0,5 cents → 0
 * [M4] reading takes what is clear („1.234,56“, „1234.5“, „1 234 €“) and refuses what could mean two things („1,234“)
 */

/**
 * qty × unitCents in whole cents [M1]–[M3]. Safe integers in, exact out: the product is made of whole numbers. A
 * quantity beyond them, which only a program writes, counts as the largest.
 */
export function amountOf(qty: number, unitCents: number): number {
  const thousandths = BigInt(safe(Math.round(qty * 1000))) * BigInt(safe(Math.trunc(unitCents)))
  const halfUp = thousandths + 500n
  // BigInt cuts towards zero, half up needs the floor
  const whole = halfUp / 1000n
  return Number(halfUp < 0n && halfUp % 1000n !== 0n ? whole - 1n : whole)
}

const safe = (whole: number): number =>
  Math.min(Math.max(whole, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)

/** Why a text is no number: nothing a person would call one, or two readings are possible. */
export type NotRead = { readonly refused: 'noNumber' | 'ambiguous' | 'tooFine' | 'tooLarge' }
export type ReadNumber = { readonly value: number } | NotRead

/** More than this is a slip of the finger: ten million euros, a million hours or kilometres. */
const largest = 10_000_000

/**
 * A decimal number as it is written in German, and in English where that is clear [M4]. `decimals`: how many places
 * it may have behind the comma.
 */
export function readDecimal(typed: string, decimals: number): ReadNumber {
  const text = typed
    .trim()
    .replaceAll(/[\s\u00a0\u202f’']/gu, '')
    .replace(/^[−–]/u, '-')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(text)) return { refused: 'noNumber' }
  const sign = text.startsWith('-') ? -1 : 1
  const plain = plainDigits(text.replace('-', ''))
  if (typeof plain !== 'string') return plain
  const [whole = '', places = ''] = plain.split('.')
  if (places.replace(/0+$/, '').length > decimals) return { refused: 'tooFine' }
  const value = Number(`${whole || '0'}.${places || '0'}`)
  if (value > largest) return { refused: 'tooLarge' }
  return { value: value === 0 ? 0 : sign * value }
}

/** „1.234,56“ → „1234.56“. */
function plainDigits(text: string): string | NotRead {
  const [commas, points] = [text.split(',').length - 1, text.split('.').length - 1]
  if (commas > 0 && points > 0) {
    // the mark that comes last is the decimal one, the other one parts thousands
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
    const grouping = decimal === ',' ? '.' : ','
    const [whole = '', places = '', ...more] = text.split(decimal)
    if (more.length > 0 || places.includes(grouping) || !isGrouped(whole, grouping))
      return { refused: 'noNumber' }
    return `${whole.replaceAll(grouping, '')}.${places}`
  }
  if (commas + points === 0) return text
  const mark = commas > 0 ? ',' : '.'
  if (commas + points > 1) return isGrouped(text, mark) ? text.replaceAll(mark, '') : { refused: 'noNumber' }
  const [whole = '', places = ''] = text.split(mark)
  if (mark === '.') {
    // „1.234“ is what German writes for a thousand and more; „1.5“ and „12.50“ can only be decimals
    if (places.length === 3 && isGrouped(text, '.')) return whole + places
    return places.length === 3 ? { refused: 'ambiguous' } : `${whole}.${places}`
  }
  return `${whole}.${places}`
}

/** Groups of three behind a first one of one to three digits. */
const isGrouped = (text: string, mark: string): boolean =>
  text.split(mark).every((group, place) => (place === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(group))

/** Euros as they are written → cents. „1.234,56 €“, „EUR 12“, „45,–“; „1,234“ is refused, it may be a thousand. */
export function readCents(typed: string): ReadNumber {
  const bare = typed
    .trim()
    .replace(/^(?:€|eur(?:o)?\b)\s*/iu, '')
    .replace(/\s*(?:€|eur(?:o)?)\.?$/iu, '')
    .replace(/,(?:[-–—]|--)$/u, '')
  if (/^-?\d{1,3},\d{3}$/.test(bare)) return { refused: 'ambiguous' }
  const read = readDecimal(bare, 2)
  return 'value' in read ? { value: Math.round(read.value * 100) } : read
}

/** Cents as they stand on German paper: „1.234,56“. */
export function writeCents(cents: number): string {
  const whole = Math.abs(Math.trunc(cents))
  const euros = String(Math.floor(whole / 100)).replace(/\B(?=(?:\d{3})+$)/g, '.')
  return `${cents < 0 ? '−' : ''}${euros},${String(whole % 100).padStart(2, '0')}`
}

/** A number as it is written in German: „2,5“. Thousands are not parted, so that reading it back gives the same. */
export const writeDecimal = (value: number): string => String(value).replace('.', ',').replace('-', '−')
