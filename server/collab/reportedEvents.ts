import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import type { AuthorId } from '#shared/ids.ts'
import type { Room as RoomId } from '#shared/wire/room.ts'
import type { RoomEvents } from './rooms/room.ts'

/** What all rooms report to. */
export type Reports = {
  readonly log: Log
  readonly metrics?: Metrics
  hookFailed(hook: string, error: unknown): void
  onChanged(room: RoomId, author: AuthorId | null): void
  onTooLate(room: RoomId, author: AuthorId, bytes: Uint8Array): void
  /** Clears away what stands in a container of another type. */
  repair(room: RoomId): Promise<void>
}

/** Reports what happens in one room; thousands lie open, so that it is two fields and no closures. */
export class ReportedEvents implements RoomEvents {
  readonly #reports: Reports
  readonly #room: RoomId

  constructor(reports: Reports, room: RoomId) {
    this.#reports = reports
    this.#room = room
  }

  unreadable(error: unknown): void {
    this.#reports.log.warn({ err: error, document: this.#room.documentId }, 'unreadable frame')
  }

  refused(reason: string): void {
    this.#reports.metrics?.refusedUpdates.inc({ reason })
  }

  notStored(error: unknown): void {
    this.#reports.log.error({ err: error, document: this.#room.documentId }, 'update not stored')
  }

  changed(author: AuthorId | null): void {
    try {
      this.#reports.onChanged(this.#room, author)
    } catch (error) {
      this.#reports.hookFailed('onChanged', error)
    }
  }

  tooLate(author: AuthorId, bytes: Uint8Array): void {
    try {
      this.#reports.onTooLate(this.#room, author, bytes)
    } catch (error) {
      this.#reports.hookFailed('onTooLate', error)
    }
  }

  flagged(flags: readonly string[]): void {
    const document = this.#room.documentId
    this.#reports.log.warn({ document, flags }, 'content without meaning here')
    if (!flags.includes('rootOfAnotherType')) return
    // content that stands in a container of another type: the server clears it away (THREATS b12)
    this.#reports.repair(this.#room).catch((error: unknown) => {
      this.#reports.log.error({ err: error, document }, 'document not repaired')
    })
  }
}
