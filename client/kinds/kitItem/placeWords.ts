import { word } from './words.ts'

/** „Abschnitt 3“ for `blocks/b02/body`; `null` for what nobody knows. */
export function placeWord(path: string, blocks: readonly string[]): string | null {
  const [part, id = ''] = path.split('/')
  if (part === 'header') return word('about.title')
  const place = blocks.indexOf(id)
  return part === 'blocks' && place >= 0 ? word('block.of', { number: place + 1 }) : null
}
