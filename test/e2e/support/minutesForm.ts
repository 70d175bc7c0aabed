import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/**
 * A draft in a form in which two of them can be compared: texts as plain paragraphs, ids of one put in place of the
 * other's. Parts of the draft that nobody filled are the same in both.
 */
export function comparable(value: MinutesDraft, ids: ReadonlyMap<string, string> = new Map()): unknown {
  const json = [...ids].reduce(
    (text, [mine, page]) => text.replaceAll(`"${page}"`, `"${mine}"`),
    JSON.stringify(value),
  )
  return plain(JSON.parse(json))
}

function plain(value: unknown): unknown {
  if (isProse(value)) return paragraphTexts(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, plain(own)]))
}

const isProse = (value: unknown): value is ProseNode[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    node => typeof node === 'object' && node !== null && typeof node.type === 'string' && !('id' in node),
  )
