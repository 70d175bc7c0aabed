import { currentLanguage, text } from '#client/i18n/i18n.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { type Facts, shownFact } from '#shared/rules/mergeFields.ts'

/** How a merge field reads: its fact, or that it is missing. */
export type FactWords = { readonly label: string; readonly value: string | null; readonly shown: string }

export function factWords(name: string, facts: Facts): FactWords {
  const label = factLabel(name, currentLanguage())
  const value = shownFact(facts, name) ?? null
  return { label, value, shown: value ?? text('editor.fact.missing', { label }) }
}
