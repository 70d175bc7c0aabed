import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { FactSourceProvider } from '#client/editor/factSource.ts'
import { type Readable, useStore, writable } from '#client/lib/store.ts'
import type { DocumentId } from '#shared/ids.ts'
import type { GroupChoice, GroupFacts, GroupRecordState } from './groupFacts.ts'
import { groupFactsOf } from './groupFacts.ts'

const nowhere: Pick<GroupFacts, 'record' | 'choices' | 'kit'> = {
  record: writable<GroupRecordState>({ state: 'none' }),
  choices: writable<readonly GroupChoice[] | null>(null),
  kit: writable<DocumentId | null>(null),
}
const Context = createContext(nowhere)

/** The facts of the group for everything within: merge fields of texts and fields, the lid of a kit. */
export function GroupFactsProvider(props: { readonly session: AnySession; readonly children: ReactNode }) {
  const { session } = props
  const source = useMemo(() => groupFactsOf(session), [session])
  useEffect(() => source.begin(), [source])
  return (
    <Context.Provider value={source}>
      <FactSourceProvider value={source.facts}>{props.children}</FactSourceProvider>
    </Context.Provider>
  )
}

/** The group record whose facts this sheet shows. */
export const useGroupRecord = (): GroupRecordState => useStore(useContext(Context).record)

/** Whether the document lies in a kit, whose group it shows unless it names one itself. */
export const useIsInKit = (): boolean => useStore(useContext(Context).kit) !== null

/** The group records of the space. */
export function useGroupChoices(): readonly GroupChoice[] {
  const choices: Readable<readonly GroupChoice[] | null> = useContext(Context).choices
  return useStore(choices) ?? none
}
const none: readonly GroupChoice[] = []
