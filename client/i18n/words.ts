import { addCatalogue, type English, lookUp, textIfKnown, useLanguage } from './i18n.ts'
import type { Arguments, Catalogue, TextKey } from './textKeys.ts'

/**
 * The words of one part of the house (a kind of document, a feature), loaded together with it. `de` is the source;
 * `en` has the same keys; where it is long it is given as an import, for those who read English. Keys follow the catalogue: `{{name}}` for values, `_one` and `_other` for plural forms.
 */
export function defineWords<const Words extends Catalogue>(
  name: string,
  words: { readonly de: Words; readonly en: English<{ readonly [K in keyof Words]: string }> },
) {
  addCatalogue(name, words)
  const word = <Key extends TextKey<Words>>(key: Key, ...values: Arguments<Words, Key>): string =>
    lookUp(`${name}:${key}`, values[0] ?? {})
  return {
    word,
    /** For words chosen by data (enum values, finding codes): `null` when there is no such key. */
    wordIfKnown: (key: string, values: Readonly<Record<string, string | number>> = {}): string | null =>
      textIfKnown(`${name}:${key}`, values),
    /** `word`, and a new rendering whenever the language changes. */
    useWords: (): typeof word => {
      useLanguage()
      return word
    },
  }
}
