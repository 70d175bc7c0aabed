/**
 * A short mark of an update's bytes (FNV-1a, 32 bit). The answer to an update carries the mark of what it
 * answers: on a line that drops, repeats or reorders messages (THREATS a18) no answer is taken for that to
 * another frame. It guards against accidents, not against an attacker: whoever answers is the server itself.
 */
export function frameMark(update: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of update) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
