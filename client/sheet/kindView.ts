import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Section } from '#client/document/readable.ts'
import type { DocumentSession } from '#client/document/session.ts'
import type { Language } from '#client/i18n/i18n.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'

/** The words by which a kind is known before one of its documents is opened. */
export type KindLabel = Readonly<Record<Language, KindWords>>
export type KindWords = {
  /** what one document of this kind is called */
  readonly one: string
  /** what documents of this kind are called together, in a space */
  readonly shelf: string
  /** how somebody begins one by themselves: the word to press, the question for its title, an example; or never */
  readonly begin: { readonly word: string; readonly ask: string; readonly example: string } | null
}

/** How documents of a kind are shown. */
export interface KindView<D extends z.ZodObject> {
  /** the whole page below the top line; `slips` lie on top of the paper */
  Sheet(this: void, props: { readonly session: DocumentSession<D>; readonly slips: ReactNode }): ReactNode
  /** as the top line and the browser's tab show it; '' without one */
  title(this: void, value: z.output<D>): string
  /** one word or two of what the document is at; '' where there is nothing to say; `rows`: what was decided about it */
  state(this: void, value: z.output<D>, rows: readonly LedgerRow[]): string
  /** the document as a person reads it; without rows, as it was written: for texts that were set aside */
  readable(
    this: void,
    value: z.output<D>,
    nameOf: (id: string) => string,
    rows: readonly LedgerRow[],
  ): readonly Section[]
}

/** The view of a document whose kind is known by its name only: given to sessions of that kind only. */
export interface AnyView {
  Sheet(this: void, props: { readonly session: unknown; readonly slips: ReactNode }): ReactNode
  title(this: void, value: unknown): string
  state(this: void, value: unknown, rows: readonly LedgerRow[]): string
  readable(
    this: void,
    value: unknown,
    nameOf: (id: string) => string,
    rows: readonly LedgerRow[],
  ): readonly Section[]
}
