import { word } from './words.ts'

/** The parts of the sheet in their order; each stands at the path of the same name. */
export const parts = [
  'embargo',
  'event',
  'text',
  'access',
  'quotes',
  'images',
  'boilerplate',
  'contact',
  'crisis',
  'local',
] as const
export type Part = (typeof parts)[number]

const inText = ['headline', 'subheading', 'lead', 'body'] as const

/** „Vorspann“ for `text/lead`, „Zitate“ for `quotes/Q1/text`; `null` for what nobody knows. */
export function placeWord(path: string): string | null {
  const [root, field] = path.split('/')
  const text = root === 'text' ? inText.find(name => name === field) : undefined
  if (text) return word(`part.${text}`)
  if (root === 'header') return word('part.head')
  if (root === 'responsible') return word('part.contact')
  if (root === 'values') return word('part.values')
  const part = parts.find(name => name === root)
  return part ? word(`part.${part}`) : null
}
