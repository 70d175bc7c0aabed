import { useMemo, useRef, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import { useMinutes } from './useMinutes.ts'

/** The agenda as choices: by their numbers. The same list while nothing in it changes. */
export function useAgendaOptions(): readonly Option[] {
  const t = useText()
  const { session } = useMinutes()
  const projection = useMemo(() => projectionOf(session), [session])
  const kept = useRef<readonly Option[]>([])
  return useSyncExternalStore(projection.subscribe, () => {
    const next = projection.get().value.agenda.map((item, index) => ({
      value: item.id,
      label: t('agenda.top', { number: index + 1 }),
    }))
    if (JSON.stringify(next) !== JSON.stringify(kept.current)) kept.current = next
    return kept.current
  })
}
