import { useSyncExternalStore } from 'react'
import { type Catalogue, de } from './de.ts'
import { createMessages, type Values } from './messages.ts'
import type { Catalogue as AnyCatalogue, Arguments, TextKey as KeyOf } from './textKeys.ts'

/** German is the source and always there; English is loaded when somebody chooses it. */
export type Language = 'de' | 'en'

const storageKey = 'mitschrift.language'
const messages = createMessages<Language>('de')
messages.add('de', de)
let language: Language = 'de'

export type TextKey = KeyOf<Catalogue>

/** The text of a message in the language chosen now. */
export function text<Key extends TextKey>(key: Key, ...values: Arguments<Catalogue, Key>): string {
  return lookUp(key, values[0] ?? {})
}

/** For catalogues with types of their own. */
export const lookUp = (key: string, values: Values): string => messages.find(language, key, values) ?? key

/** For texts chosen by data (enum values, finding codes): `null` when the catalogue has no such key. */
export function textIfKnown(
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | null {
  return messages.find(language, key, values)
}

/** Words of a part that is loaded later; their keys begin with its name and a colon. */
export function addCatalogue(name: string, words: Readonly<Record<Language, AnyCatalogue>>): void {
  for (const language of ['de', 'en'] as const) {
    const entries = Object.entries(words[language]).map(([key, word]) => [`${name}:${key}`, word])
    messages.add(language, Object.fromEntries(entries))
  }
}

const listeners = new Set<() => void>()
/** Calls the listener after every change of language; answers with the function that ends it. */
export const onLanguage = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const currentLanguage = (): Language => language
/** The tag for dates, numbers and lists. */
export const locale = (): string => (currentLanguage() === 'en' ? 'en-GB' : 'de-DE')

/** Loads the catalogue if needed, then every component that uses `useText` renders anew. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  if (chosen === 'en' && !messages.has('en', 'shell.skip')) {
    const { en } = await import('./en.ts')
    messages.add('en', en)
  }
  language = chosen
  document.documentElement.lang = chosen
  remember(chosen)
  for (const listener of listeners) listener()
}

/** The language chosen earlier on this device; German where nothing was chosen. */
export async function restoreLanguage(): Promise<void> {
  if (recalled() === 'en') await chooseLanguage('en')
}

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage, currentLanguage)

/** `text`, and a new rendering whenever the language changes. */
export function useText(): typeof text {
  useLanguage()
  return text
}

/** Where storage is closed (private mode) the choice lasts until the tab is closed. */
function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function recalled(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
}
