import { constants, deflateRawSync } from 'node:zlib'

/**
 * A keystroke (60 bytes) does not shrink at all, two presence states (600 bytes) shrink to 55 %, fifteen to
 * 33 %. So acknowledgements and keystrokes stay as they are.
 */
const leastBytes = 512
/**
 * One call costs 20 µs in a busy server, up to 140 in one that has been idle: as much as a few socket
 * writes. Below this sum over all readers it saves less than it costs: a meeting of five stays as quick as
 * it is, presence of fifteen people and an answer to a join are compressed.
 */
const leastBytesInAll = 8_192
/** 6 ms per megabyte at level 1: beyond this the loop would stand still for too long. */
const mostBytes = 4_000_000
/** Up to here level 6 costs a few µs more than level 1 and saves 2–6 %; at 600 kB it takes 8.5 instead of 3.5 ms. */
const thoroughUpTo = 16_384

// A sync flush ends with an empty stored block, which RFC 7692 leaves out.
const flushTail = 4

/** Is compressing worth its time? `readers` is to how many it goes. */
export const paysOff = (bytes: number, readers: number): boolean =>
  bytes >= leastBytes && bytes * readers >= leastBytesInAll && bytes <= mostBytes

/** The payload of a compressed message without context takeover; null if that saves less than a tenth. */
export function deflate(data: Uint8Array): Uint8Array | null {
  const level = data.length > thoroughUpTo ? 1 : 6
  const flushed = deflateRawSync(data, { level, finishFlush: constants.Z_SYNC_FLUSH })
  const payload = flushed.subarray(0, flushed.length - flushTail)
  return payload.length < data.length * 0.9 ? payload : null
}
