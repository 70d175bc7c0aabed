import { useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { text, useLanguage } from '#client/i18n/i18n.ts'
import type { Readable } from '#client/lib/store.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import { type MinutesSession, useMinutes } from './useMinutes.ts'

const agendas = new WeakMap<MinutesSession, Readable<readonly string[]>>()

/** The ids of the agenda in their order, read once per projection however many look; the same list while nothing in it changes. */
function agendaOf(session: MinutesSession): Readable<readonly string[]> {
  const known = agendas.get(session)
  if (known) return known
  const projection = projectionOf(session)
  let seen: unknown = null
  let ids: readonly string[] = []
  const readable: Readable<readonly string[]> = {
    get: () => {
      const { value } = projection.get()
      if (value === seen) return ids
      seen = value
      const next = value.agenda.map(({ id }) => id)
      if (next.join() !== ids.join()) ids = next
      return ids
    },
    subscribe: projection.subscribe,
  }
  agendas.set(session, readable)
  return readable
}

const optionLists = new WeakMap<readonly string[], Map<string, readonly Option[]>>()

/** The agenda as choices: by their numbers. The same list for all who ask, while nothing in it changes. */
export function useAgendaOptions(): readonly Option[] {
  const language = useLanguage()
  const { session } = useMinutes()
  const agenda = agendaOf(session)
  const ids = useSyncExternalStore(agenda.subscribe, agenda.get)
  const byLanguage = optionLists.get(ids) ?? new Map<string, readonly Option[]>()
  optionLists.set(ids, byLanguage)
  const known = byLanguage.get(language)
  if (known) return known
  const options = ids.map((id, index) => ({ value: id, label: text('agenda.top', { number: index + 1 }) }))
  byLanguage.set(language, options)
  return options
}
