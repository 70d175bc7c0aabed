/**
 * What one update may hold. All bounds lie far above honest work and far below what hurts; an update beyond
 * them is refused as a whole, the sender keeps it.
 */

/**
 * Bytes of one update. A frame brings at most 1 MB (b7); what the server itself writes, an import say, may be
 * larger. Bounds the time and memory of one summary: about a second, about 200 MB.
 */
export const maxUpdateBytes = 16 * 2 ** 20

/**
 * Structs, and ranges of deletions, of one update (b8). A struct of honest text takes at least 4 bytes beside its
 * letters, so that a full frame of 1 MB holds fewer than this.
 */
export const maxStructs = 250_000
export const maxDeleteRanges = 250_000

/**
 * Clocks that one client id may go forward in one update (b1): every letter, element and value takes one, also
 * those deleted since, which travel as one GC struct of any length. 16 million are 19 days of typing ten letters a
 * second. Also bounds the length of every single struct.
 */
export const maxAdvance = 2 ** 24

/**
 * The highest clock of a client id: format 2 of Yjs, in which others may keep what is exported, holds 30 bits and
 * a sign in its run-length numbers. An id lives as long as a page is open, so nobody comes near.
 */
export const maxClock = 2 ** 30

/** Yjs draws client ids of 32 bits, and so does the handshake; larger ones would lose digits on their way. */
export const maxClientId = 2 ** 32 - 1

/**
 * Client ids that one update may bring into the document: each becomes a row of the journal. One id arises
 * per page that is opened and edits; 20,000 stand in the oldest document that was measured.
 */
export const maxClaims = 25_000

/**
 * Steps along lists that one update may cost to find out whether its structs stand between their neighbours: those
 * of honest updates do at first sight, but for a few that were written between others' concurrent ones. Five million
 * are about 100 ms.
 */
export const maxOrderSteps = 5_000_000
