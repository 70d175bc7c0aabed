import { type Config, ConfigError, readConfig } from '#server/config.ts'
import { stop } from './say.ts'

/** EX_CONFIG of sysexits: service managers take it as „starting again will not help“. */
const configExitCode = 78

/** The configuration, or the end of the process with the sentence that names the wrong variable. */
export function startConfig(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) stop({ german: error.german, english: error.message }, configExitCode)
    throw error
  }
}
