import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoMinutesId } from '#server/demo/seed.ts'
import { verifyLedger } from '#server/ledger/verify.ts'
import type { CommandAnswer } from '#shared/api/contract.ts'
import { minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { minutes, type Votes } from '#shared/kinds/minutes/schema.ts'
import { minutesView } from '#shared/kinds/minutes/view.ts'
import { asked, type LedgerScene, room, startLedgerScene } from '#test/support/ledgerScene.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

let dataDir: string
let scene: LedgerScene

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-ledger-'))
  scene = await startLedgerScene(dataDir)
})
afterEach(async () => {
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

const votes = (yes: number, no: number, abstain: number): Votes => ({ yes, no, abstain, invalid: 0 })
const rowsOf = () => scene.test.app.ledger.rows(demoMinutesId)
const record = async () => recordOf(await rowsOf())
const verified = () => verifyLedger(scene.test.app.database.kysely)
const reasonOf = (answer: CommandAnswer) => (answer.outcome === 'refused' ? answer.reason : answer.outcome)

/** Confirms `m1` … and closes, signed twice. */
async function closed(): Promise<void> {
  const { api } = await scene.person('u.ma')
  for (const decision of await scene.motions(3)) {
    const answer = await api.minutes.confirmTallyAndFreeze({
      ...asked(),
      input: { decision, votes: votes(3, 1, 1) },
    })
    expect(answer.outcome).toBe('done')
  }
  await scene.write(handle => handle.list('decisions').remove('d01'))
  scene.advance(60)
  const answer = await api.minutes.closeMeeting({ ...asked(), input: {} })
  expect(answer).toMatchObject({ outcome: 'done' })
  for (const id of ['u.ma', 'u.dy']) {
    const contentHash = (await record()).closing?.contentHash ?? ''
    const signer = await scene.person(id)
    const input = { method: 'freigabe_im_system' as const, contentHash }
    expect(await signer.api.minutes.sign({ ...asked(), input })).toMatchObject({ outcome: 'done' })
  }
}

describe('two people at the same instant', () => {
  it('200 times: one row each time, and the other is told which count stands', async () => {
    const random = seededRandom(20_260_314)
    // nobody is named chair: both may
    await scene.write(handle => handle.record('header').set('chair', null))
    const [marlies, deniz] = await Promise.all([scene.person('u.ma'), scene.person('u.dy')])
    const winners = new Map<string, number>()
    for (const decision of await scene.motions(200)) {
      const counts = [votes(3, 2, 0), votes(2, 3, 0)] as const
      const both = [
        () => marlies.api.minutes.confirmTally({ ...asked(), input: { decision, votes: counts[0] } }),
        () => deniz.api.minutes.confirmTally({ ...asked(), input: { decision, votes: counts[1] } }),
      ]
      if (random.fraction() < 0.5) both.reverse()
      const answers = await Promise.all(both.map(ask => ask()))
      expect(answers.map(reasonOf).toSorted()).toEqual(['decidedBefore', 'done'])
      const rows = (await rowsOf()).filter(
        ({ payload }) => minutesPayloadSchema.parse(payload).kind === 'tallyConfirmed',
      )
      const [row, ...more] = rows.filter(({ payload }) => JSON.stringify(payload).includes(`"${decision}"`))
      expect(more).toEqual([])
      for (const answer of answers) expect(answer.rows[0]?.payload).toEqual(row?.payload)
      winners.set(row?.by ?? '', (winners.get(row?.by ?? '') ?? 0) + 1)
    }
    // otherwise it would not have been a race
    expect([...winners.keys()].toSorted()).toEqual(['u.dy', 'u.ma'])
    expect((await verified()).faults).toEqual([])
  }, 60_000)

  it('one command sent twice decides once', async () => {
    const [decision = ''] = await scene.motions(1)
    const { api } = await scene.person('u.ma')
    const ask = asked()
    const answers = await Promise.all(
      [1, 2].map(() => api.minutes.confirmTally({ ...ask, input: { decision, votes: votes(4, 0, 1) } })),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(await rowsOf()).toHaveLength(1)
  })
})

describe('the chain', () => {
  const columns = [
    'space_id',
    'seq',
    'document_id',
    'document_seq',
    'command_id',
    'kind',
    'form',
    'at',
    'actor',
    'generation',
    'journal_seq',
    'content',
    'digest',
    'bytes',
    'salt',
  ] as const

  it('finds a changed byte anywhere in a row', async () => {
    await closed()
    const { kysely } = scene.test.app.database
    expect(await verified()).toMatchObject({ faults: [], signatures: 2, erased: 0 })
    const rows = await kysely.selectFrom('ledger').selectAll().orderBy('seq').execute()
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) {
      for (const column of columns) {
        const before = row[column]
        const at = kysely
          .updateTable('ledger')
          .where('space_id', '=', row.space_id)
          .where('seq', '=', row.seq)
        await at.set({ [column]: spoilt(before) }).execute()
        const { faults } = await verified()
        expect([row.seq, column, faults.length > 0]).toEqual([row.seq, column, true])
        await sql`update ledger set ${sql.ref(column)} = ${before} where digest = ${
          column === 'digest' ? spoilt(before) : row.digest
        }`.execute(kysely)
      }
    }
    expect((await verified()).faults).toEqual([])
  }, 60_000)

  it('finds every single byte of the canonical bytes, of the salt and of what was signed', async () => {
    await closed()
    const { kysely } = scene.test.app.database
    const row = await kysely
      .selectFrom('ledger')
      .selectAll()
      .where('kind', '=', 'tallyConfirmed')
      .executeTakeFirstOrThrow()
    for (const column of ['bytes', 'salt'] as const) {
      const whole = row[column] ?? new Uint8Array()
      for (let place = 0; place < whole.length; place++) {
        const changed = Uint8Array.from(whole)
        changed[place] = (changed[place] ?? 0) ^ 1
        await kysely
          .updateTable('ledger')
          .set({ [column]: changed })
          .where('seq', '=', row.seq)
          .execute()
        expect((await verified()).faults).toContainEqual({
          spaceId: row.space_id,
          seq: row.seq,
          fault: 'content',
        })
      }
      await kysely
        .updateTable('ledger')
        .set({ [column]: whole })
        .where('seq', '=', row.seq)
        .execute()
    }
    const { bytes } = await kysely.selectFrom('ledger_content').select('bytes').executeTakeFirstOrThrow()
    const changed = Uint8Array.from(bytes)
    changed[100] = (changed[100] ?? 0) ^ 1
    await kysely.updateTable('ledger_content').set({ bytes: changed }).execute()
    expect((await verified()).faults).toMatchObject([{ fault: 'signedContent' }])
  }, 60_000)

  it('finds a row that was taken out, and an end that was cut off', async () => {
    await closed()
    const { kysely } = scene.test.app.database
    const last = await kysely.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow()
    const cut = await kysely
      .selectFrom('ledger')
      .selectAll()
      .where('seq', '=', last.seq)
      .executeTakeFirstOrThrow()
    await kysely.deleteFrom('ledger').where('seq', '=', last.seq).execute()
    expect((await verified()).faults).toMatchObject([{ fault: 'head' }])
    await kysely.insertInto('ledger').values(cut).execute()
    expect((await verified()).faults).toEqual([])
    await kysely.deleteFrom('ledger').where('seq', '=', 3).execute()
    expect((await verified()).faults.map(({ fault }) => fault)).toContain('missing')
  })

  it('verifies with an erased row, which says nothing any more', async () => {
    await closed()
    const { ledger } = scene.test.app
    const before = await rowsOf()
    const [first] = before
    expect(await ledger.erase({ documentId: demoMinutesId, seq: 1 }, null)).toBe(true)
    expect(await ledger.erase({ documentId: demoMinutesId, seq: 1 }, null)).toBe(false)
    expect(await verified()).toMatchObject({ faults: [], erased: 1 })
    const after = await rowsOf()
    expect(after[0]).toMatchObject({ seq: 1, at: first?.at, by: null, payload: null })
    expect((await record()).decisions).toHaveLength(2)
    // bytes that are gone without a row that says so are a fault
    await scene.test.app.database.kysely
      .updateTable('ledger')
      .set({ bytes: null, salt: null })
      .where('seq', '=', 2)
      .execute()
    expect((await verified()).faults).toMatchObject([{ seq: 2, fault: 'erasedWithoutWord' }])
  })

  it('outlives the server: what was decided is there after a restart', async () => {
    await closed()
    const before = await rowsOf()
    await scene.restart()
    expect(await rowsOf()).toEqual(before)
    expect((await verified()).faults).toEqual([])
  })
})

describe('what a malicious editor writes into the draft', () => {
  it('[b58] changes no result, number, wording, signature or state that anybody sees', async () => {
    await closed()
    const shown = async () => minutesView(await scene.draft(), await record())
    const before = await shown()
    const hanne = await scene.person('u.hp')
    const client = hanne.openDocument(demoMinutesId)
    await client.settled()
    forge(client.doc)
    await client.until('the refusal', () => client.refusal !== null)
    expect(client.refusal).toBe('setAside')
    expect({ ...(await shown()), late: null }).toEqual({ ...before, late: null })
    client.close()
  })

  it('[b58] while the meeting runs, too', async () => {
    const [decision = ''] = await scene.motions(1)
    const marlies = await scene.person('u.ma')
    const input = { decision, votes: votes(3, 1, 1) }
    await marlies.api.minutes.confirmTallyAndFreeze({ ...asked(), input })
    const before = minutesView(await scene.draft(), await record())
    const hanne = await scene.person('u.hp')
    const client = hanne.openDocument(demoMinutesId)
    await client.settled()
    forge(client.doc, { late: false })
    const wording = minutes.open(client.doc).list('decisions').get(decision)?.prose('wording')
    wording?.delete(0, wording.length)
    wording?.insert(0, [new Y.XmlElement('paragraph')])
    await client.settled()
    const after = minutesView(await scene.draft(), await record())
    expect(after.record).toEqual(before.record)
    const of = (view: typeof after) => view.value.decisions.find(({ id }) => id === decision)
    expect(of(after)?.wording).toEqual(of(before)?.wording)
    expect(of(after)).toEqual(of(before))
    client.close()
  })

  it('[b57] nobody but the server writes late contributions', async () => {
    const hanne = await scene.person('u.hp')
    const client = hanne.openDocument(demoMinutesId)
    await client.settled()
    minutes
      .open(client.doc)
      .list('lateContributions')
      .add('x', { author: 'u.ma', text: 'Das habe ich nie gesagt.', target: 'agenda/top1/body' })
    await client.until('the refusal', () => client.refusal === 'setAside')
    expect((await scene.draft()).lateContributions).toEqual([])
    client.close()
  })
})

/** Everything that an older form, or hope, might take for a decision. */
function forge(doc: Y.Doc, { late = true } = {}): void {
  const root = minutes.open(doc).y
  doc.transact(() => {
    const decisions = root.get('decisions')
    if (!(decisions instanceof Y.Map)) throw new Error('No decisions')
    for (const entry of decisions.values()) {
      if (!(entry instanceof Y.Map)) continue
      entry.set('result', 'abgelehnt')
      entry.set('votes', { yes: 0, no: 5, abstain: 0, invalid: 0 })
      entry.set('register', '2026-01/99')
      entry.set('frozenWording', 'Etwas anderes.')
      entry.set('state', 'aufgehoben')
    }
    root.set('record', { state: 'genehmigt' })
    root.set('signatures', [{ role: 'sitzungsleitung', person: 'u.hp', contentHash: 'x' }])
    root.set('state', 'genehmigt')
    root.set('ledger', [{ kind: 'tallyConfirmed', decision: 'm1' }])
    const quorum = root.get('quorum')
    if (quorum instanceof Y.Map) quorum.set('ascertained', [{ result: 'nicht_beschlussfaehig' }])
    if (late) root.set('closing', { contentHash: 'x' })
  })
}

function spoilt(value: unknown): never {
  const other =
    value instanceof Uint8Array
      ? Uint8Array.from(value, (byte, index) => (index === 0 ? byte ^ 1 : byte))
      : typeof value === 'number'
        ? value + 1_000
        : `${String(value)}x`
  // one of the types of the column
  return other as never
}

it('knows nothing of other documents', async () => {
  const { api } = await scene.person('u.ma')
  const { documentId: _, ...rest } = asked()
  const unknown = { ...rest, documentId: randomUUID() as typeof demoMinutesId }
  await expect(api.minutes.closeMeeting({ ...unknown, input: {} })).rejects.toMatchObject({
    code: 'notFound',
  })
  const bernd = await scene.person('u.bernd')
  await expect(bernd.api.ledger.feed({ documentId: demoMinutesId, after: 0 })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(bernd.api.minutes.closeMeeting({ ...asked(), input: {} })).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await scene.test.app.collab.read(room, doc => minutes.project(doc).value.header.end)).toBeNull()
})
