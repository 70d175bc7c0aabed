import { useMemo, useSyncExternalStore } from 'react'
import type { Readable } from '#client/lib/store.ts'
import { deletedAtName } from '#shared/document/container.ts'
import type { ListHandle } from '#shared/document/handle.ts'
import type { blockSchema } from '#shared/kinds/kitItem/schema.ts'

export type Removed = { readonly id: string; readonly title: string }

/** The blocks that were left out and can be brought back: all content of a removed entry is kept. */
export function useRemoved(list: ListHandle<typeof blockSchema>): readonly Removed[] {
  const { y } = list
  // oxlint-disable-next-line react/exhaustive-deps
  const source = useMemo(() => removedOf(list), [y])
  return useSyncExternalStore(source.subscribe, source.get)
}

function removedOf({ y }: ListHandle<typeof blockSchema>): Readable<readonly Removed[]> {
  const read = (): readonly Removed[] =>
    [...y.keys()]
      .flatMap((id): Removed[] => {
        const entry: unknown = y.get(id)
        if (!isMap(entry) || typeof entry.get(deletedAtName) !== 'number') return []
        const title: unknown = entry.get('title')
        return typeof title === 'string' && title.trim() !== '' ? [{ id, title }] : []
      })
      .toSorted((left, right) => (left.id < right.id ? -1 : 1))
  let value = read()
  return {
    get: () => value,
    subscribe: listener => {
      const renew = () => {
        const next = read()
        if (JSON.stringify(next) === JSON.stringify(value)) return
        value = next
        listener()
      }
      y.observeDeep(renew)
      renew()
      return () => y.unobserveDeep(renew)
    },
  }
}

const isMap = (entry: unknown): entry is { get(key: string): unknown } =>
  typeof entry === 'object' && entry !== null && 'get' in entry && typeof entry.get === 'function'
