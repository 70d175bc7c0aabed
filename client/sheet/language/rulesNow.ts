import { asAppError, rpc } from '#client/lib/rpc.ts'
import { type Readable, writable } from '#client/lib/store.ts'
import { answerOf, keepAnswer } from '#client/offline/deviceStore.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { mergeRules } from '#shared/rules/language/merge.ts'
import type { LanguageRules } from '#shared/rules/language/schema.ts'

const rules = writable<LanguageRules>(baseLanguageRules)
/** The rules of the program with those of the federation on top, once they are known (domain.md 4.5). */
export const rulesNow: Readable<LanguageRules> = rules

const answerName = 'languageRules'
let laid = 'null'
const passing: ReadonlySet<ErrorCode> = new Set([
  'unavailable',
  'signedOut',
  'storageFull',
  'storageUnavailable',
])

/** Rules of a newer server that this version cannot read change nothing. */
function lay(federation: unknown): void {
  const written = JSON.stringify(federation ?? null)
  if (written === laid) return
  const merged = federation ? mergeRules(baseLanguageRules, federation) : null
  if (merged?.state === 'refused') return
  laid = written
  rules.set(merged?.rules ?? baseLanguageRules)
}

/** What the device has kept, then what the server says. Without either the rules of the program stand. */
export async function loadRules(): Promise<void> {
  try {
    lay(await answerOf(answerName))
    const { federation } = await rpc.languageRules.current()
    lay(federation)
    await keepAnswer(answerName, federation)
  } catch (error) {
    // no network, or a device that keeps nothing: the next sheet asks again
    if (!passing.has(asAppError(error).code)) throw error
  }
}
