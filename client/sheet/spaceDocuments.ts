import { useEffect } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { useStore, type Writable, writable } from '#client/lib/store.ts'
import { loadDesk } from '#client/offline/deviceStore.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import { documentCards } from './documentCards.ts'

const none: readonly DocumentCard[] = []
const known = new WeakMap<AnySession, Writable<readonly DocumentCard[]>>()

/** The other documents of a sheet's space: what the device knows at once, then what the server says. */
export function useSpaceDocuments(session: AnySession): readonly DocumentCard[] {
  const store = known.get(session) ?? writable(none)
  const isNew = !known.has(session)
  known.set(session, store)
  useEffect(() => {
    if (isNew) void fill(session, store)
    // asked once for a sheet, by whoever looks first
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session])
  return useStore(store)
}

async function fill(session: AnySession, store: Writable<readonly DocumentCard[]>): Promise<void> {
  const others = (cards: readonly DocumentCard[]) =>
    cards.filter(({ id, spaceId }) => spaceId === session.info.spaceId && id !== session.info.id)
  try {
    store.set(others((await loadDesk())?.documents ?? []))
  } catch (error) {
    // a device that keeps nothing knows nothing: the server is asked
    const { code } = asAppError(error)
    if (code !== 'storageFull' && code !== 'storageUnavailable' && code !== 'signedOut') throw error
  }
  const cards = await documentCards()
  // without a connection the device's list stands
  if (cards) store.set(others(cards))
}
