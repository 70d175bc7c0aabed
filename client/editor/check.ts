import type { Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Overlapping marks of one type carry a hash in their key, as y-tiptap writes them. */
const hashedMark = /^(.*)--[A-Za-z0-9+/=]{8}$/

/**
 * What an editor with this schema would destroy if it were bound to the fragment: y-tiptap deletes, for everybody,
 * nodes, marks and attributes it does not know, and nodes that do not fit together (STACK, y-tiptap).
 * An empty list: safe to bind. Names of types only, never content.
 *
 * Invariants:
 * - [ED1] No editor is bound to a fragment for which this list is not empty (P5).
 */
export function unknownContent(fragment: Y.XmlFragment, schema: Schema): string[] {
  const problems = new Set<string>()
  const children: readonly unknown[] = fragment.toArray()
  for (const child of children) {
    if (child instanceof Y.XmlElement) buildNode(child, schema, problems)
    else problems.add(child instanceof Y.XmlText ? 'text outside a block' : 'unknown content')
  }
  return [...problems]
}

function buildNode(element: Y.XmlElement, schema: Schema, problems: Set<string>): Node | null {
  const type = Object.hasOwn(schema.nodes, element.nodeName) ? schema.nodes[element.nodeName] : undefined
  if (!type || type.isText || type === schema.topNodeType) {
    problems.add(`node ${element.nodeName}`)
    return null
  }
  const attributes: Record<string, unknown> = element.getAttributes()
  for (const name of Object.keys(attributes)) {
    if (!Object.hasOwn(type.spec.attrs ?? {}, name)) problems.add(`attribute ${element.nodeName}.${name}`)
  }
  const content: Node[] = []
  const children: readonly unknown[] = element.toArray()
  for (const child of children) {
    if (child instanceof Y.XmlElement) {
      const node = buildNode(child, schema, problems)
      if (node) content.push(node)
    } else if (child instanceof Y.XmlText) content.push(...buildText(child, schema, problems))
    else problems.add('unknown content')
  }
  try {
    return type.createChecked(attributes, content)
  } catch {
    // what holds nothing is no loss: y-tiptap may tidy it away, as after two people emptied one list
    if (content.some(holdsSomething)) problems.add(`structure ${element.nodeName}`)
    return null
  }
}

const holdsSomething = (node: Node): boolean => node.textContent !== '' || !node.isTextblock

function buildText(text: Y.XmlText, schema: Schema, problems: Set<string>): Node[] {
  const nodes: Node[] = []
  const delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string') {
      problems.add('unknown content')
      continue
    }
    for (const [key, value] of Object.entries(attributes ?? {})) {
      const name = hashedMark.exec(key)?.[1] ?? key
      const mark = Object.hasOwn(schema.marks, name) ? schema.marks[name] : undefined
      if (!mark) problems.add(`mark ${name}`)
      else if (typeof value === 'object' && value !== null) {
        for (const attribute of Object.keys(value)) {
          if (!Object.hasOwn(mark.spec.attrs ?? {}, attribute)) problems.add(`attribute ${name}.${attribute}`)
        }
      }
    }
    if (insert !== '') nodes.push(schema.text(insert))
  }
  return nodes
}
