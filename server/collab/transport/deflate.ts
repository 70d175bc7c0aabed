import { constants, deflateRawSync } from 'node:zlib'

/**
 * One call costs 6–25 µs up to 5 kB, about as much as two socket writes. A keystroke (60 bytes) does not
 * shrink at all, two presence states (600 bytes) shrink to 55 %, fifteen to 33 %. So acknowledgements and
 * keystrokes stay as they are.
 */
const leastBytes = 512
/** A message for one reader alone saves less than it costs below this. */
const leastBytesAlone = 4_096
/** 6 ms per megabyte at level 1: beyond this the loop would stand still for too long. */
const mostBytes = 4_000_000
/** Up to here level 6 costs a few µs more than level 1 and saves 2–6 %; at 600 kB it takes 8.5 instead of 3.5 ms. */
const thoroughUpTo = 16_384

// A sync flush ends with an empty stored block, which RFC 7692 leaves out.
const flushTail = 4

/** Is compressing worth its time? `readers` is to how many it goes. */
export const paysOff = (bytes: number, readers: number): boolean =>
  bytes >= (readers > 1 ? leastBytes : leastBytesAlone) && bytes <= mostBytes

/** The payload of a compressed message without context takeover; null if that saves less than a tenth. */
export function deflate(data: Uint8Array): Uint8Array | null {
  const level = data.length > thoroughUpTo ? 1 : 6
  const flushed = deflateRawSync(data, { level, finishFlush: constants.Z_SYNC_FLUSH })
  const payload = flushed.subarray(0, flushed.length - flushTail)
  return payload.length < data.length * 0.9 ? payload : null
}
