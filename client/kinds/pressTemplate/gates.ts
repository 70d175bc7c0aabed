import { projectionOf } from '#client/document/hooks.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import type { Readable } from '#client/lib/store.ts'
import type { FindingsByPath } from '#client/sheet/findingsByPath.ts'
import type { LanguageCheck } from '#client/sheet/language/languageCheck.ts'
import { type Finding, findings } from '#shared/kinds/pressTemplate/findings.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { memberFunction } from './memberFunction.ts'
import type { PressSession } from './usePress.ts'

const none: readonly Finding[] = []

/**
 * The gates of domain.md 4.4 as they stand now. They change with the text, with the facts of the group and with what
 * the language check has found; lists keep their identity while they say the same.
 */
export function gatesOf(session: PressSession, group: Readable<Facts>, check: LanguageCheck): FindingsByPath {
  const projection = projectionOf<PressDraft>(session)
  let seen: readonly unknown[] = []
  let all: readonly Finding[] = none
  let byPath = new Map<string, readonly Finding[]>()
  const renew = () => {
    const [{ value }, facts, language] = [projection.get(), group.get(), check.get()]
    const now = [value, facts, language]
    if (now.every((part, index) => part === seen[index])) return
    seen = now
    const next = findings(value, {
      facts,
      language,
      now: serverNow(),
      functionOf: person => memberFunction(session.members, person),
    })
    if (JSON.stringify(next) === JSON.stringify(all)) return
    const before = byPath
    all = next
    byPath = new Map(
      [...Map.groupBy(next, finding => finding.path.join('/'))].map(([path, list]) => {
        const old = before.get(path)
        return [path, old && JSON.stringify(old) === JSON.stringify(list) ? old : list] as const
      }),
    )
  }
  return {
    get: () => {
      renew()
      return all
    },
    at: path => {
      renew()
      return byPath.get(path) ?? none
    },
    subscribe: listener => {
      const stops = [projection, group, check].map(source => source.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
