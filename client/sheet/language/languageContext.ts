import { createContext, useContext } from 'react'
import type { KeptWord, LanguageCheck, PlacedFinding } from './languageCheck.ts'

/** The language check of the open sheet, and what people can do about a finding. */
export type LanguageHelp = {
  readonly check: LanguageCheck
  /** „so lassen“, for this document; absent where the document cannot remember it */
  readonly keep: ((finding: PlacedFinding) => void) | null
  readonly kept: readonly KeptWord[]
  /** shows the word again */
  readonly unkeep: ((word: KeptWord) => void) | null
}

const Context = createContext<LanguageHelp | null>(null)
export const LanguageHelpProvider = Context.Provider

/** `null` in sheets without a language check. */
export const useLanguageHelp = (): LanguageHelp | null => useContext(Context)
