import type { DocumentCard, DocumentInfo, Member, Person, Space } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId, PersonId } from '#shared/ids.ts'
import { DeviceDatabase, type DeviceRecord, deviceKey } from './deviceDatabase.ts'
import { type IntentionStore, intentionStore } from './intentions.ts'
import { type LedgerStore, ledgerStore } from './ledgerStore.ts'
import { recallPerson, rememberedPerson, rememberPerson } from './person.ts'
import { SetAsideTexts } from './setAside.ts'
import { SheetStore } from './sheetStore.ts'

export { type StorageState, storageState } from './deviceDatabase.ts'

const databases = new Map<PersonId, DeviceDatabase>()

function databaseOf(person: PersonId): DeviceDatabase {
  const known = databases.get(person)
  if (known) return known
  const opened = new DeviceDatabase(person)
  databases.set(person, opened)
  return opened
}

const setAside = new Map<PersonId, SetAsideTexts>()

/** The texts of a person that were set aside on this device. */
export function setAsideTexts(person: PersonId): SetAsideTexts {
  const known = setAside.get(person)
  if (known) return known
  const opened = new SetAsideTexts(databaseOf(person))
  setAside.set(person, opened)
  return opened
}

/** The sheets that a person has on this device. */
export const sheetStore = (person: PersonId): SheetStore =>
  new SheetStore(databaseOf(person), () => setAsideTexts(person).write())

/** What was decided, and what is to be, as this device has it. */
export const decisionStore = (person: PersonId): LedgerStore & IntentionStore => ({
  ...ledgerStore(databaseOf(person)),
  ...intentionStore(databaseOf(person)),
})

function mine(): DeviceDatabase {
  const person = rememberedPerson()
  if (!person) throw new AppError('signedOut')
  return databaseOf(person.id)
}

/** A document that this device can open without a network. */
export type DeviceDocument = {
  readonly info: DocumentInfo
  readonly title: string
  readonly date: string | null
  readonly space: Space
  readonly members: readonly Member[]
  readonly access: 'read' | 'write'
  readonly openedAt: number
  /** changes made here that the server has not acknowledged, and commands that it has not answered */
  readonly unsentChanges: number
}

/** The documents on this device, the one opened last first. */
export async function listDocuments(): Promise<DeviceDocument[]> {
  const tables = ['documents', 'outbox', 'intentions'] as const
  const { records, outbox, intentions } = await mine().read(tables, async transaction => ({
    records: await transaction.objectStore('documents').getAll(),
    outbox: await transaction.objectStore('outbox').getAll(),
    intentions: await transaction.objectStore('intentions').getAll(),
  }))
  const unsent = new Map<string, number>()
  for (const entry of outbox) unsent.set(entry.room, (unsent.get(entry.room) ?? 0) + entry.changes)
  const intended = new Map<DocumentId, number>()
  for (const { document } of intentions) intended.set(document, (intended.get(document) ?? 0) + 1)
  return records
    .sort((a, b) => b.openedAt - a.openedAt)
    .map(record => ({
      info: record.info,
      title: record.title,
      date: record.date,
      space: record.space,
      members: record.members,
      access: record.access,
      openedAt: record.openedAt,
      unsentChanges: (unsent.get(roomOf(record)) ?? 0) + (intended.get(record.id) ?? 0),
    }))
}

const roomOf = (record: DeviceRecord) => deviceKey(record.info, record.fork)

/**
 * Takes a document off this device, with everything not sent yet: ask before, when `unsentChanges` is not 0.
 * Texts that were set aside stay until somebody puts them away.
 */
export async function removeDocument(id: DocumentId): Promise<void> {
  const tables = ['documents', 'snapshots', 'rows', 'outbox', 'ledger', 'intentions'] as const
  await mine().write(tables, 'strict', async transaction => {
    const record = await transaction.objectStore('documents').get(id)
    if (!record) return
    const room = roomOf(record)
    const rows = await transaction.objectStore('rows').index('room').getAllKeys(room)
    const entries = await transaction.objectStore('outbox').index('room').getAllKeys(room)
    const decided = await transaction.objectStore('ledger').index('document').getAllKeys(id)
    const intended = await transaction.objectStore('intentions').index('document').getAllKeys(id)
    await Promise.all([
      transaction.objectStore('documents').delete(id),
      transaction.objectStore('snapshots').delete(room),
      ...rows.map(key => transaction.objectStore('rows').delete(key)),
      ...entries.map(key => transaction.objectStore('outbox').delete(key)),
      ...decided.map(key => transaction.objectStore('ledger').delete(key)),
      ...intended.map(key => transaction.objectStore('intentions').delete(key)),
    ])
  })
}

/**
 * Changes on this device that the server has not acknowledged, over all documents, those in texts that were set
 * aside too, and commands that it has not carried out. Look before `wipe`.
 */
export async function unsentTotal(): Promise<number> {
  const tables = ['outbox', 'setAside', 'intentions'] as const
  const { entries, intended } = await mine().read(tables, async transaction => {
    const texts = await transaction.objectStore('setAside').getAll()
    const outbox = await transaction.objectStore('outbox').getAll()
    const intentions = await transaction.objectStore('intentions').count()
    return { entries: [...outbox, ...texts.flatMap(text => text.entries)], intended: intentions }
  })
  const changes = entries.reduce((sum, entry) => sum + entry.changes, 0)
  return (entries.length === 0 ? 0 : Math.max(1, changes)) + intended
}

/** Takes everything of the person off this device and forgets who it was. */
export async function wipe(): Promise<void> {
  const person = rememberedPerson()
  if (!person) return
  await databaseOf(person.id).delete()
  databases.delete(person.id)
  setAside.delete(person.id)
  rememberPerson(null)
}

/** The last answers of the server that the desk shows, so that it starts without a network. */
export type Desk = {
  readonly person: Person
  readonly spaces: readonly Space[]
  readonly documents: readonly DocumentCard[]
  /** when the server gave them, milliseconds since 1970 */
  readonly savedAt: number
}
const deskKey = 'desk'

/** Keeps the desk; the person counts as signed in on this device from now on, even when storage fails. */
export async function saveDesk(desk: Desk): Promise<void> {
  rememberPerson(desk.person)
  await databaseOf(desk.person.id).write(['desk'], 'relaxed', async transaction => {
    await transaction.store.put(desk, deskKey)
  })
}

/** The desk as it was last seen; `null` when nobody is signed in here or nothing was kept. */
export async function loadDesk(): Promise<Desk | null> {
  const person = await recallPerson()
  if (!person) return null
  const kept = await databaseOf(person.id).read(['desk'], transaction => transaction.store.get(deskKey))
  return isDesk(kept) ? kept : null
}

/** Keeps an answer of the server that is needed without a network, too, under a name. */
export async function keepAnswer(name: string, answer: unknown): Promise<void> {
  await mine().write(['desk'], 'relaxed', async transaction => {
    await transaction.store.put(answer, `answer/${name}`)
  })
}

/** The answer kept last under a name; `undefined` when there is none. */
export async function answerOf(name: string): Promise<unknown> {
  const person = await recallPerson()
  if (!person) return undefined
  return databaseOf(person.id).read(['desk'], transaction => transaction.store.get(`answer/${name}`))
}

/** Only `saveDesk` writes here, so the form is known; what an earlier version wrote is asked for again. */
const isDesk = (value: unknown): value is Desk =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  'spaces' in value &&
  'documents' in value
