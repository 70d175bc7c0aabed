import type { Doc } from 'yjs'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { createFairLock } from '#server/db/fairLock.ts'
import { createDocumentJob } from '#server/documents/documentJob.ts'
import type { LastChange } from '#server/documents/lastChanges.ts'
import type { Log } from '#server/log.ts'
import type { DocumentInfo } from '#shared/api/contract.ts'
import { type DocumentId, documentIdSchema, type SpaceId } from '#shared/ids.ts'
import type { RegisterEntry } from '#shared/kinds/minutes/projections/entry.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { projections as ofKinds } from '#shared/kinds/projections.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import type { Room } from '#shared/wire/room.ts'
import { createEntryStore, type EntryStore } from './store.ts'

export type Progress = { readonly done: number; readonly total: number }

/**
 * What the registers show of each document, made from journal and ledger and kept in `derived.db`.
 *
 * - [PJ1] At least once per change, as soon as [DJ1] says; a failure disturbs nobody who stores something (THREATS a24).
 * - [PJ2] Entries are bound to generation, journal and ledger: what is missing, behind or of another form is made anew
 *   by `catchUp`.
 * - [PJ3] `rebuild` makes everything anew, or what belongs to one space, while what stands there answers. A document that
 *   cannot be read keeps its entries and is tried again.
 */
export interface Projections {
  /** To be called after each change of a document, in journal or ledger. Never throws. */
  changed(room: Pick<Room, 'documentId'>): void
  /** Makes the document's entries now. */
  refresh(documentId: DocumentId): Promise<void>
  catchUp(): Promise<void>
  /** One at a time; resolves with what was made when it stands, or earlier where `signal` ends it. */
  rebuild(options?: {
    readonly spaceId?: SpaceId
    readonly onProgress?: (progress: Progress) => void
    readonly signal?: AbortSignal
  }): Promise<Progress>
  readonly entries: Pick<EntryStore, 'of'>
  settled(): Promise<void>
  close(): Promise<void>
}

export function createProjections(deps: {
  derived: Database
  clock: Clock
  log: Log
  find: (id: DocumentId) => Promise<DocumentInfo | null>
  read: (room: Room, look: (doc: Doc) => RegisterEntry[]) => Promise<RegisterEntry[]>
  /** every document's last journal row, or that of the given ones */
  lastChanges: (ids?: readonly DocumentId[]) => Promise<readonly LastChange[]>
  rows: (documentId: DocumentId) => Promise<readonly LedgerRow[]>
  /** the last ledger row of each document that has one */
  ledgerSeqs: () => Promise<ReadonlyMap<DocumentId, number>>
  /** what is kept of a document of each kind; other than the program's in tests */
  kinds?: Readonly<Record<string, (doc: Doc, record: MinutesRecord) => RegisterEntry[]>>
}): Projections {
  const { clock, log } = deps
  const kinds = deps.kinds ?? ofKinds
  const store = createEntryStore(deps.derived)
  const job = createDocumentJob({
    clock,
    log,
    failed: 'registers not made, trying again',
    run: id => refresh(id),
  })
  const alone = createFairLock()
  const ending = new AbortController()
  let rebuilding: Promise<unknown> = Promise.resolve()

  const refresh = (documentId: DocumentId): Promise<void> =>
    make(documentId, (source, entries) => store.put(source, entries))

  async function make(documentId: DocumentId, put: EntryStore['put']): Promise<void> {
    const [info, [last]] = await Promise.all([deps.find(documentId), deps.lastChanges([documentId])])
    const project = info && kinds[info.kind]
    if (!info || !last || !project) return
    const rows = await deps.rows(documentId)
    const record = recordOf(rows)
    const entries = await deps.read(roomOf(info), doc => project(doc, record))
    const source = {
      documentId,
      spaceId: info.spaceId,
      generation: info.generation,
      seq: last.seq,
      ledgerSeq: rows.at(-1)?.seq ?? 0,
    }
    await put(source, entries)
  }

  /** The documents that stand in registers, all or those of a space. */
  async function documents(spaceId: SpaceId | undefined): Promise<DocumentInfo[]> {
    const found: DocumentInfo[] = []
    for (const { documentId } of await deps.lastChanges()) {
      const info = await deps.find(documentId)
      if (info && kinds[info.kind] && (spaceId === undefined || info.spaceId === spaceId)) found.push(info)
    }
    return found
  }

  const rebuild: Projections['rebuild'] = ({ spaceId, onProgress, signal } = {}) => {
    const run = alone.hold(async (): Promise<Progress> => {
      const isEnded = () => signal?.aborted === true || ending.signal.aborted
      const list = await documents(spaceId)
      const known = new Set<string>(list.map(({ id }) => id))
      const gone = [...(await store.sources()).values()]
        .filter(own => (spaceId === undefined || own.spaceId === spaceId) && !known.has(own.documentId))
        .map(({ documentId }) => documentId)
      const total = list.length
      let done = 0
      onProgress?.({ done, total })
      await store.begin()
      try {
        for (const { id } of list) {
          if (isEnded()) break
          await make(id, (source, entries) => store.putNext(source, entries)).catch((error: unknown) => {
            log.error({ err: error, document: id }, 'registers not made anew, those of before stay')
            job.changed(id)
          })
          done++
          onProgress?.({ done, total })
        }
      } finally {
        await (done === total ? store.finish(gone) : store.drop())
      }
      return { done, total }
    })
    rebuilding = run.catch(() => undefined)
    return run
  }

  return {
    changed: ({ documentId }) => job.changed(documentId),
    refresh,
    rebuild,
    entries: store,

    async catchUp() {
      const [kept, ledger] = await Promise.all([store.sources(), deps.ledgerSeqs()])
      for (const { documentId, generation, seq } of await deps.lastChanges()) {
        if (job.isClosed) return
        const own = kept.get(documentId)
        const isUpToDate =
          own?.generation === generation && own.seq >= seq && own.ledgerSeq >= (ledger.get(documentId) ?? 0)
        if (isUpToDate) continue
        const info = await deps.find(documentId)
        if (info && kinds[info.kind]) await job.start(documentId)
      }
    },

    settled: () => job.settled(),

    async close() {
      ending.abort()
      await rebuilding
      await job.close()
    },
  }
}

const roomOf = (info: DocumentInfo): Room => ({ documentId: info.id, generation: info.generation })

/** Reads where the ledger of each document ends. */
export async function readLedgerSeqs(database: Database): Promise<ReadonlyMap<DocumentId, number>> {
  const rows = await database.kysely
    .selectFrom('ledger')
    .select(({ fn }) => ['document_id', fn.max('document_seq').as('seq')])
    .groupBy('document_id')
    .execute()
  return new Map(rows.map(row => [documentIdSchema.parse(row.document_id), row.seq]))
}
