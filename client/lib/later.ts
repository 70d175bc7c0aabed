import { firstRoom } from './firstRoom.ts'
import { type Readable, writable } from './store.ts'

/** So long after the first room stands, in ms: its first editors come before. */
const afterwards = 600

const here = writable(false)
void firstRoom.then(() => setTimeout(() => here.set(true), afterwards))

/**
 * Whether the first room has stood for a moment; from then on for the life of the tab. What nobody needs for the first key is fetched
 * then: commands, forms (GOALS C3).
 */
export const laterParts: Readable<boolean> = here
