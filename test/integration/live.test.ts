import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoMinutesId } from '#server/demo/seed.ts'
import type { LiveAnswer } from '#shared/api/contract.ts'
import { type LiveAction, type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'
import type { LiveNotice } from '#shared/wire/notice.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { asked, type LedgerScene, startLedgerScene } from '#test/support/ledgerScene.ts'
import type { Visitor } from '#test/support/testApp.ts'

let dataDir: string
let scene: LedgerScene

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-live-'))
  scene = await startLedgerScene(dataDir)
})
afterEach(async () => {
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

const act = async (id: string, action: LiveAction): Promise<LiveAnswer> => {
  const { api } = await scene.person(id)
  return api.live.act({ documentId: demoMinutesId, action })
}
const done = async (id: string, action: LiveAction): Promise<LiveState> => {
  const answer = await act(id, action)
  expect(answer.outcome).toBe('done')
  return liveStateSchema.parse(answer.state)
}
const ask = { type: 'ask', kind: 'wortmeldung', person: null } as const

/** What somebody who has the document open was told of the meeting. */
const heard = (client: CollabClient): LiveNotice[] =>
  client.notices.flatMap(notice => (notice.type === 'live' ? [notice] : []))

async function opened(visitor: Visitor): Promise<CollabClient> {
  const client = visitor.openDocument(demoMinutesId)
  await client.settled()
  return client
}

const close = async () => {
  // nothing that would have to be decided before
  await scene.write(handle => {
    for (const id of handle.list('decisions').ids()) handle.list('decisions').remove(id)
  })
  scene.advance(60)
  const { api } = await scene.person('u.ma')
  expect(await api.minutes.closeMeeting({ ...asked(), input: {} })).toMatchObject({ outcome: 'done' })
}

describe('a meeting', () => {
  it('[LI1] tells everybody who is there, and whoever joins late', async () => {
    const deniz = await opened(await scene.person('u.dy'))
    await done('u.ma', { type: 'start', item: 'top1' })
    await done('u.jw', ask)
    await expect.poll(() => heard(deniz).length).toBe(2)
    const [first, second] = heard(deniz)
    expect(second?.counter).toBeGreaterThan(first?.counter ?? Number.POSITIVE_INFINITY)
    expect(second?.state).toMatchObject({
      current: { item: 'top1' },
      speakers: { waiting: [{ person: 'u.jw' }] },
    })

    const hanne = await opened(await scene.person('u.hp'))
    await expect.poll(() => heard(hanne)).toEqual([second])
  })

  it('is led by whom the document names, through no other door', async () => {
    expect(await act('u.jw', { type: 'start', item: 'top1' })).toEqual({
      outcome: 'refused',
      reason: 'notAllowed',
      counter: 0,
      state: null,
    })
    await done('u.ma', { type: 'start', item: 'top1' })
    expect(await act('u.jw', { type: 'pause' })).toMatchObject({ outcome: 'refused', reason: 'notAllowed' })
    await scene.write(handle => handle.record('header').set('timeKeeper', 'u.jw'))
    await done('u.jw', { type: 'pause' })
    const stranger = scene.test.visitor()
    await expect(stranger.api.live.act({ documentId: demoMinutesId, action: ask })).rejects.toMatchObject({
      code: 'signedOut',
    })
  })

  it('goes on after the server was ended', async () => {
    await done('u.ma', { type: 'start', item: 'top1' })
    await done('u.jw', ask)
    const before = await done('u.ma', { type: 'goTo', item: 'top2' })
    await scene.restart()
    const deniz = await opened(await scene.person('u.dy'))
    await expect.poll(() => heard(deniz).at(-1)?.state).toEqual(before)
    const after = await done('u.ma', { type: 'speak', person: 'u.jw' })
    expect(after.startedAt).toBe(before.startedAt)
  })

  it('does at the same time what many ask for, one after the other', async () => {
    await done('u.ma', { type: 'start', item: 'top1' })
    const people = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk']
    const answers = await Promise.all(people.map(id => act(id, ask)))
    expect(new Set(answers.map(({ counter }) => counter)).size).toBe(5)
    const { speakers } = await done('u.ma', { type: 'mode', mode: 'erstmals' })
    expect(speakers.waiting.map(({ person }) => person).toSorted()).toEqual(people.toSorted())
  })
})

describe('the speaker list stands in no record (domain.md 2.2: cleared at closing, never exported)', () => {
  it('[LI2] [LI3] no table of journal.db has it, derived.db forgets it at closing, and nobody can begin it anew', async () => {
    const deniz = await opened(await scene.person('u.dy'))
    await done('u.ma', { type: 'start', item: 'top1' })
    await done('u.jw', ask)
    await done('u.sk', { type: 'ask', kind: 'geschaeftsordnung', person: null })
    await done('u.ma', { type: 'speak', person: 'u.jw' })
    expect(await filesWith('requestedAt')).toContainEqual(expect.stringMatching(/^derived\.db/))

    await close()

    await expect.poll(() => heard(deniz).at(-1)?.state).toBeNull()
    expect(scene.test.app.live.notice(demoMinutesId)).toBeNull()
    await expect.poll(() => filesWith('requestedAt')).toEqual([])
    expect(await filesWith('geschaeftsordnung')).toEqual([])
    expect(await tablesWith(scene.test.app.database.kysely, 'requestedAt')).toEqual([])
    expect(await act('u.ma', { type: 'start', item: 'top1' })).toMatchObject({
      outcome: 'refused',
      reason: 'closed',
    })
    await scene.restart()
    expect(scene.test.app.live.notice(demoMinutesId)).toBeNull()
  })

  it('is forgotten at the next start where the server ended between closing and forgetting', async () => {
    await done('u.ma', { type: 'start', item: 'top1' })
    await done('u.jw', ask)
    await scene.test.app.database.kysely
      .updateTable('document')
      .set({ closed_at: Date.now() })
      .where('id', '=', demoMinutesId)
      .execute()
    await scene.restart()
    expect(scene.test.app.live.notice(demoMinutesId)).toBeNull()
    expect(await filesWith('requestedAt')).toEqual([])
  })

  it('is forgotten a month after anybody touched a meeting that nobody closed', async () => {
    await done('u.ma', { type: 'start', item: 'top1' })
    await done('u.jw', ask)
    scene.advance(29 * 24 * 60)
    await scene.restart()
    expect(scene.test.app.live.notice(demoMinutesId)).not.toBeNull()
    scene.advance(2 * 24 * 60)
    await scene.restart()
    expect(scene.test.app.live.notice(demoMinutesId)).toBeNull()
    expect(await filesWith('requestedAt')).toEqual([])
  })
})

describe('a state that cannot be read', () => {
  it.each(['{"startedAt":', '{"of":"another version"}'])(
    '%s: the server starts, and the meeting begins anew',
    async written => {
      await done('u.ma', { type: 'start', item: 'top1' })
      const derived = new DatabaseSync(path.join(dataDir, 'derived.db'))
      expect(derived.prepare('update live set state = ?').run(written).changes).toBe(1)
      derived.close()
      await scene.restart()
      expect(scene.test.app.live.notice(demoMinutesId)).toBeNull()
      expect(await done('u.ma', { type: 'start', item: 'top2' })).toMatchObject({ current: { item: 'top2' } })
    },
  )
})

describe('a device that went on alone', () => {
  const handOver = async (id: string, from: number, state: LiveState) => {
    const { api } = await scene.person(id)
    return api.live.handOver({ documentId: demoMinutesId, from, state })
  }

  it('hands over where the others have stood still', async () => {
    const answer = await act('u.ma', { type: 'start', item: 'top1' })
    const state = liveStateSchema.parse(answer.state)
    scene.advance(20)
    const alone = {
      ...state,
      changedAt: state.changedAt + 600_000,
      shown: null,
      pausedSince: state.changedAt,
    }
    const taken = await handOver('u.ma', answer.counter, alone)
    expect(taken).toMatchObject({ outcome: 'done', state: alone })
    expect(taken.counter).toBeGreaterThan(answer.counter)
  })

  it('begins a meeting that nobody else has begun', async () => {
    const { state } = await act('u.ma', { type: 'start', item: 'top1' })
    await scene.test.app.live.clear(demoMinutesId)
    expect(await handOver('u.ma', 0, liveStateSchema.parse(state))).toMatchObject({ outcome: 'done', state })
  })

  it('never overwrites a meeting that has gone on, and takes nothing from somebody who does not lead', async () => {
    const { counter, state } = await act('u.ma', { type: 'start', item: 'top1' })
    const alone = { ...liveStateSchema.parse(state), changedAt: Date.parse('2026-03-14T10:06:00+01:00') }
    expect(await handOver('u.jw', counter, alone)).toMatchObject({ outcome: 'refused', reason: 'notAllowed' })
    const gone = await done('u.ma', { type: 'goTo', item: 'top2' })
    expect(await handOver('u.ma', counter, alone)).toMatchObject({
      outcome: 'refused',
      reason: 'goneOn',
      state: gone,
    })
  })

  it('may have a clock that is ahead: nothing lies after now', async () => {
    const { counter, state } = await act('u.ma', { type: 'start', item: 'top1' })
    const begun = liveStateSchema.parse(state)
    const day = 24 * 60 * 60 * 1000
    const ahead = { ...begun, changedAt: begun.changedAt + day, startedAt: begun.startedAt + day - 60_000 }
    const taken = liveStateSchema.parse((await handOver('u.ma', counter, ahead)).state)
    expect(taken.changedAt - begun.changedAt).toBeLessThan(60_000)
    expect(taken.changedAt - taken.startedAt).toBe(60_000)
  })

  it('is bounded: a state of another shape is badInput', async () => {
    const { state } = await act('u.ma', { type: 'start', item: 'top1' })
    const { api } = await scene.person('u.ma')
    const waiting = Array.from({ length: 501 }, (_, index) => ({
      person: `p${index}`,
      kind: 'wortmeldung' as const,
      requestedAt: 1,
    }))
    const begun = liveStateSchema.parse(state)
    const huge = { ...begun, speakers: { ...begun.speakers, waiting } }
    await expect(
      api.live.handOver({ documentId: demoMinutesId, from: 0, state: huge }),
    ).rejects.toMatchObject({
      data: { code: 'badInput' },
    })
  })
})

/** The files of the data folder that have these letters anywhere, write-ahead logs included. */
async function filesWith(letters: string): Promise<string[]> {
  const names = await readdir(dataDir)
  const found = await Promise.all(
    names.map(async name => {
      const bytes = await readFile(path.join(dataDir, name)).catch(() => Buffer.alloc(0))
      return bytes.includes(letters) ? [name] : []
    }),
  )
  return found.flat()
}

/** The tables of a database in which a value has these letters. */
async function tablesWith(
  kysely: LedgerScene['test']['app']['database']['kysely'],
  letters: string,
): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    kysely,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(kysely)
    const has = rows.some(row =>
      Object.values(row).some(value =>
        value instanceof Uint8Array ? Buffer.from(value).includes(letters) : String(value).includes(letters),
      ),
    )
    if (has) found.push(name)
  }
  return found
}
