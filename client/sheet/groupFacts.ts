import { projectionOf } from '#client/document/hooks.ts'
import { type AnySession, type DocumentSession, openDocument } from '#client/document/session.ts'
import { isoDay } from '#client/i18n/format.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { type Readable, when, writable } from '#client/lib/store.ts'
import { listDocuments, loadDesk } from '#client/offline/deviceStore.ts'
import { type DocumentId, documentIdSchema, type SpaceId } from '#shared/ids.ts'
import type { groupRecordDraftSchema } from '#shared/kinds/groupRecord/schema.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'

export type GroupRecordSession = DocumentSession<typeof groupRecordDraftSchema>

/** The group record whose facts a document shows. */
export type GroupRecordState =
  | { readonly state: 'looking' }
  /** the space has none */
  | { readonly state: 'none' }
  /** the space has several and nobody has chosen */
  | { readonly state: 'unchosen' }
  /** it is there, but cannot be read here now */
  | { readonly state: 'away' }
  | { readonly state: 'ready'; readonly id: DocumentId; readonly session: GroupRecordSession }

export type GroupChoice = { readonly id: DocumentId; readonly name: string }

/** Where the facts of a document come from, live. */
export interface GroupFacts {
  readonly facts: Readable<Facts>
  readonly record: Readable<GroupRecordState>
  /** the group records of the space; `null` until they are known */
  readonly choices: Readable<readonly GroupChoice[] | null>
  /** Opens the record and follows it until the answered function is called. */
  begin(): () => void
}

/** A record that could not be reached is tried again after this long, in ms. */
const retryPause = 5_000

const groupRecordKind = 'groupRecord'
const hasKind = (session: AnySession): session is GroupRecordSession => session.info.kind === groupRecordKind

/**
 * Opens the group record that the document names, else the only one of its space, as a second document: from the
 * device at once, without a network too. Whoever changes it on another device changes the facts here.
 */
export function groupFactsOf(session: AnySession): GroupFacts {
  const facts = writable<Facts>({})
  const record = writable<GroupRecordState>({ state: 'looking' })
  const choices = writable<readonly GroupChoice[] | null>(null)

  const follow = (source: GroupRecordSession): (() => void) => {
    const projection = projectionOf(source)
    const renew = () => {
      const next = factsOf(projection.get().value, { today: isoDay(new Date(serverNow())) })
      if (JSON.stringify(next) !== JSON.stringify(facts.get())) facts.set(next)
    }
    renew()
    return projection.subscribe(renew)
  }

  const begin = (): (() => void) => {
    if (hasKind(session)) {
      // it may have been open here before, only for its facts: now somebody looks at it
      if (session.awareness.getLocalState() === null)
        session.awareness.setLocalState({ place: null, cursor: null })
      record.set({ state: 'ready', id: session.info.id, session })
      return follow(session)
    }
    const leaving = new AbortController()
    let opened: { readonly id: DocumentId; readonly end: AbortController } | null = null
    const choose = () => {
      const id = wantedBy(session, choices.get())
      if (opened && opened.id === id) return
      opened?.end.abort()
      opened = null
      if (typeof id !== 'string') {
        facts.set({})
        record.set({ state: id.state })
        return
      }
      const end = new AbortController()
      opened = { id, end }
      void keepOpen(id, AbortSignal.any([leaving.signal, end.signal]), now => {
        record.set(now)
        return now.state === 'ready' ? follow(now.session) : () => facts.set({})
      })
    }
    const look = async () => {
      for await (const found of groupRecordsOf(session.info.spaceId)) {
        if (leaving.signal.aborted) return
        if (JSON.stringify(found) !== JSON.stringify(choices.get())) choices.set(found)
        choose()
      }
    }
    const named = (event: { readonly keysChanged: ReadonlySet<unknown> }) => {
      if (event.keysChanged.has('groupRecordId')) choose()
    }
    const again = () => void look()
    session.handle.y.observe(named)
    window.addEventListener('focus', again)
    choose()
    void look()
    return () => {
      session.handle.y.unobserve(named)
      window.removeEventListener('focus', again)
      leaving.abort()
      record.set({ state: 'looking' })
    }
  }
  return { facts, record, choices, begin }
}

/** The record to open, or why there is none. */
function wantedBy(
  session: AnySession,
  choices: readonly GroupChoice[] | null,
): DocumentId | { state: 'looking' | 'none' | 'unchosen' } {
  const named = documentIdSchema.safeParse(session.handle.y.get('groupRecordId'))
  if (named.success) return named.data
  if (choices === null) return { state: 'looking' }
  const [only, another] = choices
  if (!only) return { state: 'none' }
  return another ? { state: 'unchosen' } : only.id
}

/** Shows one opening of the record after the other until nobody looks any more; `show` answers how its showing ends. */
async function keepOpen(
  id: DocumentId,
  leaving: AbortSignal,
  show: (now: GroupRecordState) => () => void,
): Promise<void> {
  const left = new Promise<void>(resolve => leaving.addEventListener('abort', () => resolve()))
  while (!leaving.aborted) {
    const result = await openDocument(id)
    if (result.state !== 'ready' || !hasKind(result.session)) {
      if (result.state === 'ready') await result.session.close()
      if (leaving.aborted) return
      show({ state: 'away' })
      await Promise.race([new Promise(resolve => setTimeout(resolve, retryPause)), left])
      continue
    }
    const { session } = result
    // reading somebody's facts is no presence on their sheet
    session.awareness.setLocalState(null)
    const stop = leaving.aborted ? () => {} : show({ state: 'ready', id, session })
    await Promise.race([when(session.life, (life): life is typeof life => life.state === 'replaced'), left])
    stop()
    await session.close()
  }
}

/** What the device knows, then what the server says. */
async function* groupRecordsOf(spaceId: SpaceId): AsyncGenerator<readonly GroupChoice[]> {
  const own = await onDevice(spaceId)
  if (own.length > 0) yield own
  try {
    const cards = await rpc.documents.list()
    yield cards
      .filter(card => card.kind === groupRecordKind && card.spaceId === spaceId)
      .map(card => ({ id: card.id, name: card.title }))
      .sort(byName)
  } catch (error) {
    // without a connection the device's list stands; that there is none is only the server's to say
    const { code } = asAppError(error)
    if (code !== 'unavailable' && code !== 'signedOut') throw error
  }
}

async function onDevice(spaceId: SpaceId): Promise<readonly GroupChoice[]> {
  const found = new Map<DocumentId, string>()
  try {
    for (const card of (await loadDesk())?.documents ?? [])
      if (card.kind === groupRecordKind && card.spaceId === spaceId) found.set(card.id, card.title)
    for (const { info, title } of await listDocuments())
      if (info.kind === groupRecordKind && info.spaceId === spaceId) found.set(info.id, title)
  } catch (error) {
    // a device that keeps nothing knows nothing: the server is asked
    const { code } = asAppError(error)
    if (code !== 'storageFull' && code !== 'storageUnavailable' && code !== 'signedOut') throw error
  }
  return [...found].map(([id, name]) => ({ id, name })).sort(byName)
}

const byName = (left: GroupChoice, right: GroupChoice): number => left.name.localeCompare(right.name, 'de')
