// RFC 6455: FIN and the opcode of a binary message; RSV1 says „compressed“ (RFC 7692).
const wholeBinaryMessage = 0x82
const compressedBit = 0x40

/** Bytes that stand before a payload of this length in a server's frame (which is never masked). */
export function headerLength(payload: number): number {
  if (payload < 126) return 2
  return payload < 65_536 ? 4 : 10
}

/** Writes the header of a binary message at `at`; answers where its payload begins. */
export function writeHeader(target: Uint8Array, at: number, payload: number, compressed: boolean): number {
  const length = headerLength(payload)
  target[at] = compressed ? wholeBinaryMessage | compressedBit : wholeBinaryMessage
  if (length === 2) {
    target[at + 1] = payload
    return at + 2
  }
  // 126 and 127 announce a length of 16 and of 64 bits, the most significant byte first.
  target[at + 1] = length === 4 ? 126 : 127
  let rest = payload
  for (let index = at + length - 1; index > at + 1; index--) {
    target[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return at + length
}
