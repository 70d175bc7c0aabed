import type { DocumentId } from '#shared/ids.ts'
import type { CommandId } from '#shared/ledger/row.ts'
import type { DeviceDatabase } from './deviceDatabase.ts'

/** What a sentence about a refusal needs: counts and times, never words of the document. */
export type RefusalFields = Readonly<Record<string, string | number>>

/**
 * `waiting`: the server has not been asked yet, or has not answered. `refused`: it will not do it; `reason` is one of
 * the kind's list (`refusalReasonSchema`) or an error code.
 */
export type IntentionState =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly reason: string; readonly fields: RefusalFields }

/** A command that was given while the server could not be asked: it decides nothing before the server has. */
export type Intention = {
  /** the same on every try, so that it is carried out once */
  readonly commandId: CommandId
  readonly document: DocumentId
  readonly name: string
  readonly input: unknown
  /** ms since 1970 by the server's clock, as far as it was known then */
  readonly madeAt: number
  readonly progress: IntentionState
}
/** `place`: they are sent in this order. */
export type KeptIntention = Intention & { readonly place: number }

/**
 * The intentions of one person on this device.
 *
 * - [IN1] An intention is on the device's disk before anybody is told that it was taken.
 * - [IN2] They keep the order in which they were made, whichever tab made them.
 * - [IN3] One that was taken away stays away: what becomes of it afterwards brings it back to nobody.
 */
export interface IntentionStore {
  intentions(document: DocumentId): Promise<readonly KeptIntention[]>
  keepIntention(intention: Intention): Promise<void>
  /** Says of a kept one what became of it. */
  markIntention(commandId: CommandId, progress: IntentionState): Promise<void>
  removeIntention(commandId: CommandId): Promise<void>
}

export const intentionStore = (database: DeviceDatabase): IntentionStore => ({
  async intentions(document) {
    const kept = await database.read(['intentions'], ({ store }) => store.index('document').getAll(document))
    return kept.toSorted((left, right) => left.place - right.place)
  },

  keepIntention(intention) {
    return database.write(['intentions'], 'strict', async ({ store }) => {
      const others = await store.getAll()
      const place = Math.max(0, ...others.map(other => other.place)) + 1
      await store.put({ ...intention, place })
    })
  },

  markIntention(commandId, progress) {
    return database.write(['intentions'], 'strict', async ({ store }) => {
      const known = await store.get(commandId)
      if (known) await store.put({ ...known, progress })
    })
  },

  removeIntention(commandId) {
    return database.write(['intentions'], 'strict', async ({ store }) => store.delete(commandId))
  },
})
