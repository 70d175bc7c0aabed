import type { ProseNode } from '#shared/document/prose.ts'
import type { HtmlElement } from './htmlTree.ts'

/**
 * Word writes lists as paragraphs that say which list they belong to, how deep, and with which sign they begin
 * (`mso-list: l0 level2 lfo1`). Until the block around them is read they are lines of a list.
 */
export type ListItem = {
  readonly type: 'listLine'
  readonly attrs: ListPlace
  readonly content: ProseNode[]
}
type ListPlace = { readonly level: number; readonly number: number | null }

const level = /\blevel(\d)/u
/** „1.“, „2)“, „a.“, „iv)“: a number; anything else is a point. */
const numbered = /^\s*\(?(?:(\d{1,4})|[a-z]{1,5})[.)]/iu

/** Where a paragraph stands in a list of Word; `null` for any other. */
export function listPlace(element: HtmlElement): ListPlace | null {
  const list = element.style.get('mso-list')
  if (element.name !== 'p' || list === undefined || list === 'ignore' || list === 'none') return null
  const found = numbered.exec(signOf(element))
  return {
    level: Number(level.exec(list)?.[1] ?? 1),
    number: found ? Number(found[1] ?? 1) : null,
  }
}

/** The sign before the words, which Word puts into a span that readers of lists shall ignore. */
function signOf(element: HtmlElement): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.style.get('mso-list') === 'ignore') return textOf(child)
    const inside = signOf(child)
    if (inside !== '') return inside
  }
  return ''
}

const textOf = (element: HtmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')

type Line = ProseNode & { readonly attrs: Record<string, unknown> }
const isLine = (node: ProseNode | undefined): node is Line => node?.type === 'listLine'
const levelOf = (line: Line): number => Number(line.attrs.level)
const numberOf = (line: Line): number | null =>
  line.attrs.number === null ? null : Number(line.attrs.number)

/** Lines that follow each other become lists, deeper ones within the line before them. */
export function joinLists(blocks: readonly ProseNode[]): ProseNode[] {
  const joined: ProseNode[] = []
  let at = 0
  while (at < blocks.length) {
    const lines: Line[] = []
    for (let next = blocks[at]; isLine(next); next = blocks[at]) {
      lines.push(next)
      at += 1
    }
    for (const list of listsOf(lines)) joined.push(list)
    const other = blocks[at]
    if (other && !isLine(other)) {
      joined.push(other)
      at += 1
    }
  }
  return joined
}

function listsOf(lines: readonly Line[]): ProseNode[] {
  const lists: ProseNode[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines[at]
    if (!first) break
    const number = numberOf(first)
    const items: ProseNode[] = []
    // one list: lines of this depth or deeper, and of the same kind
    while (at < lines.length) {
      const line = lines[at]
      if (!line || levelOf(line) < levelOf(first)) break
      if (levelOf(line) === levelOf(first) && (numberOf(line) === null) !== (number === null)) break
      const deeper: Line[] = []
      at += 1
      for (let next = lines[at]; next && levelOf(next) > levelOf(first); next = lines[at]) {
        deeper.push(next)
        at += 1
      }
      const content = line.content ?? []
      items.push({
        type: 'listItem',
        content: [
          content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' },
          ...listsOf(deeper),
        ],
      })
    }
    lists.push(
      number === null
        ? { type: 'bulletList', content: items }
        : { type: 'orderedList', ...(number > 1 && { attrs: { start: number } }), content: items },
    )
  }
  return lists
}
