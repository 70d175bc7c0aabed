import { useSyncExternalStore } from 'react'
import { keep, recall } from '#client/lib/kept.ts'
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

/** English as it lies in the code, or how it is fetched when somebody reads English. */
export type English<Words extends AnyCatalogue> = Words | (() => Promise<{ readonly en: Words }>)

/** Parts whose English nobody has asked for yet. */
const unread = new Set<() => Promise<void>>()
let arriving: Promise<unknown> = Promise.resolve()

/** Words of a part that is loaded later; their keys begin with its name and a colon. */
export function addCatalogue(
  name: string,
  { de, en }: { readonly de: AnyCatalogue; readonly en: English<AnyCatalogue> },
): void {
  const add = (of: Language, words: AnyCatalogue): void => {
    const entries = Object.entries(words).map(([key, word]) => [`${name}:${key}`, word])
    messages.add(of, Object.fromEntries(entries))
  }
  add('de', de)
  if (typeof en !== 'function') return add('en', en)
  const load = async (): Promise<void> => {
    add('en', (await en()).en)
    unread.delete(load)
  }
  unread.add(load)
  if (language !== 'en') return
  // until they are here, and without a network for longer, it is German that stands there
  arriving = Promise.all([arriving, load().then(tellAll, () => undefined)])
}

/** Resolves when the words of all parts that are loaded by now are here in the language chosen. */
export const wordsAreHere = (): Promise<unknown> => arriving

const listeners = new Set<() => void>()
/**
 * Calls the listener after every change of language, and when words of it have arrived; answers with the function that
 * ends it.
 */
export const onLanguage = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** How often words have come or changed: what was rendered before is rendered anew. */
let edition = 0
const currentEdition = (): number => edition

function tellAll(): void {
  edition += 1
  for (const listener of listeners) listener()
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
  if (chosen === 'en') await Promise.all([...unread].map(load => load()))
  language = chosen
  document.documentElement.lang = chosen
  keep(storageKey, chosen)
  tellAll()
}

/** The language chosen earlier on this device; German where nothing was chosen. */
export async function restoreLanguage(): Promise<void> {
  if (recall(storageKey) === 'en') await chooseLanguage('en')
}

/** The language chosen now; a new rendering also when words of it arrive. */
export function useLanguage(): Language {
  useSyncExternalStore(onLanguage, currentEdition, currentEdition)
  return language
}

/** `text`, and a new rendering whenever the language changes. */
export function useText(): typeof text {
  useLanguage()
  return text
}
