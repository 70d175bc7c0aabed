import * as Y from 'yjs'
import type { OutboxEntry } from '#client/offline/outbox.ts'

export type ReplayFrame = { readonly ids: readonly string[]; readonly update: Uint8Array }

/**
 * Packs outbox entries, in their order, into as few updates as fit: each carries at most `maxBytes` of entries.
 * An entry that is larger by itself goes alone.
 */
export function replayFrames(entries: readonly OutboxEntry[], maxBytes: number): ReplayFrame[] {
  const packs: OutboxEntry[][] = []
  let size = 0
  for (const entry of entries) {
    const last = packs.at(-1)
    if (last && size + entry.bytes.length <= maxBytes) {
      last.push(entry)
      size += entry.bytes.length
    } else {
      packs.push([entry])
      size = entry.bytes.length
    }
  }
  return packs.map(pack => ({
    ids: pack.map(entry => entry.id),
    update: mergeInParts(pack.map(entry => entry.bytes)),
  }))
}

/** Merging very many updates at once is slower than linear: fold this many at a time. */
const mergePart = 300

/** One update that says what all of them say. */
export function mergeInParts(updates: readonly Uint8Array[]): Uint8Array {
  let merged = [...updates]
  while (merged.length > 1) {
    const next: Uint8Array[] = []
    for (let start = 0; start < merged.length; start += mergePart) {
      next.push(Y.mergeUpdates(merged.slice(start, start + mergePart)))
    }
    merged = next
  }
  return merged[0] ?? new Uint8Array([0, 0])
}
