import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Readable } from '#client/lib/store.ts'
import type { SetAsideReason } from '#client/offline/deviceDatabase.ts'
import type { Intention } from '#client/offline/intentions.ts'
import type { DocumentInfo, Member, Space } from '#shared/api/contract.ts'
import type { AnyHandle, AnyKind, Kind } from '#shared/document/defineKind.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { AppError } from '#shared/errors.ts'
import type { PersonId } from '#shared/ids.ts'
import type { CommandId, LedgerRow } from '#shared/ledger/row.ts'
import type { Refusal } from '#shared/wire/handshake.ts'
import type { LiveNotice, ReadOnlyReason } from '#shared/wire/notice.ts'
import type { PresencePerson } from '#shared/wire/presence.ts'
import type { Answered } from './commands.ts'

/** Why the device keeps nothing at the moment; text under `errors.<code>`. */
export type StorageError = 'storageFull' | 'storageUnavailable'

/**
 * What the badge says. `saved` only when everything written here is on the server's disk (P3).
 * `onlyOnline`: the device store failed; `changes` counts what the server has not acknowledged yet.
 */
export type SaveState =
  | { state: 'unsaved'; changes: number }
  | { state: 'onDevice'; changes: number }
  | { state: 'saved' }
  | { state: 'onlyOnline'; changes: number; error: StorageError }

export type ConnectionState =
  | { state: 'connecting' }
  | { state: 'online' }
  | { state: 'offline' }
  | { state: 'refused'; reason: Refusal }

/**
 * `replaced`: the text was set aside on this device (ARCHITECTURE 5, Refusal). What is still written here joins it;
 * `openDocument` gives the document as the server has it.
 */
export type SessionLife = { state: 'open' } | { state: 'replaced'; reason: SetAsideReason }

/** Somebody else in this document, or the same person on another device (`isSelf`). */
export type PresenceEntry = {
  clientId: number
  person: PresencePerson
  place: { path: string; typing: boolean } | null
  isSelf: boolean
}

/** `intended`: the server could not be asked; the device keeps it and asks later. */
export type CommandOutcome = Answered | { readonly outcome: 'intended' }

/** One undo stack for the whole sheet: fields, order, deletions and prose; only own changes. */
export interface SharedUndo {
  readonly undo: () => void
  readonly redo: () => void
  readonly state: Readable<{ canUndo: boolean; canRedo: boolean }>
  readonly manager: Y.UndoManager
}

/** An open document on this device. */
export interface DocumentSession<D extends z.ZodObject> extends AnySession {
  readonly kind: Kind<D>
  readonly handle: RecordHandle<D>
}

/** An open document whose kind is known by its name only. */
export interface AnySession {
  readonly info: DocumentInfo
  readonly doc: Y.Doc
  readonly kind: AnyKind
  readonly handle: AnyHandle
  readonly awareness: Awareness
  readonly undo: SharedUndo
  readonly members: readonly Member[]
  readonly space: Space
  readonly self: PersonId
  readonly save: Readable<SaveState>
  readonly connection: Readable<ConnectionState>
  readonly access: Readable<'read' | 'write'>
  /** why it is only for reading; `null` while it may be written, or when only the person's role is known */
  readonly readOnly: Readable<ReadOnlyReason | null>
  readonly life: Readable<SessionLife>
  readonly presence: Readable<readonly PresenceEntry[]>
  /** What was decided about the document, in order: what the device has at once, then what the server has more. */
  readonly rows: Readable<readonly LedgerRow[]>
  /** Where the meeting stands, as the server said last; `null` while it has said nothing. */
  readonly live: Readable<LiveNotice | null>
  /** Commands of this device that the server has not carried out: they wait, or were refused. */
  readonly intentions: Readable<readonly Intention[]>
  /**
   * Has something decided, by an endpoint of the document's kind. A refusal is an answer.
   * @throws AppError when neither the server nor the device took it
   */
  command(name: string, input: unknown): Promise<CommandOutcome>
  /** Takes an intention back that waits, or puts a refused one away. */
  withdraw(commandId: CommandId): Promise<void>
  /** Tells the others where this person is; `typing` falls back by itself after a pause. */
  setPlace(path: string | null, typing?: boolean): void
  /**
   * Words that a field holds at `path` and the document does not have yet: nothing is „gespeichert“ meanwhile.
   * `write` puts them there and is called when the page is hidden or left; `null`: there are none any more.
   */
  holdUnwritten(path: string, write: (() => void) | null): void
  /** Ends this opening; the last one to close ends the channel. Resolves when the device store is written. */
  close(): Promise<void>
}

export type OpenResult =
  | { state: 'ready'; session: AnySession }
  | { state: 'notFound' }
  | { state: 'notOnDevice' }
  | { state: 'signedOut' }
  | { state: 'failed'; error: AppError }
