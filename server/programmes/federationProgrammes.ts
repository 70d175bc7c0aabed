import { ConfigError } from '#server/config.ts'
import { readJsonFile } from '#server/lib/readJsonFile.ts'
import { shippedProgrammes } from '#shared/programmes/networkProgramme.ts'
import { readProgrammes } from '#shared/programmes/read.ts'
import type { Programmes } from '#shared/programmes/schema.ts'

/**
 * The programmes of the federation (domain.md 1.2), read once at the start; without a file those that come with the
 * program.
 * @throws ConfigError that names the file and every fault in it
 */
export function readFederationProgrammes(file: string | null): Programmes {
  if (file === null) return shippedProgrammes
  const read = readProgrammes(readJsonFile(file, fault))
  if (read.state === 'read') return read.programmes
  const german = read.faults.map(({ at, de }) => `${at} (${de})`).join(', ')
  const english = read.faults.map(({ at, en }) => `${at} (${en})`).join(', ')
  throw fault(`in ${file}: ${german}`, `in ${file}: ${english}`)
}

const fault = (german: string, english: string): ConfigError =>
  new ConfigError(
    'PROGRAMMES',
    `Die Programme des Verbands gehen so nicht: ${german}. Es wurde nichts gestartet.`,
    `The programmes of the federation do not work: ${english}. Nothing was started.`,
  )
