/** Messages of several languages by their keys. What a language lacks is said in the first one. */
export interface Messages<Language extends string> {
  /** More messages; a key that is there already is said anew. */
  add(language: Language, catalogue: Readonly<Record<string, string>>): void
  has(language: Language, key: string): boolean
  /**
   * The message with its `{{names}}` filled in, or `null` where nobody has that key. With a `count` the form
   * of that number is taken (`key_one`, `key_other`) where there is one.
   */
  find(language: Language, key: string, values: Values): string | null
}

export type Values = Readonly<Record<string, string | number | undefined>>

const name = /\{\{\s*(\w+)\s*\}\}/g

export function createMessages<Language extends string>(first: Language): Messages<Language> {
  const catalogues = new Map<Language, Map<string, string>>()
  const plurals = new Map<Language, Intl.PluralRules>()

  const formOf = (language: Language, count: number): string => {
    let rules = plurals.get(language)
    if (!rules) {
      rules = new Intl.PluralRules(language)
      plurals.set(language, rules)
    }
    return rules.select(count)
  }
  const raw = (language: Language, key: string, count: unknown): string | undefined => {
    const catalogue = catalogues.get(language)
    if (typeof count !== 'number') return catalogue?.get(key)
    return (
      catalogue?.get(`${key}_${formOf(language, count)}`) ??
      catalogue?.get(`${key}_other`) ??
      catalogue?.get(key)
    )
  }

  return {
    add(language, catalogue) {
      const known = catalogues.get(language) ?? new Map<string, string>()
      for (const [key, message] of Object.entries(catalogue)) known.set(key, message)
      catalogues.set(language, known)
    },
    has: (language, key) => catalogues.get(language)?.has(key) ?? false,
    find(language, key, values) {
      const message = raw(language, key, values.count) ?? raw(first, key, values.count)
      if (message === undefined) return null
      if (!message.includes('{{')) return message
      return message.replace(name, (_, wanted: string) => String(values[wanted] ?? ''))
    },
  }
}
