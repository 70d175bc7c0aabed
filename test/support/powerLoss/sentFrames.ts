import type { DiskRecord } from './recording.ts'

/** A websocket message of the server, and the index of the record with which its last byte left. */
export type SentFrame = { data: Uint8Array; record: number }

const endOfHead = '\r\n\r\n'
const binary = 2

/** What the recorded process sent over the one connection with that port at the other end, uncompressed. */
export function sentFrames(records: readonly DiskRecord[], peerPort: number): SentFrame[] {
  const frames: SentFrame[] = []
  let rest: Buffer = Buffer.alloc(0)
  let isUpgraded = false
  for (const [index, record] of records.entries()) {
    if (record.op !== 'send' || record.peerPort !== peerPort) continue
    rest = Buffer.concat([rest, record.data])
    if (!isUpgraded) {
      const head = rest.indexOf(endOfHead)
      if (head === -1) continue
      rest = rest.subarray(head + endOfHead.length)
      isUpgraded = true
    }
    for (let frame = takeFrame(rest); frame !== null; frame = takeFrame(rest)) {
      rest = frame.rest
      if (frame.opcode === binary) frames.push({ data: frame.data, record: index })
    }
  }
  return frames
}

/** The frame at the beginning, null if it is not complete. A server does not mask and `ws` does not split. */
function takeFrame(bytes: Buffer): { opcode: number; data: Uint8Array; rest: Buffer } | null {
  if (bytes.length < 2) return null
  const first = bytes.readUInt8(0)
  const short = bytes.readUInt8(1)
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < head) return null
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < head + length) return null
  if ((first & 0xf0) !== 0x80) throw new Error('A frame is split or compressed: it cannot be followed')
  return {
    opcode: first & 0x0f,
    data: bytes.subarray(head, head + length),
    rest: bytes.subarray(head + length),
  }
}
