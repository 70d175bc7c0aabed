import * as Y from 'yjs'
import { type IssueList } from './issue.ts'
import { cleanText, cleanValue, isForbiddenKey, maxDepth } from './text.ts'

export type ProseMark = { type: string; attrs?: Record<string, unknown> }
/** A node in ProseMirror's JSON form. */
export type ProseNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: ProseNode[]
  text?: string
  marks?: ProseMark[]
}

/** What the editor's schema knows; anything else is kept, shown as it is and flagged (DM20). */
export const proseNodeNames = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'hardBreak',
  'mergeField',
  'text',
] as const
export const proseMarkNames = ['bold', 'italic', 'underline', 'link'] as const

const knownNodes: ReadonlySet<string> = new Set(proseNodeNames)
const knownMarks: ReadonlySet<string> = new Set(proseMarkNames)

/** The nodes of a fragment. Never throws; nodes below `maxDepth` levels are left out and flagged (DM19). */
export function projectProse(
  fragment: Y.XmlFragment,
  path: readonly string[],
  issues: IssueList,
): ProseNode[] {
  return projectChildren(fragment, path, issues, 1)
}

function projectChildren(
  parent: Y.XmlFragment,
  path: readonly string[],
  issues: IssueList,
  depth: number,
): ProseNode[] {
  if (depth > maxDepth) {
    if (parent.length > 0) issues.add(path, 'tooDeep')
    return []
  }
  const nodes: ProseNode[] = []
  // A peer can put any content into a fragment, whatever the types of Yjs promise.
  const children: readonly unknown[] = parent.toArray()
  for (const child of children) {
    if (child instanceof Y.XmlText) nodes.push(...projectText(child, path, issues))
    else if (child instanceof Y.XmlElement) nodes.push(projectElement(child, path, issues, depth))
    else issues.add(path, 'unknownNode')
  }
  return nodes
}

function projectElement(
  element: Y.XmlElement,
  path: readonly string[],
  issues: IssueList,
  depth: number,
): ProseNode {
  const type = cleanText(element.nodeName)
  if (!knownNodes.has(type) || type === 'text') issues.add(path, 'unknownNode', 'info')
  const attrs = plainAttributes(element.getAttributes(), path, issues)
  const content = projectChildren(element, path, issues, depth + 1)
  return {
    type,
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

function projectText(text: Y.XmlText, path: readonly string[], issues: IssueList): ProseNode[] {
  const nodes: ProseNode[] = []
  const delta: readonly { insert?: unknown; attributes?: object }[] = text.toDelta()
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string') {
      issues.add(path, 'unknownNode')
      continue
    }
    const cleaned = cleanText(insert)
    if (cleaned !== insert) issues.add(path, 'uncleanText', 'info')
    if (cleaned === '') continue
    const marks = projectMarks(attributes ?? {}, path, issues)
    nodes.push({ type: 'text', text: cleaned, ...(marks.length > 0 && { marks }) })
  }
  return nodes
}

/** Yjs gives attributes in the order of their arrival, which differs between replicas (DM22). */
const sortedEntries = (raw: object): [string, unknown][] =>
  Object.entries(raw).sort(([left], [right]) => (left < right ? -1 : 1))

/** Overlapping marks of one type carry a hash in their key (`link--AbCdEf12`), as y-tiptap writes them. */
const hashedMark = /^(.*)--[A-Za-z0-9+/=]{8}$/

function projectMarks(attributes: object, path: readonly string[], issues: IssueList): ProseMark[] {
  const marks: ProseMark[] = []
  for (const [key, raw] of sortedEntries(attributes)) {
    const type = cleanText(hashedMark.exec(key)?.[1] ?? key)
    if (!knownMarks.has(type)) issues.add(path, 'unknownMark', 'info')
    const isPlain = typeof raw === 'object' && raw !== null
    const attrs = isPlain ? plainAttributes({ [type]: raw }, path, issues)?.[type] : undefined
    const hasAttrs = typeof attrs === 'object' && attrs !== null && Object.keys(attrs).length > 0
    marks.push({ type, ...(hasAttrs && { attrs: { ...attrs } }) })
  }
  return marks
}

function plainAttributes(
  raw: object,
  path: readonly string[],
  issues: IssueList,
): Record<string, unknown> | undefined {
  const attrs: Record<string, unknown> = {}
  for (const [key, value] of sortedEntries(raw)) {
    const cleaned = cleanValue(value)
    if (isForbiddenKey(key) || cleaned.state === 'refused') issues.add(path, 'invalid', 'info')
    else if (cleaned.value !== undefined) attrs[cleanText(key)] = cleaned.value
  }
  return Object.keys(attrs).length > 0 ? attrs : undefined
}

const isInline = ({ type }: ProseNode): boolean =>
  type === 'text' || type === 'hardBreak' || type === 'mergeField'

/**
 * The text of each textblock in order, without marks: a hard break is a newline, a merge field `{{name}}`.
 * A table reads cell by cell, row by row.
 */
export function paragraphTexts(nodes: readonly ProseNode[]): string[] {
  const texts: string[] = []
  for (const node of nodes) {
    const content = node.content ?? []
    if (isInline(node)) texts.push(inlineText(node))
    else if (content.every(isInline)) texts.push(content.map(inlineText).join(''))
    else texts.push(...paragraphTexts(content))
  }
  return texts
}

function inlineText(node: ProseNode): string {
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'mergeField') return mergeFieldText(node.attrs?.name)
  return node.text ?? ''
}

/** A merge field as text; one that names nothing is nothing. */
const mergeFieldText = (name: unknown): string => (typeof name === 'string' ? `{{${name}}}` : '')
