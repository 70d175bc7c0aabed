import { useMemo, useRef, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import type { DocumentSession } from '#client/document/session.ts'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import type { ConceptDraft, conceptDraftSchema } from '#shared/kinds/concept/schema.ts'

export type ConceptSession = DocumentSession<typeof conceptDraftSchema>

/** What every part of a sheet of a concept needs. */
export const useConcept = typedSheet<typeof conceptDraftSchema>()

/** Something worked out from the whole concept (sums, links, lengths); renders again only when it says something else. */
export function useWorkedOut<T>(
  session: ConceptSession,
  of: (value: ConceptDraft) => T,
  /** what `of` rests on besides the concept */
  besides: unknown = null,
): T {
  const projection = useMemo(() => projectionOf(session), [session])
  const kept = useRef<{ value: ConceptDraft; besides: unknown; is: T } | null>(null)
  return useSyncExternalStore(projection.subscribe, () => {
    const { value } = projection.get()
    const before = kept.current
    if (before?.value === value && before.besides === besides) return before.is
    const next = of(value)
    const is = before && JSON.stringify(before.is) === JSON.stringify(next) ? before.is : next
    kept.current = { value, besides, is }
    return is
  })
}
