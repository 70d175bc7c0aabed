import { maxDepth } from '#shared/document/text.ts'
import type { ByteReader } from './byteReader.ts'
import { checkKey } from './forbiddenKey.ts'
import { RefusedUpdate } from './refusal.ts'

/** What was met inside of values beside plain JSON. */
export type Met = { binary: boolean }

/**
 * Reads past one value of the „any“ encoding; gives how many levels of arrays and objects it nests.
 * Throws `RefusedUpdate` for an unknown tag, more than 64 levels, a forbidden key.
 */
export function anyDepth(reader: ByteReader, met: Met, level = 0): number {
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return level
    case 125:
      reader.skipInt()
      return level
    case 124: // float32
      reader.skip(4)
      return level
    case 123: // float64
    case 122: // bigint
      reader.skip(8)
      return level
    case 119:
      reader.textLength()
      return level
    case 118:
      return objectDepth(reader, met, level)
    case 117:
      return arrayDepth(reader, met, level)
    case 116:
      reader.skip(reader.count())
      met.binary = true
      return level
    default:
      throw new RefusedUpdate('undecodable')
  }
}

function objectDepth(reader: ByteReader, met: Met, level: number): number {
  if (level >= maxDepth) throw new RefusedUpdate('tooDeep')
  let deepest = level + 1
  for (let left = reader.count(); left > 0; left--) {
    checkKey(reader.text())
    deepest = Math.max(deepest, anyDepth(reader, met, level + 1))
  }
  return deepest
}

function arrayDepth(reader: ByteReader, met: Met, level: number): number {
  if (level >= maxDepth) throw new RefusedUpdate('tooDeep')
  let deepest = level + 1
  for (let left = reader.count(); left > 0; left--) {
    deepest = Math.max(deepest, anyDepth(reader, met, level + 1))
  }
  return deepest
}

// What Yjs itself writes of a subdocument's options; others would overwrite its fields, its id say (b14).
const subdocumentOptions: ReadonlySet<string> = new Set(['gc', 'autoLoad', 'meta'])

/** Reads past the options of a subdocument: an object with the keys that Yjs writes. */
export function subdocumentDepth(reader: ByteReader, met: Met): number {
  if (reader.byte() !== 118) throw new RefusedUpdate('undecodable')
  let deepest = 1
  for (let left = reader.count(); left > 0; left--) {
    if (!subdocumentOptions.has(reader.text())) throw new RefusedUpdate('forbiddenKey')
    deepest = Math.max(deepest, anyDepth(reader, met, 1))
  }
  return deepest
}
