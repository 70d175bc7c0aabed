import { sql } from 'kysely'
import type { Doc } from 'yjs'
import type { Spaces } from '#server/access/spaces.ts'
import { type Clock, pause } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { DocumentInfo, LiveAnswer } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import { type DocumentId, documentIdSchema, type PersonId } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { may } from '#shared/permissions.ts'
import { applyLive, type LiveContext, notAhead } from '#shared/rules/live.ts'
import { type LiveFunctions, liveRights } from '#shared/rules/liveRights.ts'
import { type LiveAction, type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'
import type { LiveNotice } from '#shared/wire/notice.ts'
import type { Room } from '#shared/wire/room.ts'

/** A meeting that nobody has touched for so long and nobody has closed is over: who spoke there is forgotten. */
const forgottenAfterMs = 30 * 24 * 60 * 60 * 1000

/** A register is read in a few milliseconds: whoever reads is done after a second or never. */
const mostAttempts = 20
const attemptPauseMs = 50

/**
 * Where the meetings stand: values held by the server (ARCHITECTURE 4), kept in `derived.db` so that a restarted server
 * goes on, and nowhere else: journal and ledger never hear of them.
 *
 * - [LI1] What was answered is what everybody who has the document open is told, with a counter that only grows.
 * - [LI2] After `clear` has resolved, neither memory nor `derived.db` has anything of the meeting.
 * - [LI3] A closed document has no meeting any more.
 */
export interface Live {
  act(document: DocumentInfo, by: PersonId, action: LiveAction): Promise<LiveAnswer>
  /** Takes the state of a device that went on alone from the counter `from`; a meeting that has gone on stays. */
  handOver(document: DocumentInfo, by: PersonId, from: number, state: LiveState): Promise<LiveAnswer>
  /** What whoever joins is told; null where no meeting runs. */
  notice(documentId: DocumentId): LiveNotice | null
  /** The meeting is over. */
  clear(documentId: DocumentId): Promise<void>
}

type Held = { readonly counter: number; readonly state: LiveState }

/** What the draft says that decides who may do what, and what there is to go to. */
type Facts = {
  readonly functions: LiveFunctions
  readonly items: ReadonlySet<string>
  readonly motions: ReadonlySet<string>
  readonly attendance: ReadonlyMap<string, string>
}

export async function createLive(deps: {
  derived: Database
  clock: Clock
  log: Log
  spaces: Pick<Spaces, 'members'>
  find: (id: DocumentId) => Promise<DocumentInfo | null>
  read: (room: Room, look: (doc: Doc) => Facts) => Promise<Facts>
  notify: (room: Room, notice: LiveNotice) => void
}): Promise<Live> {
  const { derived, clock, log } = deps
  const held = new Map<DocumentId, Held>()
  const queues = new Map<DocumentId, Promise<unknown>>()
  let last = 0

  /** One after the other about a document. */
  function inTurn<T>(id: DocumentId, work: () => Promise<T>): Promise<T> {
    const run = (queues.get(id) ?? Promise.resolve()).then(work)
    const settled = run.catch(() => undefined)
    queues.set(id, settled)
    void settled.then(() => {
      if (queues.get(id) === settled) queues.delete(id)
    })
    return run
  }

  async function forget(ids: readonly DocumentId[]): Promise<void> {
    if (ids.length === 0) return
    await derived.kysely.deleteFrom('live').where('document_id', 'in', ids).execute()
    // the log of the file still has what was deleted, and whoever reads just then keeps it
    for (let attempt = 1; !(await isLogEmptied()); attempt++) {
      if (attempt === mostAttempts) {
        log.warn('what was said in a meeting stays in the log of derived.db until that is emptied')
        return
      }
      await pause(clock, attemptPauseMs)
    }
  }

  async function isLogEmptied(): Promise<boolean> {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(derived.kysely)
    return rows[0]?.busy === 0
  }

  async function load(): Promise<void> {
    const over: DocumentId[] = []
    for (const row of await derived.kysely.selectFrom('live').selectAll().execute()) {
      const id = documentIdSchema.parse(row.document_id)
      const state = liveStateSchema.safeParse(asJson(row.state))
      const document = await deps.find(id)
      const isOver = document === null || document.closed === true
      // what is damaged or of another version is of no use, and keeps nothing from starting: the meeting is begun anew
      if (isOver || !state.success || row.changed_at < clock.now() - forgottenAfterMs) over.push(id)
      else held.set(id, { counter: row.counter, state: state.data })
      last = Math.max(last, row.counter)
    }
    await forget(over)
  }
  await load()

  async function keep(id: DocumentId, { counter, state }: Held): Promise<void> {
    const row = { counter, state: JSON.stringify(state), changed_at: state.changedAt }
    try {
      await derived.kysely
        .insertInto('live')
        .values({ document_id: id, ...row })
        .onConflict(conflict => conflict.column('document_id').doUpdateSet(row))
        .execute()
    } catch (error) {
      // the meeting goes on from memory; a restarted server would begin where it was kept last
      log.error({ err: error, document: id }, 'the state of a meeting is not kept')
    }
  }

  const answer = (id: DocumentId) => {
    const now = held.get(id)
    return { counter: now?.counter ?? 0, state: now?.state ?? null }
  }

  async function change(
    given: DocumentInfo,
    by: PersonId,
    decide: (before: Held | null, context: LiveContext) => ReturnType<typeof applyLive>,
  ): Promise<LiveAnswer> {
    if (given.kind !== minutes.name) throw new AppError('notFound')
    return inTurn(given.id, async () => {
      const document = await deps.find(given.id)
      if (document === null) throw new AppError('notFound')
      // [LI3]
      if (document.closed) return { outcome: 'refused', reason: 'closed', ...answer(given.id) }
      const room = roomOf(document)
      const [facts, members] = await Promise.all([
        deps.read(room, factsOf),
        deps.spaces.members(document.spaceId),
      ])
      const writers = new Set<string>(
        members.filter(({ role }) => may(role, 'write')).map(({ personId }) => personId),
      )
      const people = new Set<string>([...members.map(({ personId }) => personId), ...facts.attendance.keys()])
      const before = held.get(given.id) ?? null
      const outcome = decide(before, {
        now: clock.now(),
        by,
        rights: liveRights(facts.functions, by, id => writers.has(id)),
        isItem: id => facts.items.has(id),
        isMotion: id => facts.motions.has(id),
        isPerson: id => people.has(id),
        isRemote: id => facts.attendance.get(id) === 'zugeschaltet',
      })
      if (outcome.outcome === 'refused') return { ...outcome, ...answer(given.id) }
      if (outcome.state !== before?.state) {
        // never one that was there before, also after a meeting was begun anew
        last = Math.max(last + 1, clock.now())
        const next = { counter: last, state: outcome.state }
        held.set(given.id, next)
        await keep(given.id, next)
        deps.notify(room, { type: 'live', ...next })
      }
      return { outcome: 'done', ...answer(given.id) }
    })
  }

  return {
    act: (document, by, action) =>
      change(document, by, (before, context) => applyLive(before?.state ?? null, action, context)),

    handOver: (document, by, from, state) =>
      change(document, by, (before, { rights, now }) => {
        if (!rights.lead) return { outcome: 'refused', reason: 'notAllowed' }
        // nobody has done anything since the connection went: what is held here is the older one
        if ((before?.counter ?? 0) !== from) return { outcome: 'refused', reason: 'goneOn' }
        return { outcome: 'done', state: notAhead(state, now) }
      }),

    notice(documentId) {
      const now = held.get(documentId)
      return now ? { type: 'live', ...now } : null
    },

    clear: documentId =>
      inTurn(documentId, async () => {
        const document = await deps.find(documentId)
        if (held.delete(documentId) && document) {
          last = Math.max(last + 1, clock.now())
          deps.notify(roomOf(document), { type: 'live', counter: last, state: null })
        }
        await forget([documentId])
      }),
  }
}

const roomOf = (info: Pick<DocumentInfo, 'id' | 'generation'>): Room => ({
  documentId: info.id,
  generation: info.generation,
})

/** Only the fields that count: an action must not read a whole long document. */
function factsOf(doc: Doc): Facts {
  const handle = minutes.open(doc)
  const header = handle.record('header')
  const attendance = handle.list('attendance')
  return {
    functions: {
      chair: header.get('chair'),
      timeKeeper: header.get('timeKeeper'),
      speakerListKeeper: header.get('speakerListKeeper'),
      minuteTakers: header.get('minuteTakers'),
    },
    items: new Set(handle.list('agenda').ids()),
    motions: new Set(handle.list('decisions').ids()),
    attendance: new Map(attendance.ids().map(id => [id, attendance.get(id)?.get('status') ?? ''])),
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
