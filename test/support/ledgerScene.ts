import { randomUUID } from 'node:crypto'
import { systemClock } from '#server/clock.ts'
import { demoMinutesId, seedDemo } from '#server/demo/seed.ts'
import { type PersonId, personIdSchema } from '#shared/ids.ts'
import { type MinutesDraft, type MinutesHandle, minutes } from '#shared/kinds/minutes/schema.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import { startTestApp, type TestApp, type Visitor } from './testApp.ts'

/** The regional team of scenario (a) in its meeting: five entitled to vote are there, four are needed. */
export interface LedgerScene {
  readonly test: TestApp
  /** minutes later */
  advance(minutes: number): void
  person(id: string): Promise<Visitor>
  /** a server-side edit of the draft */
  write(change: (handle: MinutesHandle) => void): Promise<void>
  draft(): Promise<MinutesDraft>
  /** motions `m1` … with a wording */
  motions(count: number): Promise<string[]>
  /** the same server on the same folder once more */
  restart(): Promise<void>
  close(): Promise<void>
}

export const room = { documentId: demoMinutesId, generation: 1 }

/** What every command is sent with; another id each time unless one is given. */
export const asked = (commandId: string = randomUUID(), madeAt: number | null = null) => ({
  documentId: demoMinutesId,
  commandId: commandIdSchema.parse(commandId),
  madeAt,
})

export async function startLedgerScene(dataDir: string): Promise<LedgerScene> {
  // 10:05 on the day of the meeting
  let ahead = Date.parse('2026-03-14T10:05:01+01:00') - Date.now()
  const clock = { ...systemClock, now: () => Date.now() + ahead }
  const start = () => startTestApp({ dataDir, overrides: { clock }, env: { TZ: 'Europe/Berlin' } })
  let test = await start()
  await seedDemo(test.app)
  const visitors = new Map<string, Visitor>()

  const scene: LedgerScene = {
    get test() {
      return test
    },
    advance(minutes) {
      ahead += minutes * 60_000
    },
    async person(id) {
      const known = visitors.get(id)
      if (known) return known
      const visitor = await test.signIn(personIdSchema.parse(id) satisfies PersonId)
      visitors.set(id, visitor)
      return visitor
    },
    async write(change) {
      await test.app.collab.edit(room, null, doc => change(minutes.open(doc)))
    },
    draft: () => test.app.collab.read(room, doc => minutes.project(doc).value),
    async motions(count) {
      const ids = Array.from({ length: count }, (_, index) => `m${index + 1}`)
      await scene.write(handle => {
        for (const id of ids) {
          const wording = [`Antrag ${id}.`]
          handle.list('decisions').add(id, { agendaItemId: 'top4', rule: 'einfach', wording })
        }
      })
      return ids
    },
    async restart() {
      await test.close()
      visitors.clear()
      test = await start()
    },
    close: () => test.close(),
  }
  await scene.write(handle => {
    for (const id of ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk'])
      handle
        .list('attendance')
        .add(id, { status: 'anwesend', voting: 'stimmberechtigt', intervals: [['10:00', null]] })
    // without a type that asks for a decision of its own
    for (const id of handle.list('agenda').ids()) handle.list('agenda').get(id)?.set('type', 'information')
  })
  return scene
}
