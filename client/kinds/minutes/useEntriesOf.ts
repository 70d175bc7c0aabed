import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** A list whose entries may belong to an agenda item. */
type Belonging = {
  readonly y: Y.Map<unknown>
  ids(): string[]
  get(id: string): { get(key: 'agendaItemId'): string | null } | null
}

/** What decides whether an entry is shown here: the id of its agenda item, `null` where it names none. */
type Belongs = (agendaItemId: string | null) => boolean

/** The ids of the entries that belong here, in their order; renders again only when these change. */
export function useEntriesOf(list: Belonging, belongs: Belongs): readonly string[] {
  const { y } = list
  const entries = useMemo(() => {
    let kept: readonly string[] = []
    return {
      get: () => {
        const next = list.ids().filter(id => {
          const entry = list.get(id)
          return entry !== null && belongs(entry.get('agendaItemId'))
        })
        if (next.join('/') !== kept.join('/')) kept = next
        return kept
      },
      subscribe: (listener: () => void) => {
        const observer = (events: readonly { readonly path: readonly unknown[] }[]) => {
          if (events.some(event => event.path.length <= 1)) listener()
        }
        y.observeDeep(observer)
        return () => y.unobserveDeep(observer)
      },
    }
    // a handle is a view on its Y type: a new handle on the same type shows the same
    // oxlint-disable-next-line react/exhaustive-deps
  }, [y, belongs])
  return useSyncExternalStore(entries.subscribe, entries.get)
}
