import type { Page } from '@playwright/test'
import { z } from 'zod'
import { type MinutesHandle, minutes } from '#shared/kinds/minutes/schema.ts'
import type { LiveAction } from '#shared/rules/liveState.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { openCollabClient } from '#test/support/collabClient.ts'
import type { Participant } from './people.ts'
import { type DemoServer, demoMinutesId } from './server.ts'

const answerSchema = z.object({ json: z.object({ outcome: z.string() }) })

/** Asks an endpoint as the person whose browser it is, and answers what became of it. */
export async function ask(
  { page }: Participant,
  server: DemoServer,
  path: string,
  json: unknown,
): Promise<string> {
  const origin = new URL(server.url).origin
  const response = await page.request.post(`${origin}/api/rpc/${path}`, {
    data: { json },
    headers: { origin },
  })
  return answerSchema.parse(await response.json()).json.outcome
}

/** Does something in the meeting without its page. */
export const act = (by: Participant, server: DemoServer, action: LiveAction): Promise<string> =>
  ask(by, server, 'live/act', { documentId: demoMinutesId, action })

/** Writes into the minutes as another device of the person does; resolves when the server has it. */
export async function writes(
  { context }: Participant,
  server: DemoServer,
  change: (handle: MinutesHandle) => void,
): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const client = openCollabClient({
    url: `${server.url.replace(/^http/u, 'ws').replace(/\/$/u, '')}${collabPath}`,
    room: { documentId: demoMinutesId, generation: 1 },
    person: null,
    socketOptions: { headers: { cookie, origin: new URL(server.url).origin } },
  })
  try {
    await client.settled()
    change(minutes.open(client.doc))
    await client.settled()
  } finally {
    client.close()
  }
}

/** Five who are entitled to vote are there, one of them from elsewhere. */
export function present(handle: MinutesHandle): void {
  for (const id of ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk'])
    handle.list('attendance').add(id, {
      status: id === 'u.jw' ? 'zugeschaltet' : 'anwesend',
      voting: 'stimmberechtigt',
      intervals: [['10:00', null]],
    })
}

/** The same person's projector, at the wall of the meeting. */
export async function openWall({ context }: Participant, server: DemoServer): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${server.url}/wand/${demoMinutesId}`)
  return page
}
