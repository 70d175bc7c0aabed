import { asAppError, rpc } from '#client/lib/rpc.ts'
import { type Readable, writable } from '#client/lib/store.ts'
import { type Desk, loadDesk, saveDesk } from '#client/offline/deviceStore.ts'
import { rememberedPerson } from '#client/offline/person.ts'
import { takeDocumentCards } from '#client/sheet/documentCards.ts'
import type { AppError } from '#shared/errors.ts'

/** Who is here and what lies on their desk. `fresh`: the server has just said so; otherwise it is what the device kept. */
export type Home =
  | { readonly state: 'loading' }
  | { readonly state: 'signedOut'; readonly setupOpen: boolean }
  | { readonly state: 'ready'; readonly desk: Desk; readonly fresh: boolean }
  | { readonly state: 'failed'; readonly error: AppError }

const store = writable<Home>({ state: 'loading' })
export const home: Readable<Home> = store

let running: Promise<void> | null = null

/** Shows what the device kept at once, then what the server says. Calls that overlap are one. */
export function loadHome(): Promise<void> {
  running ??= load().finally(() => {
    running = null
  })
  return running
}

async function load(): Promise<void> {
  const kept = await keptDesk()
  if (kept && store.get().state !== 'ready') store.set({ state: 'ready', desk: kept, fresh: false })
  try {
    const { person, setupOpen } = await rpc.session.current()
    if (!person) return store.set({ state: 'signedOut', setupOpen })
    const [spaces, documents] = await Promise.all([rpc.spaces.list(), rpc.documents.list()])
    const desk = { person, spaces, documents, savedAt: Date.now() }
    takeDocumentCards(documents)
    store.set({ state: 'ready', desk, fresh: true })
    await keep(desk)
  } catch (error) {
    const known = asAppError(error)
    const present = store.get()
    if (known.code === 'signedOut') store.set({ state: 'signedOut', setupOpen: false })
    else if (present.state === 'ready') store.set({ ...present, fresh: false })
    else store.set({ state: 'failed', error: known })
  }
}

/** Without a device store the desk needs the network; the badge of each sheet says so. */
async function keptDesk(): Promise<Desk | null> {
  try {
    return await loadDesk()
  } catch (error) {
    const { code } = asAppError(error)
    if (code !== 'storageFull' && code !== 'storageUnavailable' && code !== 'unavailable') throw error
    const person = rememberedPerson()
    return person && !navigator.onLine ? { person, spaces: [], documents: [], savedAt: 0 } : null
  }
}

async function keep(desk: Desk): Promise<void> {
  try {
    await saveDesk(desk)
  } catch (error) {
    // `storageState` shows it to the person; the desk itself stands on the screen.
    const { code } = asAppError(error)
    if (code !== 'storageFull' && code !== 'storageUnavailable' && code !== 'unavailable') throw error
  }
}
