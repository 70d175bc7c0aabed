import { readJsonFile } from '#server/lib/readJsonFile.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { mergeRules } from '#shared/rules/language/merge.ts'
import { type FederationRules, federationRulesSchema } from '#shared/rules/language/schema.ts'
import { ConfigError } from './config.ts'

/**
 * The language rules of the federation (domain.md 4.5), read once at the start; `null` without a file. They are laid
 * on those of the program by whoever checks a text.
 * @throws ConfigError that names the file and every fault in it
 */
export function readFederationRules(file: string | null): FederationRules | null {
  if (file === null) return null
  const content = readJsonFile(file, fault)
  const merged = mergeRules(baseLanguageRules, content)
  if (merged.state === 'merged') return federationRulesSchema.parse(content)
  const faults = merged.problems.map(({ at, why }) => `${at} (${why})`).join(', ')
  throw fault(`in ${file}: ${faults}`, `in ${file}: ${faults}`)
}

const fault = (german: string, english: string): ConfigError =>
  new ConfigError(
    'LANGUAGE_RULES',
    `Die Sprachregeln des Verbands gehen so nicht: ${german}. Es wurde nichts gestartet.`,
    `The language rules of the federation do not work: ${english}. Nothing was started.`,
  )
