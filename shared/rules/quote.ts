import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/** What the quoted person releases: these words, under this name, in this function (domain.md 4.3). */
export type QuotedWords = { readonly text: string; readonly name: string; readonly function: string }

/**
 * SHA-256 of a quote in hexadecimal, over `NFC(text)\nname\nfunction` with white space collapsed. Any change, a comma
 * or a function, gives another hash, and a release holds for one hash only. The full stop at the end is no part of
 * it: German drops it before „, sagt …“.
 */
export function quoteHash({ text, name, function: role }: QuotedWords): string {
  const input = [withoutStop(text), name, role].map(part => collapsed(part)).join('\n')
  return toHexString(digest(encodeUtf8(input)))
}

/** How a quote is introduced. */
export type Saying = {
  /** „sagt“, „erzählt“ */
  readonly verb: string
  /** „erzählt Mitgründerin Karin M.“ instead of „sagt Karin M., Mitgründerin“ */
  readonly functionFirst: boolean
  /** „Name geändert“ */
  readonly note: string
}

/** A quote as it is printed: „…“, sagt Name, Funktion (Hinweis). The sentence's full stop is part of it. */
export function printedQuote(words: QuotedWords, { verb, functionFirst, note }: Saying): string {
  const name = collapsed(words.name)
  const role = collapsed(words.function)
  const noted = note.trim() === '' ? '' : ` (${collapsed(note)})`
  const who = functionFirst
    ? `${[role, name].filter(Boolean).join(' ')}${noted}`
    : [`${name}${noted}`, role].filter(part => part !== '').join(', ')
  const stop = who.endsWith('.') ? '' : '.'
  return `„${withoutStop(collapsed(words.text))}“, ${collapsed(verb) || 'sagt'} ${who}${stop}`
}

const collapsed = (words: string): string => words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

/** Without the final full stop; three dots, question and exclamation marks stay. */
const withoutStop = (words: string): string => words.trimEnd().replace(/(?<!\.)\.$/u, '')
