import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Spaces } from '#server/access/spaces.ts'
import type { Clock } from '#server/clock.ts'
import type { DocumentIndex } from '#server/documents/documentIndex.ts'
import type { HistoryRow } from '#server/journal/history.ts'
import type { Log } from '#server/log.ts'
import { changesBetween } from '#shared/document/changesBetween.ts'
import { recordField } from '#shared/document/fields.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { AuthorId, DocumentId } from '#shared/ids.ts'
import type { MinutesPayload } from '#shared/kinds/minutes/payload.ts'
import { minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'
import { type LateContribution, minutes } from '#shared/kinds/minutes/schema.ts'
import { changedWords } from '#shared/rules/changedWords.ts'
import { dayIn, timeIn } from '#shared/rules/zoned.ts'
import type { Room } from '#shared/wire/room.ts'
import type { StoredRow } from './ledger.ts'

/** After a change of a frozen wording the contribution is written this much later: people type letter by letter. */
const afterMs = 700
const retryAfterMs = 5_000

/**
 * What came too late (Nachtrag, domain.md 2.2): a change of a wording that was frozen before it arrived stays in the
 * live text and is listed with author and time; what arrives after closing is refused and listed.
 *
 * - [LA1] A contribution's id follows from the rows of the journal, or from the bytes that were refused: made twice,
 *   it is written once.
 * - [LA2] It is in the draft some time after its change is on disk, and after the next start where the process died
 *   in between (`catchUp`).
 * - [LA3] Only the server writes contributions; what the minute taker makes of one stands in the ledger.
 */
export interface LateContributions {
  /** To be called after each change of a document by a person. Never throws. */
  changed(room: Room, author: AuthorId | null): void
  /** To be called when something was decided about a document. Never throws. */
  decided(room: Room): void
  /** To be called when an update came after closing and is kept. Never throws. */
  refused(room: Room, author: AuthorId | null, bytes: Uint8Array): void
  /** Looks after every document that the last process may have left. */
  catchUp(): Promise<void>
  /** Resolves when nothing waits or runs. */
  settled(): Promise<void>
  /** Writes what waits and takes no more. */
  close(): Promise<void>
}

type Contribution = { id: string } & Partial<Omit<LateContribution, 'id'>>

export function createLateContributions(deps: {
  clock: Clock
  log: Log
  timeZone: string
  spaces: Spaces
  index: DocumentIndex
  /** the ledger's rows of a document with the place in the journal that each was decided at */
  ledgerRows: (documentId: DocumentId) => Promise<readonly StoredRow[]>
  history: (room: Room) => Promise<readonly HistoryRow[]>
  read: <T>(room: Room, look: (doc: Y.Doc) => T) => Promise<T>
  edit: (room: Room, author: null, change: (doc: Y.Doc) => void) => Promise<unknown>
  /** documents that may have been left: those with a frozen wording, and what was refused after closing */
  left: () => Promise<{
    readonly rooms: readonly Room[]
    readonly refused: readonly {
      readonly room: Room
      readonly author: AuthorId | null
      readonly bytes: Uint8Array
      readonly at: number
    }[]
  }>
}): LateContributions {
  const { clock, log, timeZone } = deps
  const waiting = new Map<DocumentId, () => void>()
  const running = new Set<Promise<void>>()
  /** what is frozen in a document: decision → wording and the place in the journal; absent: not looked up yet */
  const frozenOf = new Map<DocumentId, Promise<ReadonlyMap<string, Frozen>>>()
  let closed = false

  function start(work: () => Promise<void>, again: () => void): void {
    const run = work()
      .catch((error: unknown) => {
        log.error({ err: error }, 'late contributions not written, trying again')
        if (!closed) again()
      })
      .finally(() => running.delete(run))
    running.add(run)
  }

  function wait(room: Room, ms: number): void {
    const { documentId } = room
    if (closed || waiting.has(documentId)) return
    const callOff = clock.after(ms, () => {
      waiting.delete(documentId)
      start(
        () => afterFreezing(room),
        () => wait(room, retryAfterMs),
      )
    })
    waiting.set(documentId, callOff)
  }

  function frozen(documentId: DocumentId): Promise<ReadonlyMap<string, Frozen>> {
    const known = frozenOf.get(documentId)
    if (known) return known
    const reading = deps.ledgerRows(documentId).then(frozenIn)
    frozenOf.set(documentId, reading)
    reading.catch(() => frozenOf.delete(documentId))
    return reading
  }

  async function afterFreezing(room: Room): Promise<void> {
    const wordings = await frozen(room.documentId)
    if (wordings.size === 0) return
    // mostly nobody has touched a frozen wording: the whole journal is read only where somebody has
    const isTouched = await deps.read(room, doc => {
      // while people write: no more of the document is read than what is asked for
      const handle = minutes.open(doc)
      const isOther = [...wordings].some(([id, { wording }]) => {
        const decision = handle.list('decisions').get(id)
        return decision !== null && textOf(decision.get('wording')) !== wording
      })
      return isOther || handle.get('lateContributions').some(({ reason }) => reason === 'nach_beschluss')
    })
    if (!isTouched) return
    const personOf = await people(room)
    const found = lateEdits(await deps.history(room), wordings).map(
      ({ decision, first, author, at, before, after }): Contribution | null => {
        const words = changedWords(before, after)
        if (words === null) return null
        return {
          id: `late-${decision}-${first}`.slice(0, 64),
          author: personOf(author),
          ...received(at),
          target: `decisions/${decision}/wording`,
          ...words,
          reason: 'nach_beschluss',
        }
      },
    )
    await write(
      room,
      found.filter(one => one !== null),
      { prefix: [...wordings.keys()].map(decision => `late-${decision}-`) },
    )
  }

  async function afterClosing(
    room: Room,
    { author, bytes, at }: { author: AuthorId | null; bytes: Uint8Array; at: number },
  ): Promise<void> {
    const personOf = await people(room)
    const changes = await deps.read(room, doc => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      const before = minutes.project(copy).value
      Y.applyUpdate(copy, bytes)
      const after = minutes.project(copy).value
      copy.destroy()
      return changesBetween(recordField(minutes.draft), before, after)
    })
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const found = changes
      .filter(({ path }) => path[0] !== 'lateContributions')
      .map(
        ({ path, ...words }, index): Contribution => ({
          id: `late-${name}-${index}`,
          author: personOf(author),
          ...received(at),
          target: path.join('/'),
          ...words,
          reason: 'nach_schluss',
        }),
      )
    await write(room, found, { prefix: [] })
  }

  const received = (at: number) => ({ receivedOn: dayIn(timeZone, at), receivedAt: timeIn(timeZone, at) })

  async function people(room: Room): Promise<(author: AuthorId | null) => string | null> {
    const info = await deps.index.find(room.documentId)
    const members = info ? await deps.spaces.members(info.spaceId) : []
    return author => members.find(({ authorId }) => authorId === author)?.personId ?? null
  }

  /** `prefix`: contributions of these names that are not among `found` any more were taken back by their authors. */
  async function write(
    room: Room,
    found: readonly Contribution[],
    { prefix }: { prefix: readonly string[] },
  ): Promise<void> {
    const decided = new Set(
      (await deps.ledgerRows(room.documentId)).flatMap(({ payload }) => {
        const known = minutesPayloadSchema.safeParse(payload)
        return known.success && known.data.kind === 'lateDecided' ? [known.data.late] : []
      }),
    )
    const isSame = await deps.read(room, doc => changesOf(doc, found, decided, prefix).length === 0)
    if (isSame) return
    await deps.edit(room, null, doc => {
      for (const change of changesOf(doc, found, decided, prefix)) change()
    })
  }

  return {
    changed(room, author) {
      if (author !== null) wait(room, afterMs)
    },
    decided(room) {
      frozenOf.delete(room.documentId)
      wait(room, afterMs)
    },
    refused(room, author, bytes) {
      const at = clock.now()
      const again = (): void => {
        clock.after(retryAfterMs, () => start(() => afterClosing(room, { author, bytes, at }), again))
      }
      start(() => afterClosing(room, { author, bytes, at }), again)
    },
    async catchUp() {
      const { rooms, refused } = await deps.left()
      for (const room of rooms) if (!closed) await afterFreezing(room)
      for (const one of refused) if (!closed) await afterClosing(one.room, one)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
    async close() {
      closed = true
      for (const callOff of waiting.values()) callOff()
      waiting.clear()
      await Promise.all(running)
    },
  }
}

type Frozen = { readonly wording: string; readonly journalSeq: number }

function frozenIn(rows: readonly StoredRow[]): ReadonlyMap<string, Frozen> {
  const wordings = new Map<string, Frozen>()
  for (const { payload, journalSeq } of rows) {
    const known = minutesPayloadSchema.safeParse(payload)
    if (!known.success || known.data.kind !== 'wordingFrozen') continue
    const { decision, wording }: Extract<MinutesPayload, { kind: 'wordingFrozen' }> = known.data
    if (!wordings.has(decision)) wordings.set(decision, { wording, journalSeq })
  }
  return wordings
}

const textOf = (wording: Parameters<typeof paragraphTexts>[0]): string => paragraphTexts(wording).join('\n')

type LateEdit = {
  readonly decision: string
  /** the first row of the journal that changed it */
  readonly first: number
  readonly author: AuthorId | null
  readonly at: number
  readonly before: string
  readonly after: string
}

/** Every run of changes that one author made to a frozen wording, nobody else changing it meanwhile. */
export function lateEdits(rows: readonly HistoryRow[], wordings: ReadonlyMap<string, Frozen>): LateEdit[] {
  const edits: LateEdit[] = []
  const last = new Map<string, number>()
  const doc = new Y.Doc()
  const least = Math.min(...[...wordings.values()].map(({ journalSeq }) => journalSeq))
  const texts = (): Map<string, string> => {
    const list = minutes.open(doc).list('decisions')
    return new Map(
      [...wordings.keys()].flatMap(id => {
        const decision = list.get(id)
        return decision ? [[id, textOf(decision.get('wording'))] as const] : []
      }),
    )
  }
  let before = new Map<string, string>()
  let isLooking = false
  for (const row of rows) {
    const mayTouch = row.seq > least
    if (mayTouch && !isLooking) {
      before = texts()
      isLooking = true
    }
    Y.applyUpdate(doc, row.bytes)
    if (!mayTouch) continue
    const now = texts()
    for (const [decision, after] of now) {
      const own = wordings.get(decision)
      const was = before.get(decision) ?? ''
      if (!own || row.seq <= own.journalSeq || was === after || row.author === null) continue
      const index = last.get(decision)
      const former = index === undefined ? undefined : edits[index]
      if (index !== undefined && former?.author === row.author) edits[index] = { ...former, after }
      else {
        last.set(decision, edits.length)
        edits.push({ decision, first: row.seq, author: row.author, at: row.at, before: was, after })
      }
    }
    before = now
  }
  doc.destroy()
  return edits
}

/** What has to be done so that the draft lists these contributions; one that was decided on is left as it is. */
function changesOf(
  doc: Y.Doc,
  found: readonly Contribution[],
  decided: ReadonlySet<string>,
  prefix: readonly string[],
): (() => void)[] {
  const handle = minutes.open(doc)
  const list = handle.list('lateContributions')
  const present = new Map(handle.get('lateContributions').map(own => [own.id, own]))
  const changes = found.flatMap(({ id, ...wanted }) => {
    const own = present.get(id)
    if (!own) return [() => void list.add(id, wanted)]
    if (decided.has(id)) return []
    return own.text === wanted.text && own.replaces === wanted.replaces
      ? []
      : [() => list.get(id)?.assign({ text: wanted.text, replaces: wanted.replaces })]
  })
  const wanted = new Set(found.map(({ id }) => id))
  const gone = [...present.keys()]
    .filter(id => !wanted.has(id) && !decided.has(id) && prefix.some(start => id.startsWith(start)))
    .map(id => () => list.remove(id))
  return [...changes, ...gone]
}
