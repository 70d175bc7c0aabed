import { maxDepth } from '#shared/document/text.ts'
import { checkKey } from './forbiddenKey.ts'
import { RefusedUpdate } from './refusal.ts'

/**
 * How many levels of arrays and objects a JSON text nests: 0 for a plain value.
 * Throws `RefusedUpdate` for what is no JSON, nests deeper than 64 levels, or holds a forbidden key.
 */
export function jsonDepth(text: string): number {
  return depthOf(parse(text), 0)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RefusedUpdate('undecodable')
  }
}

function depthOf(value: unknown, level: number): number {
  if (typeof value !== 'object' || value === null) return level
  if (level >= maxDepth) throw new RefusedUpdate('tooDeep')
  let deepest = level + 1
  if (Array.isArray(value)) {
    for (const element of value) deepest = Math.max(deepest, depthOf(element, level + 1))
    return deepest
  }
  for (const [key, element] of Object.entries(value)) {
    checkKey(key)
    deepest = Math.max(deepest, depthOf(element, level + 1))
  }
  return deepest
}
