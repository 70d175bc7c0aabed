import type { Atom } from '#client/sheet/atom.ts'

/** Yes, no, or nobody has said it yet, as a choice. */
export const yesNo = (atom: Atom<boolean | null, boolean | null>) => ({
  path: atom.path,
  readOnly: atom.readOnly,
  value: atom.value === null ? null : atom.value ? ('yes' as const) : ('no' as const),
  write: (value: 'yes' | 'no' | null) => atom.set(value === null ? null : value === 'yes'),
})
