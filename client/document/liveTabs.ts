import { z } from 'zod'
import { type Readable, writable } from '#client/lib/store.ts'
import type { DocumentId, PersonId } from '#shared/ids.ts'
import { type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'

/**
 * The tabs of one device while a meeting goes on there alone: the one in which it is led tells the others, so that the
 * projector at the same device follows. Nothing of it is kept.
 */
const letterSchema = z.discriminatedUnion('says', [
  z.object({ says: z.literal('whoIsAlone') }),
  z.object({ says: z.literal('alone'), state: liveStateSchema.nullable() }),
])
type Letter = z.infer<typeof letterSchema>

const nameOf = (self: PersonId, document: DocumentId): string => `mitschrift/${self}/${document}/live`

function openLetters(
  name: string,
  read: (letter: Letter) => void,
): {
  post(letter: Letter): void
  readonly end: () => void
} {
  const letters = new BroadcastChannel(name)
  letters.onmessage = (event: MessageEvent<unknown>) => {
    // another tab may be of an older version
    const letter = letterSchema.safeParse(event.data)
    if (letter.success) read(letter.data)
  }
  return {
    // a BroadcastChannel reaches its own origin only and takes no other
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: letter => letters.postMessage(letter),
    end: () => letters.close(),
  }
}

/** Tells the other tabs where the meeting stands that goes on here alone; `null`: it does not. Answers with the end. */
export function tellTabs(
  self: PersonId,
  document: DocumentId,
  alone: Readable<LiveState | null>,
): () => void {
  const letters = openLetters(nameOf(self, document), letter => {
    if (letter.says === 'whoIsAlone' && alone.get() !== null) tell()
  })
  const tell = () => letters.post({ says: 'alone', state: alone.get() })
  if (alone.get() !== null) tell()
  const stop = alone.subscribe(tell)
  let hasEnded = false
  return () => {
    if (hasEnded) return
    hasEnded = true
    stop()
    // the tab goes, and with it what it went on with
    if (alone.get() !== null) letters.post({ says: 'alone', state: null })
    letters.end()
  }
}

/** Where a meeting stands that goes on alone in another tab of this device; `null`: none does. */
export function heardFromTabs(
  self: PersonId,
  document: DocumentId,
): { readonly alone: Readable<LiveState | null>; readonly end: () => void } {
  const alone = writable<LiveState | null>(null)
  const letters = openLetters(nameOf(self, document), letter => {
    if (letter.says === 'alone') alone.set(letter.state)
  })
  letters.post({ says: 'whoIsAlone' })
  return { alone, end: letters.end }
}
