import type { Atom } from '#client/sheet/atom.ts'

/** A number that is `null` when nothing is entered, bound to a field. */
export const numberOf = (atom: Atom<number | null, number | null | undefined>) => ({
  path: atom.path,
  readOnly: atom.readOnly,
  value: atom.value,
  write: (value: number | null) => atom.try(value),
})
