import * as Y from 'yjs'
import { mergeField } from '#shared/rules/mergeFields.ts'
import { type ProseMark, type ProseNode, proseMarkNames, proseNodeNames } from './prose.ts'
import { cleanText, cleanValue, isForbiddenKey, maxDepth } from './text.ts'

/** New prose: a plain text is a paragraph. */
export type ProseInput = readonly (string | ProseNode)[]

/** The words of a line as inline nodes: `{{name}}` is a merge field. */
export function inlineNodes(text: string, marks: readonly ProseMark[] = []): ProseNode[] {
  const withMarks = (part: string): ProseNode => ({
    type: 'text',
    text: part,
    ...(marks.length > 0 && { marks: [...marks] }),
  })
  const nodes: ProseNode[] = []
  let read = 0
  for (const found of text.matchAll(mergeField)) {
    if (found.index > read) nodes.push(withMarks(text.slice(read, found.index)))
    nodes.push({ type: 'mergeField', attrs: { name: found[1] } })
    read = found.index + found[0].length
  }
  if (read < text.length) nodes.push(withMarks(text.slice(read)))
  return nodes
}

export function paragraphNode(text: string): ProseNode {
  const content = inlineNodes(text)
  return { type: 'paragraph', ...(content.length > 0 && { content }) }
}

/** What `prose()` is given, as nodes the way the document reads them again. */
export const proseNodes = (input: ProseInput): ProseNode[] =>
  joinedTexts(
    input.map(entry => (typeof entry === 'string' ? paragraphNode(cleanText(entry)) : cleanNode(entry, 1))),
  )

const nodeNames: ReadonlySet<string> = new Set(proseNodeNames)
const markNames: ReadonlySet<string> = new Set(proseMarkNames)

/** Whether a value has the form of new prose; what the nodes are, `proseNodes` says. */
export const isProseInput = (input: readonly unknown[]): input is ProseInput =>
  input.every(entry => typeof entry === 'string' || isNode(entry))

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNode = (value: unknown): value is ProseNode =>
  isPlainObject(value) &&
  'type' in value &&
  typeof value.type === 'string' &&
  (!('attrs' in value) || isPlainObject(value.attrs)) &&
  (!('text' in value) || typeof value.text === 'string') &&
  (!('marks' in value) || (Array.isArray(value.marks) && value.marks.every(isNode))) &&
  (!('content' in value) || (Array.isArray(value.content) && value.content.every(isNode)))

/** Throws a TypeError for what this version's editor does not know: nobody here may write that. */
function cleanNode(node: ProseNode, depth: number): ProseNode {
  if (!nodeNames.has(node.type) || depth > maxDepth) throw new TypeError(`No node of prose: ${node.type}`)
  if (node.type === 'text') {
    const marks = (node.marks ?? []).map(cleanMark).sort((a, b) => (a.type < b.type ? -1 : 1))
    return { type: 'text', text: cleanText(node.text ?? ''), ...(marks.length > 0 && { marks }) }
  }
  const attrs = cleanAttrs(node.attrs)
  const content = joinedTexts((node.content ?? []).map(child => cleanNode(child, depth + 1)))
  return { type: node.type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }
}

function cleanMark({ type, attrs }: ProseMark): ProseMark {
  if (!markNames.has(type)) throw new TypeError(`No mark of prose: ${type}`)
  const cleaned = cleanAttrs(attrs)
  return { type, ...(cleaned && { attrs: cleaned }) }
}

function cleanAttrs(attrs: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const entries = Object.entries(attrs ?? {})
    .filter(([key, value]) => !isForbiddenKey(key) && value !== null && value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => {
      const cleaned = cleanValue(value)
      if (cleaned.state === 'refused') throw new TypeError(`No attribute of prose: ${key}`)
      return [key, cleaned.value]
    })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Neighbouring texts with the same marks are one text, an empty one is none: so they are read, too. */
function joinedTexts(nodes: readonly ProseNode[]): ProseNode[] {
  const joined: ProseNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type !== 'text') joined.push(node)
    else if (!node.text) continue
    else if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else joined.push(node)
  }
  return joined
}

/** New prose as elements, ready to be inserted into a fragment. Throws a TypeError (`proseNodes`). */
export const proseElements = (input: ProseInput): (Y.XmlElement | Y.XmlText)[] => elements(proseNodes(input))

function elements(nodes: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = []
  let run: ProseNode[] = []
  // texts in a row are one Y type, as the editor's binding writes them
  const endRun = () => {
    if (run.length > 0) made.push(textOf(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      run.push(node)
      continue
    }
    endRun()
    const element = new Y.XmlElement(node.type)
    // the types of Yjs promise texts only; the editor's binding writes numbers and flags as they are
    const attributes: { setAttribute(name: string, value: unknown): void } = element
    for (const [name, value] of Object.entries(node.attrs ?? {})) attributes.setAttribute(name, value)
    element.insert(0, elements(node.content ?? []))
    made.push(element)
  }
  endRun()
  return made
}

function textOf(run: readonly ProseNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    run.map(({ text: insert = '', marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}])),
    })),
  )
  return text
}
