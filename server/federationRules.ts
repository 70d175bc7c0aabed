import { readFileSync } from 'node:fs'
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
  const content = parse(file)
  const merged = mergeRules(baseLanguageRules, content)
  if (merged.state === 'merged') return federationRulesSchema.parse(content)
  const faults = merged.problems.map(({ at, why }) => `${at} (${why})`).join(', ')
  throw fault(`in ${file}: ${faults}`, `in ${file}: ${faults}`)
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw fault(`${file} ist kein JSON`, `${file} is no JSON`)
    if (error instanceof Error) throw fault(`${file} lässt sich nicht lesen`, `${file} cannot be read`)
    throw error
  }
}

const fault = (german: string, english: string): ConfigError =>
  new ConfigError(
    'LANGUAGE_RULES',
    `Die Sprachregeln des Verbands gehen so nicht: ${german}. Es wurde nichts gestartet.`,
    `The language rules of the federation do not work: ${english}. Nothing was started.`,
  )
