/** What has no hurry waits for the first room at most this long, in ms: it may never stand, for want of a network. */
const patience = 10_000
/** A room that stands still has a little to do, e.g. its first editors; in ms. */
const settling = 500

const { promise, resolve } = Promise.withResolvers<void>()
const tooLate = setTimeout(resolve, patience)

/** Resolves when the room that somebody came for stands: until then nothing else takes the line or the processor. */
export const firstRoom: Promise<void> = promise

export function roomStands(): void {
  clearTimeout(tooLate)
  setTimeout(resolve, settling)
}
