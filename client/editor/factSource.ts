import { createContext, useContext } from 'react'
import { type Readable, writable } from '#client/lib/store.ts'

/** Facts by their names in merge fields (domain.md 5.3), as the sheet shows them now. */
export type FactsNow = Readonly<Record<string, string>>

const FactSource = createContext<Readable<FactsNow>>(writable({}))
export const FactSourceProvider = FactSource.Provider

/** Where the facts of this sheet come from. Without a source every merge field is open. */
export const useFactSource = (): Readable<FactsNow> => useContext(FactSource)
