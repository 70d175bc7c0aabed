import { word } from './words.ts'

/** The parts of the sheet in their order; each stands at the path of the same name. */
export const parts = [
  'group',
  'slots',
  'contact',
  'affiliation',
  'partners',
  'responsible',
  'funding',
] as const
export type Part = (typeof parts)[number]

/** „Treffen“ for `slots/s1/from`; `null` for what nobody knows. */
export function placeWord(path: string): string | null {
  const part = parts.find(part => part === path.split('/')[0])
  return part ? word(`part.${part}`) : null
}
