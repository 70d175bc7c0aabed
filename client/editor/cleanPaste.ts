import type { ProseMark, ProseNode } from '#shared/document/prose.ts'
import { inlineNodes, proseNodes } from '#shared/document/proseMaking.ts'
import { mergeField } from '#shared/rules/mergeFields.ts'
import { cleanLetters } from './cleanLetters.ts'
import { type HtmlChild, type HtmlElement, htmlTree, isBlockName } from './htmlTree.ts'
import { safeHref } from './links.ts'
import { cleanTable } from './pastedTable.ts'
import { joinLists, type ListItem, listPlace } from './wordLists.ts'

/** What was pasted as prose, and how much of it had no place in it. */
export type Cleaned = {
  readonly nodes: ProseNode[]
  /** pictures; they would tell another server who reads here (THREATS b48) */
  readonly images: number
  /** addresses other than https, mailto and tel (THREATS b47); their words stay */
  readonly links: number
}

/**
 * HTML from another program as prose of this one: paragraphs, headings, lists, tables, quotes, links, bold, italic,
 * underlined; nothing else of it stays (THREATS b47–b49). Word, LibreOffice, Google Docs and web pages each say the
 * same in their own way.
 */
export function cleanPaste(html: string): Cleaned {
  const paste = new Paste()
  const blocks = paste.blocks(htmlTree(html).children, plain)
  return { nodes: proseNodes(inOrder(blocks)), images: paste.images, links: paste.links }
}

/** How text stands where it is: what the elements around it say. */
type Around = {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly href: string | null
  readonly pre: boolean
}
const plain: Around = { bold: false, italic: false, underline: false, href: null, pre: false }

const smiley = /^\p{Extended_Pictographic}\ufe0f?$/u
/** What has no words for prose. */
const dropped = new Set(
  'audio button canvas embed head link math meta object option picture select svg video'.split(' '),
)

class Paste {
  images = 0
  links = 0

  /** Blocks of these children; texts between blocks are paragraphs. */
  blocks(children: readonly HtmlChild[], around: Around): ProseNode[] {
    const blocks: ProseNode[] = []
    let line: ProseNode[] = []
    const endLine = () => {
      append(blocks, paragraphsOf(line))
      line = []
    }
    for (const child of children) {
      if (typeof child === 'string' || !holdsBlocks(child)) {
        append(line, this.inline(child, around))
        continue
      }
      endLine()
      append(blocks, this.#block(child, around))
    }
    endLine()
    return joinLists(blocks)
  }

  inline(child: HtmlChild, around: Around): ProseNode[] {
    if (typeof child === 'string') return textNodes(child, around)
    if (isHidden(child)) return []
    const field = child.attributes.get('data-merge-field')
    if (field !== undefined && `{{${field}}}`.replaceAll(mergeField, '') === '') {
      return [{ type: 'mergeField', attrs: { name: field } }]
    }
    if (child.name === 'br') return isOwnBreak(child) ? [] : [{ type: 'hardBreak' }]
    if (child.name === 'img' || child.name === 'v:imagedata') return this.#image(child, around)
    const inside = this.#inside(child, around)
    return child.children.flatMap(inner => this.inline(inner, inside))
  }

  #block(element: HtmlElement, around: Around): ProseNode[] {
    if (isHidden(element)) return []
    const inside = this.#inside(element, around)
    const { name } = element
    const place = listPlace(element)
    if (place) {
      const content = this.#oneLine(element, inside)
      return content.length > 0 ? [{ type: 'listLine', attrs: place, content } satisfies ListItem] : []
    }
    switch (name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(element, Number(name.slice(1)), inside)
      case 'ul':
      case 'ol':
        return this.#list(element, inside)
      case 'table':
        return cleanTable(element, content => this.blocks(content, inside))
      case 'blockquote': {
        const content = this.blocks(element.children, inside)
        return content.length > 0 ? [{ type: 'blockquote', content }] : []
      }
      case 'pre':
        return this.blocks(element.children, { ...inside, pre: true })
      case 'hr':
        return []
      default:
        if (element.attributes.get('class')?.toLowerCase().includes('msotitle')) {
          return this.#heading(element, 1, inside)
        }
        return this.blocks(element.children, inside)
    }
  }

  /** A heading has one line; levels are put in order at the end. */
  #heading(element: HtmlElement, level: number, around: Around): ProseNode[] {
    const content = this.#oneLine(element, { ...around, bold: false })
    return content.length > 0 ? [{ type: 'heading', attrs: { level }, content }] : []
  }

  #oneLine(element: HtmlElement, around: Around): ProseNode[] {
    const lines = this.blocks(element.children, around).flatMap(block =>
      block.type === 'paragraph' ? [block.content ?? []] : linesOf(block),
    )
    const told = lines.filter(line => line.length > 0)
    return told.flatMap((line, index) => (index > 0 ? [{ type: 'hardBreak' }, ...line] : line))
  }

  #list(list: HtmlElement, around: Around): ProseNode[] {
    const items: ProseNode[] = []
    let isTaskList = false
    for (const child of list.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') items.push(itemOf(this.blocks([child], around)))
        continue
      }
      const last = items.at(-1)
      // a list directly in a list belongs to the item before it
      if ((child.name === 'ul' || child.name === 'ol') && last) {
        append(last.content ?? [], this.#list(child, around))
        continue
      }
      const box = child.name === 'li' ? tickOf(child) : null
      const content = this.blocks(child.name === 'li' ? child.children : [child], around)
      if (content.length === 0) continue
      isTaskList ||= box !== null
      items.push({ ...itemOf(content), ...(box !== null && { attrs: { checked: box } }) })
    }
    if (items.length === 0) return []
    if (isTaskList) {
      return [
        {
          type: 'taskList',
          content: items.map(item => ({ attrs: { checked: false }, ...item, type: 'taskItem' })),
        },
      ]
    }
    if (list.name === 'ul') return [{ type: 'bulletList', content: items }]
    const start = Number(list.attributes.get('start') ?? 1)
    return [
      {
        type: 'orderedList',
        ...(Number.isInteger(start) && start > 1 && start < 10_000 && { attrs: { start } }),
        content: items,
      },
    ]
  }

  #image(image: HtmlElement, around: Around): ProseNode[] {
    const alt = image.attributes.get('alt') ?? ''
    // a smiley is a letter that somebody drew
    if (smiley.test(alt)) return textNodes(alt, around)
    this.images += 1
    return []
  }

  #inside(element: HtmlElement, around: Around): Around {
    const { name, style } = element
    const weight = style.get('font-weight')
    const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''
    const href = name === 'a' ? this.#href(element) : around.href
    return {
      bold:
        weight === undefined
          ? around.bold || name === 'b' || name === 'strong' || name === 'th'
          : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
      italic: style.has('font-style')
        ? style.get('font-style') === 'italic'
        : around.italic || name === 'i' || name === 'em' || name === 'cite',
      underline: around.underline || name === 'u' || name === 'ins' || decoration.includes('underline'),
      href,
      pre: around.pre || name === 'pre',
    }
  }

  #href(element: HtmlElement): string | null {
    const given = element.attributes.get('href')?.trim()
    if (given === undefined || given === '' || given.startsWith('#')) return null
    const href = safeHref(given)
    if (href === null) this.links += 1
    return href
  }
}

const holdsBlocks = (element: HtmlElement): boolean =>
  isBlockName(element.name) || element.children.some(child => typeof child !== 'string' && holdsBlocks(child))

function isHidden({ name, style, attributes }: HtmlElement): boolean {
  return (
    dropped.has(name) ||
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    style.get('mso-list') === 'ignore' ||
    style.get('mso-element') === 'comment-list' ||
    (name === 'span' && attributes.get('class')?.toLowerCase() === 'msocommentreference')
  )
}

/** A spread of a hundred thousand would be too many arguments. */
function append(to: ProseNode[], nodes: readonly ProseNode[]): void {
  for (const node of nodes) to.push(node)
}

/** Breaks that programs put there for themselves. */
const isOwnBreak = ({ attributes, style }: HtmlElement): boolean =>
  attributes.get('class') === 'Apple-interchange-newline' || style.has('mso-break-type')

function textNodes(raw: string, around: Around): ProseNode[] {
  const marks: ProseMark[] = [
    ...(around.bold ? [{ type: 'bold' }] : []),
    ...(around.italic ? [{ type: 'italic' }] : []),
    // a link is underlined anyhow
    ...(around.href === null ? [] : [{ type: 'link', attrs: { href: around.href } }]),
    ...(around.underline && around.href === null ? [{ type: 'underline' }] : []),
  ]
  const text = cleanLetters(raw)
  if (!around.pre)
    return inlineNodes(text.replace(/[ \t\n\r\f]+/gu, ' ').replace(/[ \u00a0]{2,}/gu, ' '), marks)
  return text.split(/\r?\n/u).flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...inlineNodes(
      line.replaceAll('\t', '    ').replace(/^ +/u, spaces => '\u00a0'.repeat(spaces.length)),
      marks,
    ),
  ])
}

/** Two breaks in a row end a paragraph; spaces at its ends, and lines with nothing in them, are none. */
function paragraphsOf(line: readonly ProseNode[]): ProseNode[] {
  const paragraphs: ProseNode[][] = [[]]
  for (const node of line) {
    const now = paragraphs.at(-1) ?? []
    if (node.type === 'hardBreak' && now.at(-1)?.type === 'hardBreak') {
      now.pop()
      paragraphs.push([])
    } else now.push(node)
  }
  return paragraphs
    .map(trimmed)
    .filter(content => content.length > 0)
    .map(content => ({ type: 'paragraph', content }))
}

const endSpace = /[ \u00a0]+$/u
const startSpace = /^[ \u00a0]+/u

/** Without spaces and breaks at the ends, and without a second space after a space. */
function trimmed(line: readonly ProseNode[]): ProseNode[] {
  const content: ProseNode[] = []
  for (const node of line) {
    const before = content.at(-1)
    const isAfterSpace =
      before === undefined || before.type === 'hardBreak' || /[ \u00a0]$/u.test(before.text ?? '')
    // after a break hard spaces are the indentation of a program
    const space = before?.type === 'hardBreak' ? /^ +/u : startSpace
    const text = node.type === 'text' && isAfterSpace ? (node.text ?? '').replace(space, '') : node.text
    if (node.type === 'text' && text === '') continue
    if (node.type === 'hardBreak' && before === undefined) continue
    content.push(node.type === 'text' ? { ...node, text: text ?? '' } : node)
  }
  for (let last = content.at(-1); last; last = content.at(-1)) {
    const text = last.type === 'text' ? (last.text ?? '').replace(endSpace, '') : null
    if (last.type !== 'hardBreak' && text === null) break
    content.pop()
    if (text) {
      content.push({ ...last, text })
      break
    }
  }
  return content
}

/** The lines of a block as runs of inline nodes. */
const linesOf = (block: ProseNode): ProseNode[][] =>
  block.type === 'paragraph' || block.type === 'heading' || block.type === 'listLine'
    ? [block.content ?? []]
    : (block.content ?? []).flatMap(linesOf)

/** An item begins with a paragraph. */
function itemOf(blocks: readonly ProseNode[]): ProseNode {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph') return { type: 'listItem', content: [...blocks] }
  if (first?.type === 'heading') {
    return { type: 'listItem', content: [{ ...first, type: 'paragraph', attrs: {} }, ...rest] }
  }
  return { type: 'listItem', content: [{ type: 'paragraph' }, ...blocks] }
}

/** Whether the item has a box to tick, and it is ticked. */
function tickOf(item: HtmlElement): boolean | null {
  const own = item.attributes.get('data-checked')
  if (own !== undefined) return own === 'true'
  if (item.attributes.get('role') === 'checkbox') return item.attributes.get('aria-checked') === 'true'
  const box = firstElements(item).find(
    ({ name, attributes }) => name === 'input' && attributes.get('type') === 'checkbox',
  )
  return box ? box.attributes.has('checked') : null
}

/** The elements before the first word of an item: a box stands among the first few or nowhere. */
function firstElements(element: HtmlElement, depth = 0): HtmlElement[] {
  const found: HtmlElement[] = []
  for (const child of element.children.slice(0, 4)) {
    if (typeof child !== 'string') found.push(child, ...(depth < 3 ? firstElements(child, depth + 1) : []))
    else if (child.trim() !== '') break
  }
  return found
}

/** Headings of a page begin at any level: its highest is a Zwischentitel here, all below are smaller ones. */
function inOrder(blocks: readonly ProseNode[]): ProseNode[] {
  const levels = blocks.flatMap(({ type, attrs }) => (type === 'heading' ? [Number(attrs?.level)] : []))
  const highest = Math.min(...levels)
  const renew = (node: ProseNode): ProseNode => {
    if (node.type === 'heading')
      return { ...node, attrs: { level: Number(node.attrs?.level) <= highest ? 2 : 3 } }
    return node.content ? { ...node, content: node.content.map(renew) } : node
  }
  return blocks.map(renew)
}
