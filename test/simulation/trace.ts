import { crc32 } from 'node:zlib'

/** What happened in a run, as one number: two runs of one seed must have the same. */
export interface Trace {
  note(at: number, what: string, bytes?: Uint8Array): void
  readonly hash: number
  /** the last lines, when they are kept */
  readonly lines: readonly string[]
}

export function createTrace({ keepLines }: { keepLines: boolean }): Trace {
  let hash = 0
  const lines: string[] = []
  return {
    note(at, what, bytes) {
      hash = crc32(`${at} ${what}`, hash)
      if (bytes) hash = crc32(bytes, hash)
      if (keepLines) lines.push(`${at} ${what}${bytes ? ` ${bytes.length} bytes` : ''}`)
    },
    get hash() {
      return hash
    },
    lines,
  }
}
