import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { LedgerTable, Tables } from '#server/db/tables.ts'
import { contentDigest, isSameDigest, noDigest, rowDigest } from './chain.ts'

/** What is wrong with a row, or with the end of a space's chain. Names no content. */
export type LedgerFault = {
  readonly spaceId: string
  readonly seq: number
  readonly fault:
    | 'missing'
    | 'digest'
    | 'content'
    | 'kind'
    | 'documentSeq'
    | 'erasedWithoutWord'
    | 'head'
    | 'signedContent'
    | 'signature'
}
/** `heads`: the last digest of each space in hex; kept elsewhere, it proves later that nothing was cut off. */
export type Verified = {
  readonly rows: number
  readonly erased: number
  readonly signatures: number
  readonly heads: readonly { readonly spaceId: string; readonly seq: number; readonly digest: string }[]
  readonly faults: readonly LedgerFault[]
}

/** Rows that are read at a time. */
const page = 500

/**
 * Reads the whole ledger and recomputes it: each digest from the one before (LE2), bytes by their salted digest, the
 * sequence per document, erased rows by the row that says so, the signed content by its hash, each signature by the
 * content that it names.
 */
export async function verifyLedger(kysely: Kysely<Tables>): Promise<Verified> {
  const faults: LedgerFault[] = []
  const heads: { spaceId: string; seq: number; digest: string }[] = []
  const documents = new Map<string, DocumentState>()
  let rows = 0
  let signatures = 0
  const spaces = await spacesOf(kysely)
  const erased: { spaceId: string; seq: number }[] = []
  const told = new Set<string>()
  for (const { spaceId, head } of spaces) {
    const fault = (seq: number, kind: LedgerFault['fault']): void =>
      void faults.push({ spaceId, seq, fault: kind })
    let previous: Uint8Array = noDigest
    let last = 0
    for await (const row of rowsOf(kysely, spaceId)) {
      rows++
      if (row.seq !== last + 1) fault(last + 1, 'missing')
      last = row.seq
      if (!isSameDigest(row.digest, rowDigest(previous, chained(row)))) fault(row.seq, 'digest')
      previous = row.digest
      const state = documents.get(row.document_id) ?? { seq: 0, signed: null }
      documents.set(row.document_id, state)
      if (row.document_seq !== state.seq + 1) fault(row.seq, 'documentSeq')
      state.seq = row.document_seq
      const payload = payloadOf(row)
      if (payload === 'erased') {
        erased.push({ spaceId, seq: row.seq })
        continue
      }
      if (payload === 'damaged') {
        fault(row.seq, 'content')
        continue
      }
      if (payload.kind !== row.kind) fault(row.seq, 'kind')
      if (payload.kind === 'contentErased') told.add(`${spaceId} ${payload.seq}`)
      if (payload.kind === 'meetingClosed') {
        state.signed = payload.contentHash ?? null
        if (!(await isSignedContentWhole(kysely, row.document_id, state.signed)))
          fault(row.seq, 'signedContent')
      }
      if (payload.kind === 'minutesSigned') {
        signatures++
        if (payload.contentHash === undefined || payload.contentHash !== state.signed)
          fault(row.seq, 'signature')
      }
    }
    const digest = Buffer.from(previous).toString('hex')
    if (!head || head.seq !== last || Buffer.from(head.digest).toString('hex') !== digest) fault(last, 'head')
    heads.push({ spaceId, seq: last, digest })
  }
  for (const row of erased)
    if (!told.has(`${row.spaceId} ${row.seq}`)) faults.push({ ...row, fault: 'erasedWithoutWord' })
  return { rows, erased: erased.length, signatures, heads, faults }
}

type DocumentState = { seq: number; signed: string | null }
type Payload = { readonly kind: string; readonly contentHash?: string; readonly seq?: number }

async function spacesOf(kysely: Kysely<Tables>) {
  const heads = await kysely.selectFrom('ledger_head').selectAll().execute()
  const used = await kysely.selectFrom('ledger').select('space_id').distinct().execute()
  const ids = new Set([...heads, ...used].map(row => row.space_id))
  return [...ids].toSorted().map(spaceId => ({
    spaceId,
    head: heads.find(head => head.space_id === spaceId),
  }))
}

async function* rowsOf(kysely: Kysely<Tables>, spaceId: string): AsyncGenerator<LedgerTable> {
  for (let after = 0; ; ) {
    const rows = await kysely
      .selectFrom('ledger')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(page)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.seq
  }
}

const chained = (row: LedgerTable) => ({
  spaceId: row.space_id,
  seq: row.seq,
  documentId: row.document_id,
  documentSeq: row.document_seq,
  commandId: row.command_id,
  kind: row.kind,
  form: row.form,
  at: row.at,
  actor: row.actor,
  generation: row.generation,
  journalSeq: row.journal_seq,
  content: row.content,
})

function payloadOf({ bytes, salt, content }: LedgerTable): Payload | 'erased' | 'damaged' {
  if (bytes === null && salt === null) return 'erased'
  if (bytes === null || salt === null || !isSameDigest(contentDigest(salt, bytes), content)) return 'damaged'
  const payload: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  // what has the right digest was written by `prepare`
  return payload as Payload
}

/** The content that was signed lies under its own hash. */
async function isSignedContentWhole(
  kysely: Kysely<Tables>,
  documentId: string,
  hash: string | null,
): Promise<boolean> {
  const kept = await kysely
    .selectFrom('ledger_content')
    .select('bytes')
    .where('document_id', '=', documentId)
    .where('hash', '=', hash ?? '')
    .executeTakeFirst()
  return kept !== undefined && createHash('sha256').update(kept.bytes).digest('hex') === hash
}
