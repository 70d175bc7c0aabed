import { readFileSync } from 'node:fs'

/**
 * What recorder.c has recorded, in order. `fd` is a descriptor of the recorded process; which file it
 * stands for follows from the `open` and `dup` before.
 */
export type DiskRecord =
  | { op: 'open'; fd: number; path: string; created: boolean; truncated: boolean }
  | { op: 'close'; fd: number }
  | { op: 'write'; fd: number; offset: number; data: Uint8Array }
  | { op: 'truncate'; fd: number; size: number }
  | { op: 'syncBegin'; fd: number; sync: number }
  | { op: 'syncEnd'; fd: number; sync: number }
  | { op: 'rename'; path: string; to: string }
  | { op: 'unlink'; path: string }
  | { op: 'send'; peerPort: number; data: Uint8Array }
  | { op: 'dup'; fd: number; to: number }

// `struct header` of recorder.c
const headerBytes = 32
const magic = 0x52_50_4c_31

/** Reads a log to its end. `ends[i]` is where record i ends in the file. */
export function readRecording(file: string): { records: readonly DiskRecord[]; ends: readonly number[] } {
  const log = readFileSync(file)
  const records: DiskRecord[] = []
  const ends: number[] = []
  for (let at = 0; at < log.length; ) {
    if (log.readUInt32LE(at) !== magic) throw new Error(`The recording is damaged at ${at}`)
    const firstEnd = at + headerBytes + log.readUInt32LE(at + 12)
    const end = firstEnd + log.readUInt32LE(at + 16)
    records.push(
      toRecord(log.readUInt32LE(at + 4), {
        fd: log.readInt32LE(at + 8),
        number: Number(log.readBigInt64LE(at + 24)),
        path: log.toString('utf8', at + headerBytes, firstEnd),
        data: log.subarray(firstEnd, end),
      }),
    )
    ends.push(end)
    at = end
  }
  return { records, ends }
}

type Fields = { fd: number; number: number; path: string; data: Buffer }

function toRecord(op: number, { fd, number, path, data }: Fields): DiskRecord {
  switch (op) {
    case 1:
      return { op: 'open', fd, path, created: (number & 1) !== 0, truncated: (number & 2) !== 0 }
    case 2:
      return { op: 'close', fd }
    case 3:
      return { op: 'write', fd, offset: number, data }
    case 4:
      return { op: 'truncate', fd, size: number }
    case 5:
      return { op: 'syncBegin', fd, sync: number }
    case 6:
      return { op: 'syncEnd', fd, sync: number }
    case 7:
      return { op: 'rename', path, to: data.toString() }
    case 8:
      return { op: 'unlink', path }
    case 9:
      return { op: 'send', peerPort: number, data }
    case 10:
      return { op: 'dup', fd, to: number }
    default:
      throw new Error(`A record of an unknown kind: ${op}`)
  }
}
