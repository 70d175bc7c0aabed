import { asAppError, rpc } from '#client/lib/rpc.ts'
import { rememberedPerson } from '#client/offline/person.ts'
import type { DocumentCard } from '#shared/api/contract.ts'

/** So long an answer counts as of now, in ms: what others begin meanwhile is seen a minute later. */
const freshFor = 60_000

type Answer = {
  readonly person: string | undefined
  readonly at: number
  readonly cards: readonly DocumentCard[]
}
let last: Answer | null = null
let running: Promise<readonly DocumentCard[] | null> | null = null
/** counts what was begun in this tab: an answer that was asked for before lacks it */
let begun = 0

const whoIsHere = (): string | undefined => rememberedPerson()?.id

/**
 * The cards of all documents as the server said last, asked for once by all sheets of this tab and again when the
 * answer is old or something was begun here. `null` without a connection. Calls that overlap are one.
 */
export function documentCards(): Promise<readonly DocumentCard[] | null> {
  if (last && last.person === whoIsHere() && Date.now() - last.at < freshFor)
    return Promise.resolve(last.cards)
  running ??= ask().finally(() => {
    running = null
  })
  return running
}

/** Takes an answer that somebody else has asked for. */
export function takeDocumentCards(cards: readonly DocumentCard[]): void {
  last = { person: whoIsHere(), at: Date.now(), cards }
}

/** A document was begun here: the next asking is answered by the server. */
export function documentBegun(): void {
  begun++
  last = null
}

async function ask(): Promise<readonly DocumentCard[] | null> {
  const before = begun
  try {
    const cards = await rpc.documents.list()
    if (before === begun) takeDocumentCards(cards)
    return cards
  } catch (error) {
    const { code } = asAppError(error)
    if (code !== 'unavailable' && code !== 'signedOut') throw error
    return null
  }
}
