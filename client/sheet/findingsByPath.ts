import { useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import type { Readable } from '#client/lib/store.ts'
import type { Projection } from '#shared/document/defineKind.ts'
import type { Finding } from '#shared/document/finding.ts'

/** The findings of a document, whole and by the place they speak of. Lists keep their identity while they say the same. */
export interface FindingsByPath extends Readable<readonly Finding[]> {
  at(path: string): readonly Finding[]
}

const none: readonly Finding[] = []

/** `rules` reads a projection, and what is in `also`, and changes nothing; it is asked once per change of these. */
export function findingsOf<T>(
  session: Parameters<typeof projectionOf<T>>[0],
  rules: (value: T) => readonly Finding[],
  also: readonly Readable<unknown>[] = [],
): FindingsByPath {
  const projection: Readable<Projection<T>> = projectionOf(session)
  let seen: readonly unknown[] = []
  let all: readonly Finding[] = none
  let byPath = new Map<string, readonly Finding[]>()
  const renew = () => {
    const { value } = projection.get()
    const now = [value, ...also.map(readable => readable.get())]
    if (seen.length > 0 && now.every((part, place) => part === seen[place])) return
    seen = now
    const next = rules(value)
    if (JSON.stringify(next) === JSON.stringify(all)) return
    const before = byPath
    all = next
    byPath = new Map(
      Object.entries(Object.groupBy(next, finding => finding.path.join('/'))).map(([path, list = []]) => {
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
      const ends = [projection, ...also].map(readable => readable.subscribe(listener))
      return () => {
        for (const end of ends) end()
      }
    },
  }
}

/** The findings of one place; renders again only when they change. */
export const useFindingsAt = (source: FindingsByPath, path: string): readonly Finding[] =>
  useSyncExternalStore(source.subscribe, () => source.at(path))
