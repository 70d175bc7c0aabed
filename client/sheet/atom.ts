import type { z } from 'zod'
import { useField } from '#client/document/hooks.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import type { KeysOf } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { useSheet } from './sheetContext.ts'
import { attempt, step } from './writing.ts'

/** One atomic value of the document, bound: what stands there, and how it is written. */
export interface Atom<Out, In> {
  readonly value: Out
  readonly path: string
  readonly readOnly: boolean
  /** For values that the control itself keeps valid (a choice, a tick). One step on the undo stack. */
  set(value: In): void
  /** For what is typed: a value that breaks the schema is answered, not thrown. */
  try(value: In): Written
}

export function useAtom<O extends z.ZodObject, K extends KeysOf<O, 'atom'> & keyof z.output<O> & string>(
  record: RecordHandle<O>,
  key: K,
): Atom<z.output<O>[K], z.input<O['shape'][K]>> {
  const { session, readOnly } = useSheet()
  const value = useField(record, key)
  return {
    value,
    path: [...record.path, key].join('/'),
    readOnly,
    set: next => step(session, () => record.set(key, next)),
    try: next =>
      attempt(
        session,
        () => record.set(key, next),
        () => {
          const stands: unknown = record.get(key)
          return typeof stands === 'string' || typeof stands === 'number' ? String(stands) : ''
        },
      ),
  }
}

const common = (atom: Atom<unknown, never>) => ({ path: atom.path, readOnly: atom.readOnly })

/** Text that is '' when nothing is entered (titles, numbers). */
export const plainText = (atom: Atom<string, string>) => ({
  ...common(atom),
  value: atom.value,
  write: (text: string) => atom.try(text.trim()),
})

/** Text that is absent when nothing is entered. */
export const optionalText = (atom: Atom<string | null, string | null>) => ({
  ...common(atom),
  value: atom.value ?? '',
  write: (text: string) => atom.try(text.trim() === '' ? null : text.trim()),
})

/** Text that is absent (`undefined`) when nothing is entered. */
export const looseText = (atom: Atom<string | undefined, string | undefined>) => ({
  ...common(atom),
  value: atom.value ?? '',
  write: (text: string) => atom.try(text.trim() === '' ? undefined : text.trim()),
})

/** Days and times of day. */
export const moment = (atom: Atom<string | null, string | null>) => ({
  ...common(atom),
  value: atom.value,
  write: (value: string | null) => atom.try(value),
})

export const number = (atom: Atom<number | null, number | null>) => ({
  ...common(atom),
  value: atom.value,
  write: (value: number | null) => atom.try(value),
})

/** A choice that may be empty. */
export const choice = <V extends string>(atom: Atom<V | null, V | null | undefined>) => ({
  ...common(atom),
  value: atom.value,
  write: (value: V | null) => atom.set(value),
})

/** A choice that always has a value. */
export const firmChoice = <V extends string>(atom: Atom<V, V | undefined>) => ({
  ...common(atom),
  value: atom.value,
  write: (value: V | null) => {
    if (value !== null) atom.set(value)
  },
})

export const people = (atom: Atom<string[], string[]>) => ({
  ...common(atom),
  value: atom.value,
  write: (ids: string[]) => atom.set(ids),
})
