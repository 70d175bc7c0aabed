import { asAppError, rpc } from '#client/lib/rpc.ts'
import { type DeviceRecord, deviceKey } from '#client/offline/deviceDatabase.ts'
import { decisionStore, setAsideTexts, sheetStore } from '#client/offline/deviceStore.ts'
import { recallPerson, rememberPerson } from '#client/offline/person.ts'
import type { KeptSheet, SheetStore } from '#client/offline/sheetStore.ts'
import type { DocumentInfo } from '#shared/api/contract.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { loadKind } from '#shared/kinds/registry.ts'
import { may } from '#shared/permissions.ts'
import { keptDecisions } from './decided.ts'
import { Sheet } from './sheet.ts'
import type { OpenResult } from './types.ts'

export type {
  AnySession,
  CommandOutcome,
  ConnectionState,
  DocumentSession,
  OpenResult,
  PresenceEntry,
  SaveState,
  SessionLife,
  SharedUndo,
  StorageError,
} from './types.ts'

/** How long a document that the device does not have may take to arrive, in ms. */
const arrivalLimit = 20_000

type Opened = { sheet: Sheet } | Exclude<OpenResult, { state: 'ready' }>
const open = new Map<DocumentId, { opened: Promise<Opened>; users: number }>()
/** Sheets that are still writing to the device. */
const closing = new Map<DocumentId, Promise<void>>()

/**
 * Opens a document: the device's copy at once when there is one, else what the server sends. Everybody in this tab
 * shares one opening; it ends when the last of them has closed it. Once its text was set aside (`life`) the next call
 * opens the document anew, whoever still has the former.
 */
export async function openDocument(id: DocumentId): Promise<OpenResult> {
  const shared = open.get(id) ?? { opened: begin(id), users: 0 }
  open.set(id, shared)
  shared.users++
  const opened = await shared.opened
  if ('sheet' in opened) {
    void opened.sheet.replaced().then(() => {
      if (open.get(id) === shared) open.delete(id)
    })
  }
  const leave = async () => {
    shared.users--
    if (shared.users > 0) return
    // what only this tab has stays open until it is safe; whoever opens the document again gets it so
    if ('sheet' in opened) await opened.sheet.safe()
    if (shared.users > 0) return
    if (open.get(id) !== shared) {
      // it was replaced, or closed already: closing twice does nothing
      if ('sheet' in opened) await opened.sheet.close()
      return
    }
    open.delete(id)
    if (!('sheet' in opened)) return
    const closed = opened.sheet.close().finally(() => closing.delete(id))
    closing.set(id, closed)
    await closed
  }
  if (!('sheet' in opened)) {
    await leave()
    return opened
  }
  let left = false
  const session = opened.sheet.share(async () => {
    if (left) return
    left = true
    await leave()
  })
  return { state: 'ready', session }
}

/** How many documents this tab has open. */
export const openCount = (): number => open.size

async function begin(id: DocumentId): Promise<Opened> {
  try {
    await closing.get(id)
    const person = (await recallPerson()) ?? (await rpc.session.current()).person
    if (!person) return { state: 'signedOut' }
    rememberPerson(person)
    const store = sheetStore(person.id)
    const aside = setAsideTexts(person.id)
    const decisions = decisionStore(person.id)
    const [local, decided] = await Promise.all([
      fromDevice(store, id, aside.forkOf(id)),
      keptDecisions(decisions, id),
    ])
    if ('record' in local) {
      const { record, kept } = local
      const sheet = new Sheet(
        {
          ...record,
          kind: await kindOf(record.info),
          fork: record.fork,
          tooOld: record.tooOld,
          self: person.id,
          kept,
          decided,
          storageError: null,
        },
        store,
        aside,
        decisions,
      )
      void sheet.remember()
      void renew(sheet, id)
      return { sheet }
    }
    const answer = await rpc.documents.open({ id })
    const sheet = new Sheet(
      {
        self: person.id,
        info: answer.document,
        kind: await kindOf(answer.document),
        space: answer.space,
        members: answer.members,
        access: may(answer.space.role, 'write') ? 'write' : 'read',
        durable: null,
        fork: local.fork,
        tooOld: undefined,
        kept: local.error === null ? { snapshot: null, rows: [], outbox: [] } : null,
        decided,
        storageError: local.error,
      },
      store,
      aside,
      decisions,
    )
    const failure = await arrival(sheet)
    if (failure) {
      await sheet.close()
      return failure
    }
    sheet.plantSeed()
    void sheet.remember()
    return { sheet }
  } catch (error) {
    const known = asAppError(error)
    if (known.code === 'signedOut') return { state: 'signedOut' }
    if (known.code === 'notFound') return { state: 'notFound' }
    if (known.code === 'unavailable' && isCutOff(known)) return { state: 'notOnDevice' }
    return { state: 'failed', error: known }
  }
}

/** @throws AppError `clientTooOld` for a kind that only a newer version of this program knows */
async function kindOf(info: DocumentInfo): Promise<AnyKind> {
  const kind = await loadKind(info.kind)
  if (!kind) throw new AppError('clientTooOld')
  return kind
}

/** Whether the server could not be reached at all: `fetch` throws a TypeError then. */
const isCutOff = (error: AppError) => !navigator.onLine || error.cause instanceof TypeError

type Local =
  | { record: DeviceRecord; kept: KeptSheet }
  /** no copy; `error` says why it cannot be read, `fork` under which the document begins here */
  | { error: unknown; fork: string | undefined }

/**
 * The device's copy. While a text of the document that was set aside is not written yet, what the device has is of
 * before: then the document begins anew under `newFork`.
 */
async function fromDevice(store: SheetStore, id: DocumentId, newFork: string | undefined): Promise<Local> {
  if (newFork !== undefined) return { error: new AppError('storageUnavailable'), fork: newFork }
  try {
    const record = await store.record(id)
    if (!record) return { error: null, fork: undefined }
    const kept = await store.load(deviceKey(record.info, record.fork))
    // a record without content promises nothing: an empty sheet must never stand for one that is not here
    const isEmpty = kept.snapshot === null && kept.rows.length === 0 && kept.outbox.length === 0
    return isEmpty ? { error: null, fork: record.fork } : { record, kept }
  } catch (error) {
    if (error instanceof AppError) return { error, fork: undefined }
    throw error
  }
}

/** `null` when the document has arrived, else what to say. */
async function arrival(sheet: Sheet): Promise<Exclude<OpenResult, { state: 'ready' }> | null> {
  const { connection } = sheet
  return new Promise(resolve => {
    const ends: (() => void)[] = []
    const end = (result: Exclude<OpenResult, { state: 'ready' }> | null) => {
      for (const stop of ends) stop()
      resolve(result)
    }
    const look = () => {
      const now = connection.get()
      if (now.state !== 'refused') return
      if (now.reason === 'signedOut' || now.reason === 'notFound') end({ state: now.reason })
      else end({ state: 'failed', error: new AppError(now.reason) })
    }
    const timer = setTimeout(() => end({ state: 'failed', error: new AppError('unavailable') }), arrivalLimit)
    ends.push(connection.subscribe(look), () => clearTimeout(timer))
    void sheet.firstSync().then(async () => {
      await sheet.decisionsHere()
      end(null)
    })
    look()
  })
}

/**
 * Space and members may have changed since the device saw them. Whether the document is still open to this person,
 * and whether there is a connection, is for the channel to say: a failure here says nothing new.
 */
async function renew(sheet: Sheet, id: DocumentId): Promise<void> {
  const answer = await rpc.documents.open({ id }).then(
    given => given,
    () => null,
  )
  if (answer) sheet.renew(answer.space, answer.members)
}
