import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { ProseNode } from '#shared/document/prose.ts'
import { proseElements } from '#shared/document/proseMaking.ts'

/** A number in [0, 1): a place is given as a fraction of what is there, so any subset of acts still runs. */
export const fraction = fc.integer({ min: 0, max: 999 }).map(value => value / 1000)
export const pick = <T>(from: readonly T[], at: number): T | undefined => from[Math.floor(at * from.length)]

const line = (text: string): ProseNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const item = (type: string, attrs?: Record<string, unknown>): ProseNode => ({
  type,
  ...(attrs && { attrs }),
  content: [line('Punkt')],
})
const row = (cell: string): ProseNode => ({ type: 'tableRow', content: [item(cell), item(cell)] })

/** One block of every sort that an editor can write. */
const blocks: readonly ProseNode[] = [
  { type: 'paragraph' },
  line('Ein Absatz'),
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'fett', marks: [{ type: 'bold' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'schräg', marks: [{ type: 'italic' }, { type: 'underline' }] },
      { type: 'mergeField', attrs: { name: 'gruppe.name' } },
    ],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Zwei' }] },
  { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Drei' }] },
  { type: 'bulletList', content: [item('listItem'), item('listItem')] },
  { type: 'orderedList', attrs: { start: 1 }, content: [item('listItem')] },
  { type: 'taskList', content: [item('taskItem', { checked: false }), item('taskItem', { checked: true })] },
  { type: 'blockquote', content: [line('Zitat')] },
  { type: 'table', content: [row('tableHeader'), row('tableCell')] },
]
const markSets: readonly Record<string, object | null>[] = [
  { bold: {} },
  { bold: null },
  { italic: {} },
  { underline: {} },
  { link: { href: 'https://example.org/' } },
  { link: { href: 'tel:+4930000' } },
]

/** What somebody does in running text. */
export type ProseAct =
  | { act: 'insert'; at: number; block: number }
  | { act: 'delete'; at: number }
  /** the block becomes one of another sort, with the same words */
  | { act: 'retype'; at: number; to: 'paragraph' | 'heading' }
  | { act: 'type'; text: number; at: number; word: string }
  | { act: 'cut'; text: number; at: number; length: number }
  | { act: 'mark'; text: number; at: number; length: number; marks: number }
  | { act: 'mergeField'; at: number }
  | { act: 'tick'; at: number }
  | { act: 'addRow'; at: number }
  | { act: 'addItem'; at: number }
export const proseActs = [
  'insert',
  'delete',
  'retype',
  'type',
  'cut',
  'mark',
  'mergeField',
  'tick',
  'addRow',
  'addItem',
] as const satisfies readonly ProseAct['act'][]
const losing: ReadonlySet<ProseAct['act']> = new Set(['delete', 'retype', 'cut'])

export const loses = (act: ProseAct): boolean => losing.has(act.act)

const oneAct = <A extends ProseAct['act']>(act: A) => fc.constant(act)
export const proseActArbitrary: fc.Arbitrary<ProseAct> = fc.oneof(
  fc.record({ act: oneAct('insert'), at: fraction, block: fc.nat(blocks.length - 1) }),
  fc.record({ act: oneAct('insert'), at: fraction, block: fc.nat(blocks.length - 1) }),
  fc.record({ act: oneAct('type'), text: fraction, at: fraction, word: fc.constantFrom('x', 'Wort ', 'ß') }),
  fc.record({ act: oneAct('type'), text: fraction, at: fraction, word: fc.constantFrom('y', ' und ', 'é') }),
  fc.record({ act: oneAct('delete'), at: fraction }),
  fc.record({
    act: oneAct('retype'),
    at: fraction,
    to: fc.constantFrom('paragraph' as const, 'heading' as const),
  }),
  fc.record({ act: oneAct('cut'), text: fraction, at: fraction, length: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    act: oneAct('mark'),
    text: fraction,
    at: fraction,
    length: fc.integer({ min: 1, max: 6 }),
    marks: fc.nat(markSets.length - 1),
  }),
  fc.record({ act: oneAct('mergeField'), at: fraction }),
  fc.record({ act: oneAct('tick'), at: fraction }),
  fc.record({ act: oneAct('addRow'), at: fraction }),
  fc.record({ act: oneAct('addItem'), at: fraction }),
)

/** Each act once, on a text that has every sort of block by then. */
export const everyAct: readonly ProseAct[] = [
  ...blocks.map((_, block): ProseAct => ({ act: 'insert', at: 0.999, block })),
  { act: 'type', text: 0.2, at: 0.5, word: 'Wort ' },
  { act: 'mark', text: 0.2, at: 0, length: 3, marks: 0 },
  { act: 'mark', text: 0.1, at: 0, length: 3, marks: 4 },
  { act: 'mergeField', at: 0.1 },
  { act: 'tick', at: 0 },
  { act: 'addRow', at: 0 },
  { act: 'addItem', at: 0 },
  { act: 'cut', text: 0.3, at: 0, length: 1 },
  { act: 'retype', at: 0.15, to: 'heading' },
  { act: 'delete', at: 0 },
]

/** Does it where there is something to do it to. */
export function doInProse(fragment: Y.XmlFragment, act: ProseAct): void {
  const elements = descendants(fragment)
  const called = (...names: string[]) => elements.filter(element => names.includes(element.nodeName))
  const texts = elements.flatMap(element => element.toArray().filter(child => child instanceof Y.XmlText))
  switch (act.act) {
    case 'insert': {
      const block = blocks[act.block]
      if (block) fragment.insert(Math.floor(act.at * (fragment.length + 1)), proseElements([block]))
      return
    }
    case 'delete':
      if (fragment.length > 0) fragment.delete(Math.floor(act.at * fragment.length), 1)
      return
    case 'retype':
      return retype(fragment, act.at, act.to)
    case 'type':
      return pick(texts, act.text)?.insert(placeIn(pick(texts, act.text), act.at), act.word)
    case 'cut': {
      const text = pick(texts, act.text)
      const at = placeIn(text, act.at)
      const length = Math.min(act.length, (text?.length ?? 0) - at)
      if (length > 0) text?.delete(at, length)
      return
    }
    case 'mark': {
      const text = pick(texts, act.text)
      const at = placeIn(text, act.at)
      const length = Math.min(act.length, (text?.length ?? 0) - at)
      if (length > 0) text?.format(at, length, markSets[act.marks] ?? {})
      return
    }
    case 'mergeField': {
      const line = pick(called('paragraph', 'heading'), act.at)
      return line?.insert(line.length, proseElements([{ type: 'mergeField', attrs: { name: 'gruppe.ort' } }]))
    }
    case 'tick': {
      // the types of Yjs promise texts only; the editor's binding writes flags as they are
      const task: { setAttribute(name: string, value: unknown): void } | undefined = pick(
        called('taskItem'),
        act.at,
      )
      return task?.setAttribute('checked', act.at < 0.5)
    }
    case 'addRow': {
      const table = pick(called('table'), act.at)
      return table?.insert(table.length, proseElements([row('tableCell')]))
    }
    case 'addItem': {
      const list = pick(called('bulletList', 'orderedList', 'taskList'), act.at)
      const sort = list?.nodeName === 'taskList' ? item('taskItem', { checked: false }) : item('listItem')
      return list?.insert(list.length, proseElements([sort]))
    }
  }
}

/** Editors replace a block whose sort changes: the old one goes, a new one has its words. */
function retype(fragment: Y.XmlFragment, at: number, to: 'paragraph' | 'heading'): void {
  const place = Math.floor(at * fragment.length)
  const block = fragment.length > 0 ? fragment.get(place) : null
  if (!(block instanceof Y.XmlElement) || !['paragraph', 'heading'].includes(block.nodeName)) return
  const words = block
    .toArray()
    .map(child => (child instanceof Y.XmlText ? child.toDelta().map(textIn).join('') : ''))
    .join('')
  const content: ProseNode[] = words === '' ? [] : [{ type: 'text', text: words }]
  fragment.delete(place, 1)
  fragment.insert(
    place,
    proseElements([{ type: to, ...(to === 'heading' && { attrs: { level: 2 } }), content }]),
  )
}

const textIn = (part: { insert?: unknown }): string => (typeof part.insert === 'string' ? part.insert : '')

const placeIn = (text: Y.XmlText | undefined, at: number): number =>
  Math.floor(at * ((text?.length ?? 0) + 1))

function descendants(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent
    .toArray()
    .flatMap(child => (child instanceof Y.XmlElement ? [child, ...descendants(child)] : []))
}
