import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { AnySession, DocumentSession } from '#client/document/session.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import type { Finding } from '#shared/document/finding.ts'
import type { FindingsByPath } from './findingsByPath.ts'

/** What every part of a sheet needs, whatever its kind. */
export type AnySheet = {
  readonly session: AnySession
  readonly readOnly: boolean
  readonly findings: FindingsByPath
  /** the sentence for a finding: what is the matter and what helps */
  findingText(this: void, finding: Finding): string
  /** „TOP 5“, „Finanzplan“ … for a path of the document; `null` for what nobody knows */
  placeWord: (path: string) => string | null
  /** who may be named in a field */
  readonly people: readonly Option[]
  /** the name under which the document shows a person; the id itself if nobody knows it */
  nameOf: (id: string) => string
  /** the time on which „jetzt“ is based */
  now: () => Date
}

export type SheetContext<D extends z.ZodObject> = AnySheet & { readonly session: DocumentSession<D> }

const Context = createContext<AnySheet | null>(null)
export const SheetProvider = Context.Provider

export function useSheet(): AnySheet {
  const sheet = useContext(Context)
  if (!sheet) throw new Error('A part of the sheet was rendered outside of a sheet')
  return sheet
}

/** `useSheet` for the parts of one kind: they are rendered in sheets of that kind only. */
export const typedSheet =
  <D extends z.ZodObject>() =>
  (): SheetContext<D> =>
    useSheet() as SheetContext<D>
