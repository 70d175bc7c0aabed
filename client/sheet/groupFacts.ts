import { projectionOf } from '#client/document/hooks.ts'
import type { AnySession, DocumentSession } from '#client/document/session.ts'
import { isoDay } from '#client/i18n/format.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { type Readable, writable } from '#client/lib/store.ts'
import { answerOf, keepAnswer, listDocuments, loadDesk } from '#client/offline/deviceStore.ts'
import type { DocumentCard, DocumentInfo } from '#shared/api/contract.ts'
import { type DocumentId, documentIdSchema, type SpaceId } from '#shared/ids.ts'
import type { groupRecordDraftSchema } from '#shared/kinds/groupRecord/schema.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { documentCards } from './documentCards.ts'
import { keepOpen } from './keepOpen.ts'

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
  /** the kit in which the document lies */
  readonly kit: Readable<DocumentId | null>
  /** Opens the record and follows it until the answered function is called. */
  begin(): () => void
}

const groupRecordKind = 'groupRecord'
const hasKind = (session: AnySession): session is GroupRecordSession => session.info.kind === groupRecordKind

const isKit = (session: AnySession): session is AnySession => session.info.kind === 'starterKit'

/** What the kit says in which a document lies: its group record, `null` for none. */
type KitsChoice =
  | { readonly state: 'looking' }
  | { readonly state: 'away' }
  | { readonly state: 'said'; readonly record: DocumentId | null }

/**
 * Opens the group record whose facts a document shows, as a second document: from the device at once, without a
 * network too. Whoever changes it on another device changes the facts here. It is the record that the document names,
 * else that of the kit in which it lies, else the only one of its space.
 */
export function groupFactsOf(session: AnySession): GroupFacts {
  const facts = writable<Facts>({})
  const record = writable<GroupRecordState>({ state: 'looking' })
  const choices = writable<readonly GroupChoice[] | null>(null)
  const kit = writable<DocumentId | null>(null)

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
    // it may have been open here before, only for what others read from it: now somebody looks at it
    if (session.awareness.getLocalState() === null)
      session.awareness.setLocalState({ place: null, cursor: null })
    if (hasKind(session)) {
      record.set({ state: 'ready', id: session.info.id, session })
      return follow(session)
    }
    const leaving = new AbortController()
    let said: KitsChoice = { state: 'looking' }
    const showRecord = oneAtATime(leaving.signal, (id, end) => {
      void keepOpen(id, hasKind, end, source => {
        record.set(source ? { state: 'ready', id, session: source } : { state: 'away' })
        return source ? follow(source) : () => facts.set({})
      })
    })
    const hear = (now: KitsChoice) => {
      said = now
      choose()
    }
    const followKit = oneAtATime(leaving.signal, (id, end) => {
      said = { state: 'looking' }
      void keepOpen(id, isKit, end, opened => {
        if (opened === null) {
          hear({ state: 'away' })
          return () => {}
        }
        return onNamed(opened, named => hear({ state: 'said', record: named }))
      })
    })
    const choose = () => {
      const own = namedBy(session)
      followKit(own === null ? kit.get() : null)
      const wanted = own ?? wantedOf(kit.get() === null ? null : said, choices.get())
      if (typeof wanted === 'string') return showRecord(wanted)
      showRecord(null)
      facts.set({})
      record.set(wanted)
    }
    const look = async () => {
      for await (const found of groupsOf(session.info)) {
        if (leaving.signal.aborted) return
        kit.set(found.kit)
        if (found.records && JSON.stringify(found.records) !== JSON.stringify(choices.get()))
          choices.set(found.records)
        choose()
      }
    }
    // who names a record of its own shows that one, however many there are
    const again = () => {
      if (namedBy(session) === null) void look()
    }
    const stop = onNamed(session, choose)
    window.addEventListener('focus', again)
    void look()
    return () => {
      stop()
      window.removeEventListener('focus', again)
      leaving.abort()
      record.set({ state: 'looking' })
    }
  }
  return { facts, record, choices, kit, begin }
}

/** Follows one document at a time: another one, or none, ends the former. */
function oneAtATime(
  leaving: AbortSignal,
  begin: (id: DocumentId, end: AbortSignal) => void,
): (id: DocumentId | null) => void {
  let now: { readonly id: DocumentId; readonly end: AbortController } | null = null
  return id => {
    if (id === (now?.id ?? null)) return
    now?.end.abort()
    now = id === null ? null : { id, end: new AbortController() }
    if (now) begin(now.id, AbortSignal.any([leaving, now.end.signal]))
  }
}

/** The group record that a document names itself. */
function namedBy(session: AnySession): DocumentId | null {
  const named = documentIdSchema.safeParse(session.handle.y.get('groupRecordId'))
  return named.success ? named.data : null
}

/** Calls now, and whenever the document names another group record. */
function onNamed(session: AnySession, tell: (record: DocumentId | null) => void): () => void {
  const changed = (event: { readonly keysChanged: ReadonlySet<unknown> }) => {
    if (event.keysChanged.has('groupRecordId')) tell(namedBy(session))
  }
  session.handle.y.observe(changed)
  tell(namedBy(session))
  return () => session.handle.y.unobserve(changed)
}

/** The record of a document that names none, or why there is none. `kit`: what the kit says in which it lies. */
export function wantedOf(
  kit: KitsChoice | null,
  choices: readonly GroupChoice[] | null,
): DocumentId | { readonly state: 'looking' | 'none' | 'unchosen' | 'away' } {
  if (kit?.state === 'said' && kit.record !== null) return kit.record
  // while nobody knows what the kit says, it can only be this one
  const [only, another] = choices ?? []
  if (only && !another) return only.id
  if (kit && kit.state !== 'said') return { state: kit.state }
  if (choices === null) return { state: 'looking' }
  return only ? { state: 'unchosen' } : { state: 'none' }
}

/** What is known of the groups around a document; `records`: null while nobody knows. */
type Groups = { readonly kit: DocumentId | null; readonly records: readonly GroupChoice[] | null }

/** What the device knows, then what the server says. */
async function* groupsOf({ id, spaceId }: DocumentInfo): AsyncGenerator<Groups> {
  const partOf = (cards: readonly DocumentCard[]) => cards.find(card => card.id === id)?.partOf ?? null
  const own = await onDevice(id, spaceId)
  // that there is none is only the server's to say
  yield { kit: own.kit, records: own.records.length > 0 ? own.records : null }
  const cards = await documentCards()
  if (!cards) return
  const kit = partOf(cards)
  yield { kit, records: recordsIn(cards, spaceId) }
  if (kit !== own.kit) await rememberKit(id, kit)
}

/** For the next time without a network: whoever came by a link has no desk on this device. */
async function rememberKit(id: DocumentId, kit: DocumentId | null): Promise<void> {
  try {
    await keepAnswer(kitAnswer(id), kit)
  } catch (error) {
    passWithoutStorage(error)
  }
}
const kitAnswer = (id: DocumentId): string => `kit/${id}`

const recordsIn = (cards: readonly DocumentCard[], spaceId: SpaceId): readonly GroupChoice[] =>
  cards
    .filter(card => card.kind === groupRecordKind && card.spaceId === spaceId)
    .map(card => ({ id: card.id, name: card.title }))
    .sort(byName)

async function onDevice(
  id: DocumentId,
  spaceId: SpaceId,
): Promise<{ readonly kit: DocumentId | null; readonly records: readonly GroupChoice[] }> {
  try {
    const cards = (await loadDesk())?.documents ?? []
    const found = new Map(recordsIn(cards, spaceId).map(({ id, name }) => [id, name]))
    for (const { info, title } of await listDocuments())
      if (info.kind === groupRecordKind && info.spaceId === spaceId) found.set(info.id, title)
    const card = cards.find(one => one.id === id)
    const kit = documentIdSchema.safeParse(card ? card.partOf : await answerOf(kitAnswer(id)))
    return {
      kit: kit.success ? kit.data : null,
      records: [...found].map(([id, name]) => ({ id, name })).sort(byName),
    }
  } catch (error) {
    passWithoutStorage(error)
    return { kit: null, records: [] }
  }
}

/** A device that keeps nothing knows nothing: the server is asked. */
function passWithoutStorage(error: unknown): void {
  const { code } = asAppError(error)
  if (code !== 'storageFull' && code !== 'storageUnavailable' && code !== 'signedOut') throw error
}

const byName = (left: GroupChoice, right: GroupChoice): number => left.name.localeCompare(right.name, 'de')
