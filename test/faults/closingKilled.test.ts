import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Contract } from '#shared/api/contract.ts'
import { documentIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type DemoServer, startDemo } from '#test/e2e/support/server.ts'
import { openCollabClient } from '#test/support/collabClient.ts'
import { propertySeed } from '#test/support/property.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

let server: DemoServer
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.dispose())

/** Marlies, signed in by her link. */
async function marlies(): Promise<{ api: ContractRouterClient<Contract>; cookie: string }> {
  const token = new URL(server.links['u.ma'] ?? '').hash.slice(1)
  const response = await fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';', 1)[0])
    .join('; ')
  const link = new RPCLink({ url: `${server.url}/api/rpc`, headers: { cookie } })
  return { api: createORPCClient<ContractRouterClient<Contract>>(link), cookie }
}

it('[P1, a1] a server that is killed while it closes a meeting has closed it wholly, or not at all', async () => {
  const random = seededRandom(propertySeed)
  console.info(`closing under SIGKILL: PROPERTY_SEED=${propertySeed}`)
  let closedBefore = 0
  for (let round = 0; round < 6; round++) {
    const { api, cookie } = await marlies()
    const id = documentIdSchema.parse(randomUUID())
    await api.documents.create({
      id,
      kind: 'minutes',
      spaceId: spaceIdSchema.parse('org.region'),
      title: 'Sitzung',
    })
    const client = openCollabClient({
      url: `${server.url.replace('http', 'ws')}${collabPath}`,
      room: { documentId: id, generation: 1 },
      person: null,
      socketOptions: { headers: { cookie } },
    })
    await client.settled()
    minutes
      .open(client.doc)
      .list('attendance')
      .add('u.ma', { status: 'anwesend', voting: 'stimmberechtigt', intervals: [['00:00', null]] })
    await client.settled()
    client.close()

    const command = {
      documentId: id,
      commandId: commandIdSchema.parse(randomUUID()),
      madeAt: null,
      input: {},
    }
    const asked = api.minutes.closeMeeting(command).then(
      () => 'answered',
      () => 'cut off',
    )
    await new Promise(resolve => setTimeout(resolve, random.between(0, 60)))
    await server.kill()
    await asked
    await server.restart()

    const again = (await marlies()).api
    const state = async () => {
      const { document } = await again.documents.open({ id })
      const { seq } = await again.ledger.feed({ documentId: id, after: 0 })
      const { header, attendance } = await server.project<MinutesDraft>(id)
      const isEnded =
        header.end !== null && attendance.every(row => row.intervals.every(([, to]) => to !== null))
      return { closed: document.closed === true, rows: seq, isEnded }
    }
    const after = await state()
    expect([
      { closed: false, rows: 0, isEnded: false },
      { closed: true, rows: 1, isEnded: true },
    ]).toContainEqual(after)
    if (after.closed) closedBefore++
    // sent again, as a device does that was not answered
    expect(await again.minutes.closeMeeting(command)).toMatchObject({ outcome: 'done' })
    expect(await state()).toEqual({ closed: true, rows: 1, isEnded: true })
  }
  console.info(`${closedBefore} of 6 were closed when the server was killed`)
})
