import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Doc } from 'yjs'
import type { Membership, Spaces } from '#server/access/spaces.ts'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { template } from '#server/db/template.ts'
import type { SqlRuns } from '#server/db/threadClient.ts'
import type { DocumentIndex } from '#server/documents/documentIndex.ts'
import type { CommandAnswer, DocumentInfo } from '#shared/api/contract.ts'
import { sameValue } from '#shared/document/text.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { closedDraft, signedText } from '#shared/kinds/minutes/closing.ts'
import type { MinutesCommand } from '#shared/kinds/minutes/commands.ts'
import { decideMinutes } from '#shared/kinds/minutes/decide/decide.ts'
import type { Decided, DecideInput, Moment, OtherMinutes } from '#shared/kinds/minutes/decide/input.ts'
import { type MinutesPayload, minutesPayloadSchema, type PayloadOf } from '#shared/kinds/minutes/payload.ts'
import { recordOf, withPayload } from '#shared/kinds/minutes/recordOf.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'
import type { CommandId, LedgerRow } from '#shared/ledger/row.ts'
import { may } from '#shared/permissions.ts'
import { endOpenIntervals } from '#shared/rules/attendance.ts'
import { dayIn, timeIn } from '#shared/rules/zoned.ts'
import type { Notice } from '#shared/wire/notice.ts'
import type { Room } from '#shared/wire/room.ts'
import type { Ledger, Prepared } from './ledger.ts'

/** A device's clock, set right by the server's, may be ahead by so much. */
const mostAheadMs = 120_000
/** An intention is made on the way, not in another season: beyond this the device's clock is wrong. */
const oldestMs = 60 * 24 * 60 * 60 * 1000

/** What the server itself writes, and what is carried out in the same transaction. */
export type ServerWrite = {
  readonly author: null
  readonly change: (doc: Doc) => void
  readonly together: readonly SqlRuns[]
}

/** The documents as they are now. */
export type Drafts = {
  read<T>(room: Room, look: (doc: Doc) => T): Promise<T>
  /** Reads, then writes, while nobody else can write. */
  decide<T>(room: Room, work: (doc: Doc) => Promise<{ result: T; write: ServerWrite | null }>): Promise<T>
  notify(room: Room, notice: Notice): void
}

/** Who commands, with which document. Whether they may write there was asked before. */
export type Commander = { readonly document: DocumentInfo; readonly member: Membership }

/** What people have decided about minutes (domain.md 2.2–2.4): one decision after the other in a space. */
export interface MinutesCommands {
  /**
   * Decides, once per `commandId`. A refusal is an answer.
   * @throws AppError `notFound` where the document is no minutes
   */
  run(
    command: MinutesCommand,
    by: Commander,
    given: { readonly commandId: CommandId; readonly madeAt: number | null },
  ): Promise<CommandAnswer>
}

export function createMinutesCommands(deps: {
  database: Database
  ledger: Ledger
  clock: Clock
  timeZone: string
  spaces: Spaces
  index: DocumentIndex
  drafts: Drafts
  durableSeq: (room: Room) => Promise<number>
  /** called with each document about which something was decided */
  decided?: (room: Room) => void
  /** called when a meeting was closed */
  closed?: (room: Room) => void
}): MinutesCommands {
  const { database, ledger, clock, drafts, index } = deps
  const { kysely } = database

  const insertRegister = template<{ spaceId: string; register: string; documentId: string }>(
    kysely,
    slot => sql`insert into ledger_register (space_id, register, document_id)
      values (${slot('spaceId')}, ${slot('register')}, ${slot('documentId')})`,
  )
  const insertContent = template<{ documentId: string; hash: string; bytes: Uint8Array }>(
    kysely,
    slot => sql`insert into ledger_content (document_id, hash, bytes)
      values (${slot('documentId')}, ${slot('hash')}, ${slot('bytes')})`,
  )
  const setClosed = template<{ documentId: string; at: number }>(
    kysely,
    slot => sql`update document set closed_at = ${slot('at')} where id = ${slot('documentId')}`,
  )

  const momentOf = (at: number): Moment => ({ on: dayIn(deps.timeZone, at), at: timeIn(deps.timeZone, at) })

  async function otherOf(
    documentId: DocumentId,
    spaceId: DocumentInfo['spaceId'],
  ): Promise<OtherMinutes | null> {
    const info = await index.find(documentId)
    if (info?.kind !== minutes.name || info.spaceId !== spaceId) return null
    const value = await drafts.read(roomOf(info), projected)
    return { value, record: recordOf(await ledger.rows(documentId)) }
  }

  /** What the command names of other minutes. */
  async function othersOf(command: MinutesCommand, spaceId: DocumentInfo['spaceId']) {
    const named =
      command.name === 'approve'
        ? command.input.approvedIn
        : command.name === 'supersede'
          ? command.input.bySource.documentId
          : null
    const other = named === null ? null : await otherOf(named, spaceId)
    return (id: string) => (id === named ? other : null)
  }

  async function takenRegisters(spaceId: string): Promise<ReadonlySet<string>> {
    const rows = await kysely
      .selectFrom('ledger_register')
      .select('register')
      .where('space_id', '=', spaceId)
      .execute()
    return new Set(rows.map(({ register }) => register))
  }

  return {
    async run(command, { document, member }, { commandId, madeAt }) {
      if (document.kind !== minutes.name) throw new AppError('notFound')
      const room = roomOf(document)
      const answer = await ledger.alone(document.spaceId, async (): Promise<CommandAnswer> => {
        const rows = await ledger.rows(document.id)
        const before = rows.filter(row => row.commandId === commandId)
        if (before.length > 0) return repeated(before)

        const now = clock.now()
        if (madeAt !== null && (madeAt > now + mostAheadMs || madeAt < now - oldestMs))
          return { outcome: 'refused', reason: 'madeAtImpossible', fields: {}, rows: [] }
        const record = recordOf(rows)
        const other = await othersOf(command, document.spaceId)
        const taken = await takenRegisters(document.spaceId)
        const members = await deps.spaces.members(document.spaceId)
        const given = (value: MinutesDraft): DecideInput => ({
          value,
          record,
          documentId: document.id,
          by: member.personId,
          isWriter: person => may(members.find(own => own.personId === person)?.role ?? null, 'write'),
          when: momentOf(madeAt ?? now),
          now: momentOf(now),
          newId: randomUUID,
          isTaken: register => taken.has(register),
          hash: sha256,
          findings: { members },
          other,
        })
        const entry = async (payloads: readonly MinutesPayload[]): Promise<Prepared> =>
          ledger.prepare({
            documentId: document.id,
            spaceId: document.spaceId,
            commandId,
            actor: member.authorId,
            generation: document.generation,
            journalSeq: await deps.durableSeq(room),
            payloads,
          })

        if (command.name === 'closeMeeting') {
          return drafts.decide(room, async doc => {
            const value = projected(doc)
            const decided = decideMinutes(command, given(value))
            if (decided.outcome === 'refused') return { result: refusalOf(decided, rows, []), write: null }
            const closing = closingOf(decided)
            const prepared = await entry(decided.payloads)
            const text = signedText(
              closedDraft(value, closing.end),
              withPayload(record, closing),
              minutes.schemaVersion,
            )
            const more: SqlRuns[] = [
              {
                sql: insertRegister.sql,
                runs: closing.registers.map(({ register }) =>
                  insertRegister.parametersFor({
                    spaceId: document.spaceId,
                    register,
                    documentId: document.id,
                  }),
                ),
              },
              {
                sql: insertContent.sql,
                runs: [
                  insertContent.parametersFor({
                    documentId: document.id,
                    hash: closing.contentHash,
                    bytes: Buffer.from(text, 'utf8'),
                  }),
                ],
              },
              { sql: setClosed.sql, runs: [setClosed.parametersFor({ documentId: document.id, at: now })] },
            ].filter(({ runs }) => runs.length > 0)
            const result: CommandAnswer = { outcome: 'done', rows: [...prepared.rows] }
            // whoever has entered the end and everybody's leaving before leaves nothing to be written
            if (sameValue(closedDraft(value, closing.end), value)) {
              await ledger.write(prepared, more)
              return { result, write: null }
            }
            return {
              result,
              write: {
                author: null,
                change: copy => closeDraft(copy, closing.end),
                together: [...prepared.statements, ...more],
              },
            }
          })
        }
        const value = await drafts.read(room, projected)
        const decided = decideMinutes(command, given(value))
        if (decided.payloads.length === 0) return refusalOf(decided, rows, [])
        const prepared = await entry(decided.payloads)
        await ledger.write(prepared)
        return decided.outcome === 'done'
          ? { outcome: 'done', rows: [...prepared.rows] }
          : refusalOf(decided, rows, prepared.rows)
      })
      const last = answer.rows.at(-1)
      if (last) {
        if (command.name === 'closeMeeting' && answer.outcome === 'done') {
          index.forget(document.id)
          deps.closed?.(room)
        }
        drafts.notify(room, { type: 'ledger', seq: await ledger.seq(document.id) })
        deps.decided?.(room)
      }
      return answer
    },
  }
}

const roomOf = (info: Pick<DocumentInfo, 'id' | 'generation'>): Room => ({
  documentId: info.id,
  generation: info.generation,
})

const projected = (doc: Doc): MinutesDraft => minutes.project(doc).value

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const payloadOf = (row: LedgerRow): MinutesPayload | null => {
  const parsed = minutesPayloadSchema.safeParse(row.payload)
  return parsed.success ? parsed.data : null
}

/** `written`: what was recorded of the refusal; beside it the rows that stand in the way. */
function refusalOf(
  decided: Decided,
  rows: readonly LedgerRow[],
  written: readonly LedgerRow[],
): CommandAnswer {
  if (decided.outcome === 'done') return { outcome: 'done', rows: [...written] }
  const standing = rows.filter(row => {
    const payload = payloadOf(row)
    return payload !== null && decided.stands(payload)
  })
  const { reason, fields } = decided
  return { outcome: 'refused', reason, fields: { ...fields }, rows: [...standing, ...written] }
}

/** The answer to a command that was carried out before. */
function repeated(rows: readonly LedgerRow[]): CommandAnswer {
  const refusal = rows.map(payloadOf).find(payload => payload?.kind === 'tallyRefused')
  if (refusal?.kind !== 'tallyRefused') return { outcome: 'done', rows: [...rows] }
  return refusal.violates === 'V03'
    ? {
        outcome: 'refused',
        reason: 'notQuorate',
        fields: { present: refusal.E, needed: refusal.min },
        rows: [...rows],
      }
    : {
        outcome: 'refused',
        reason: 'moreVotesThanEligible',
        fields: { eligible: refusal.E },
        rows: [...rows],
      }
}

function closingOf(decided: Extract<Decided, { outcome: 'done' }>): PayloadOf<'meetingClosed'> {
  const [payload] = decided.payloads
  if (payload.kind !== 'meetingClosed') throw new Error('Closing decided something else')
  return payload
}

/** The server's own write at closing: the end, and every open interval ended there. */
function closeDraft(doc: Doc, end: string): void {
  const handle = minutes.open(doc)
  const list = handle.list('attendance')
  handle.record('header').set('end', end)
  const rows = list.ids().flatMap(id => {
    const intervals = list.get(id)?.get('intervals')
    return intervals ? [{ id, intervals }] : []
  })
  for (const { id, intervals } of endOpenIntervals(rows, end)) list.get(id)?.set('intervals', intervals)
}
