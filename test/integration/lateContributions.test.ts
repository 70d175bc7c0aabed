import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoMinutesId } from '#server/demo/seed.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import { type LateContribution, minutes } from '#shared/kinds/minutes/schema.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { asked, type LedgerScene, startLedgerScene } from '#test/support/ledgerScene.ts'

let dataDir: string
let scene: LedgerScene
const motion = 'm1'

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-late-'))
  scene = await startLedgerScene(dataDir)
  await scene.write(handle => {
    handle
      .list('decisions')
      .add(motion, { agendaItemId: 'top4', wording: ['Der Abend ist am 18. Juni 2026 im Saal.'] })
    handle.list('decisions').remove('d01')
  })
})
afterEach(async () => {
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function freeze(): Promise<void> {
  const { api } = await scene.person('u.ma')
  const votes = { yes: 4, no: 0, abstain: 1, invalid: 0 }
  const answer = await api.minutes.confirmTallyAndFreeze({ ...asked(), input: { decision: motion, votes } })
  expect(answer.outcome).toBe('done')
}
async function opened(person: string, doc?: Y.Doc): Promise<CollabClient> {
  const client = (await scene.person(person)).openDocument(demoMinutesId, 1, doc)
  await client.settled()
  return client
}
function wordingOf(doc: Y.Doc): Y.XmlText {
  const paragraph = minutes.open(doc).list('decisions').get(motion)?.prose('wording')?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('No wording')
  return text
}
const plain = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map((part: { insert?: unknown }) => String(part.insert))
    .join('')
function replace(doc: Y.Doc, from: string, to: string): void {
  const text = wordingOf(doc)
  const place = plain(text).indexOf(from)
  if (place < 0) throw new Error(`No „${from}“`)
  doc.transact(() => {
    text.delete(place, from.length)
    text.insert(place, to)
  })
}
const late = async (): Promise<LateContribution[]> => (await scene.draft()).lateContributions
const short = ({ author, replaces, text, target, reason, receivedOn, receivedAt }: LateContribution) => ({
  author,
  ...(replaces !== undefined && { replaces }),
  text,
  target,
  reason,
  at: `${receivedOn} ${receivedAt}`,
})
async function reaches(expected: object[]): Promise<void> {
  await expect.poll(async () => (await late()).map(short), { timeout: 10_000 }).toEqual(expected)
}
const change = (author: string, replaces: string, text: string) => ({
  author,
  replaces,
  text,
  target: `decisions/${motion}/wording`,
  reason: 'nach_beschluss',
  at: '2026-03-14 10:05',
})

it('before the wording is frozen nothing is late, nor what the chair changed before', async () => {
  const jonas = await opened('u.jw')
  replace(jonas.doc, '18. Juni 2026', '20. Juni 2026')
  await jonas.settled()
  await freeze()
  await new Promise(resolve => setTimeout(resolve, 1_500))
  expect(await late()).toEqual([])
})

it('typed letter by letter it is one contribution, which follows; taken back it is gone', async () => {
  await freeze()
  const jonas = await opened('u.jw')
  replace(jonas.doc, '18. Juni', '2')
  await jonas.settled()
  await reaches([change('u.jw', '18. Juni 2026', '2 2026')])
  for (const [from, to] of [
    ['2 2026', '25 2026'],
    ['25 2026', '25. Juni 2026'],
  ] as const) {
    replace(jonas.doc, from, to)
    await jonas.settled()
  }
  await reaches([change('u.jw', '18. Juni 2026', '25. Juni 2026')])
  replace(jonas.doc, '25. Juni', '18. Juni')
  await jonas.settled()
  await reaches([])
})

it('each author has one of their own, in order', async () => {
  await freeze()
  const [jonas, svea] = [await opened('u.jw'), await opened('u.sk')]
  replace(jonas.doc, '18. Juni 2026', '25. Juni 2026')
  await jonas.settled()
  await svea.until('the new day', () => plain(wordingOf(svea.doc)).includes('25.'))
  replace(svea.doc, 'Saal', 'Garten')
  await svea.settled()
  await reaches([change('u.jw', '18. Juni 2026', '25. Juni 2026'), change('u.sk', 'Saal', 'Garten')])
})

it('[LA2] what the process left when it ended is listed after the next start', async () => {
  await freeze()
  const jonas = await opened('u.jw')
  replace(jonas.doc, '18. Juni 2026', '25. Juni 2026')
  await jonas.settled()
  jonas.close()
  await scene.restart()
  await reaches([change('u.jw', '18. Juni 2026', '25. Juni 2026')])
  await scene.restart()
  await reaches([change('u.jw', '18. Juni 2026', '25. Juni 2026')])
})

it('one that the minute taker has decided on stays as it was', async () => {
  await freeze()
  const jonas = await opened('u.jw')
  replace(jonas.doc, '18. Juni 2026', '25. Juni 2026')
  await jonas.settled()
  await reaches([change('u.jw', '18. Juni 2026', '25. Juni 2026')])
  const [{ id } = { id: '' }] = await late()
  const { api } = await scene.person('u.dy')
  const answer = await api.minutes.decideLate({ ...asked(), input: { late: id, decision: 'vermerkt' } })
  expect(answer.outcome).toBe('done')
  replace(jonas.doc, '25. Juni 2026', '26. Juni 2026')
  await jonas.settled()
  await new Promise(resolve => setTimeout(resolve, 1_500))
  expect((await late()).map(({ text }) => text)).toEqual(['25. Juni 2026'])
})

it('what comes after closing is refused, set aside and listed place by place, once', async () => {
  const svea = await opened('u.sk')
  const { doc } = svea
  svea.close()
  await freeze()
  const { api } = await scene.person('u.ma')
  scene.advance(60)
  expect(await api.minutes.closeMeeting({ ...asked(), input: {} })).toMatchObject({ outcome: 'done' })
  const before = await scene.draft()

  const handle = minutes.open(doc)
  doc.transact(() => {
    handle
      .list('agenda')
      .get('top6')
      ?.prose('body')
      ?.insert(0, proseElements(['Ich kann das Foto machen.']))
    handle.list('agenda').get('top5')?.set('title', 'Naloxon')
    handle.list('tasks').add('t9', { what: 'Türschild fotografieren', who: ['u.sk'] })
    handle.list('decisions').get(motion)?.owned('tallyProposals').set('u.sk', {
      yes: 0,
      no: 5,
      abstain: 0,
      invalid: 0,
    })
  })
  const expected = [
    {
      target: 'agenda/top5/title',
      replaces: 'Peer-Informationsveranstaltungen zu Naloxon',
      text: 'Naloxon',
    },
    { target: 'agenda/top6/body', text: 'Ich kann das Foto machen.' },
    { target: 'tasks/t9', text: 'Türschild fotografieren · offen' },
  ].map(({ target, replaces, text }) => ({
    author: 'u.sk',
    ...(replaces !== undefined && { replaces }),
    text,
    target,
    reason: 'nach_schluss',
    at: '2026-03-14 11:05',
  }))
  for (let times = 0; times < 2; times++) {
    const back = (await scene.person('u.sk')).openDocument(demoMinutesId, 1, doc)
    await back.until('the refusal', () => back.refusal === 'setAside')
    await reaches(expected)
    back.close()
  }
  await scene.restart()
  await reaches(expected)
  const { lateContributions: _, ...after } = await scene.draft()
  const { lateContributions: __, ...was } = before
  expect(after).toEqual(was)
})

it('whoever is here when the meeting is closed reads on, and is told why', async () => {
  const svea = await opened('u.sk')
  await freeze()
  const { api } = await scene.person('u.ma')
  // in the minute of the vote: the meeting ends when that minute is over
  expect(await api.minutes.closeMeeting({ ...asked(), input: {} })).toMatchObject({ outcome: 'done' })
  const isTold = () => svea.notices.some(notice => notice.type === 'welcome' && notice.readOnly === 'closed')
  await svea.until('the word', isTold)
  await svea.until('the end', () => minutes.project(svea.doc).value.header.end === '10:06')
  expect(svea.notices.filter(({ type }) => type === 'ledger').at(-1)).toMatchObject({ seq: 3 })
})
