import { createContext, useContext } from 'react'
import type { MinutesSession } from '#client/document/session.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import type { FindingsByPath } from './findingsByPath.ts'

/** What every part of a sheet of minutes needs. */
export type SheetContext = {
  readonly session: MinutesSession
  readonly readOnly: boolean
  readonly findings: FindingsByPath
  /** the members of the space, for fields that name a person */
  readonly people: readonly Option[]
  /** the display name of a member or of a guest in the attendance list; the id itself if nobody knows it */
  nameOf: (id: string) => string
  /** the time on which „jetzt“ is based */
  now: () => Date
}

const Context = createContext<SheetContext | null>(null)
export const SheetProvider = Context.Provider

export function useSheet(): SheetContext {
  const sheet = useContext(Context)
  if (!sheet) throw new Error('A part of the sheet was rendered outside of a sheet')
  return sheet
}
