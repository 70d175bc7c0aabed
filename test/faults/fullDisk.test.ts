import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { type FaultServer, startFaultServer } from '#test/support/faults/faultServer.ts'
import { createLimitedDisk, type LimitedDisk } from '#test/support/faults/limitedDisk.ts'
import { readStoredJournal } from '#test/support/faults/storedJournal.ts'
import { until } from '#test/support/faults/until.ts'

const patienceMs = 60_000

let lastItem = 0
/** An agenda item; a large one does not fit into what the log's file has room for. */
function write(client: CollabClient, letters: number): void {
  minutes
    .open(client.doc, 'writer')
    .list('agenda')
    .add(`item${++lastItem}`, { title: 'x', body: ['a'.repeat(letters)] })
}
const agendaOf = (client: CollabClient): readonly string[] =>
  minutes.open(client.doc, 'x').list('agenda').ids()

describe('[a3, P3] a disk that is full', () => {
  let disk: LimitedDisk
  let server: FaultServer
  beforeEach(async () => {
    disk = await createLimitedDisk()
    server = await startFaultServer(disk.folder, disk.env)
  })
  afterEach(async () => {
    await server.kill()
    await disk.remove()
  })

  it('acknowledges nothing that it does not hold, is read on, and goes on by itself when there is room', async () => {
    const documentId = await server.person.createDocument()
    const [writer, other] = [server.open(documentId), server.open(documentId)]
    await Promise.all([writer.settled(patienceMs), other.settled(patienceMs)])
    write(writer, 10)
    await other.until('the first item', () => agendaOf(other).length === 1)
    await writer.settled(patienceMs)

    await disk.fill()
    write(writer, 300_000)
    write(other, 300_000)
    const failedCommits = () => server.metric('journal_failed_commits_total')
    await until('a commit that failed', async () => (await failedCommits()) > 0)
    // Longer than the server tries by itself: those who wait are cut off, come back and try again.
    await writer.until('the end of the first connection', () => writer.closeCodes.length > 0, patienceMs)
    const failed = await failedCommits()
    write(writer, 10)
    await until('another commit that failed', async () => (await failedCommits()) > failed)
    const whileFull = await readStoredJournal(disk.folder, documentId)
    expect(whileFull.missing([...writer.acknowledged, ...other.acknowledged])).toHaveLength(0)
    expect(agendaOf(other)).toHaveLength(2)

    expect(await server.ready()).toBe(503)

    const newcomer = server.open(documentId)
    await newcomer.until('what was there before', () => agendaOf(newcomer).length > 0, patienceMs)
    expect(agendaOf(newcomer)).toHaveLength(1)

    await disk.makeRoom()
    await until('a server that is ready', async () => (await server.ready()) === 200)
    await Promise.all([writer, other].map(client => client.settled(patienceMs)))
    for (const client of [writer, other, newcomer]) {
      await client.until('all four items', () => agendaOf(client).length === 4, patienceMs)
    }
    expect(server.process.child.exitCode).toBeNull()
    await server.kill()
    const stored = await readStoredJournal(disk.folder, documentId)
    expect(stored.missing([...writer.acknowledged, ...other.acknowledged])).toHaveLength(0)
    expect(stored.gaps).toBe(0)
    expect(minutes.open(stored.document(), 'x').list('agenda').ids()).toEqual(agendaOf(writer))
  })
})
