import { expect } from '@playwright/test'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { c3Content } from '#server/demo/minutesC3.ts'
import { votesSchema } from '#shared/kinds/minutes/schema.ts'
import { minutesDraft } from '#test/support/minutesDocuments.ts'
import { expectNothingFound } from './support/axe.ts'
import { comparable } from './support/minutesForm.ts'
import { MinutesWriter } from './support/minutesWriter.ts'
import { signIn } from './support/people.ts'
import { startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const cast = z
  .object({ persons: z.array(z.object({ id: z.string(), name: z.string() })) })
  .parse(readFixture('cast'))
const names = new Map(cast.persons.map(({ id, name }) => [id, name]))

const foundingFixture = z
  .object({ decisions: z.array(z.object({ register: z.string(), subject: z.string(), votes: votesSchema })) })
  .parse(readFixture('c.founding'))
const votesOf = (register: string) => {
  const row = foundingFixture.decisions.find(decision => decision.register === register)
  if (!row) throw new Error(`${register} is not in the fixture`)
  return row.votes
}

/** Members of the group; everybody else of the list is there as a guest. */
const members = new Set(['u.bernd', 'u.km'])
/** In the order of the register; G-04 is the election. */
const registers = ['G-01', 'G-02', 'G-03', 'G-05']

test('the founding minutes (C3) are entered whole', async ({ page }) => {
  // seven people, five votings and their texts, typed: longer than other tests may take
  test.setTimeout(240_000)
  const server = await startDemo()
  try {
    const content = c3Content()
    const { header = {}, attendance = [], agenda = [], decisions = [], elections = [], tasks = [] } = content
    for (const { id, name } of attendance) if (name !== undefined) names.set(id, name)
    await signIn(page, server.links['u.bernd'] ?? '')
    const writer = new MinutesWriter(page, names)
    const id = await writer.begin(header.title ?? '', 'Lichtblick Hohenlichtern')
    await writer.header(header)
    for (const row of attendance) await writer.attendance(row, members.has(row.id))
    await writer.roles(header)

    const { founding = {} } = content
    for (const key of ['name', 'admissionNote', 'contact', 'affiliation'] as const)
      await writer.set(`founding/${key}`, founding[key] ?? '')
    await writer.set('founding/foundersCount', String(founding.foundersCount))
    await writer.choose('founding/openness', founding.openness ?? '')
    await writer.choose('founding/contactPerson', founding.contactPerson ?? '')
    for (const slot of founding.slots ?? []) {
      const path = await writer.entry('founding/slots', 'Treffen eintragen')
      writer.ids.set(slot.id, path.split('/').at(-1) ?? '')
      for (const key of ['weekday', 'format', 'state'] as const)
        if (slot[key]) await writer.choose(`${path}/${key}`, slot[key])
      for (const key of ['from', 'to', 'place'] as const)
        if (slot[key]) await writer.set(`${path}/${key}`, slot[key])
    }
    for (const item of agenda) await writer.item(item)
    for (const [index, decision] of decisions.entries()) {
      const own = await writer.decision(decision)
      await writer.count(`decisions/${own}/tallyProposals`, votesOf(registers[index] ?? ''))
    }
    for (const election of elections) {
      const { candidate } = await writer.election(election)
      await writer.count(`${candidate}/tallyProposals`, votesOf('G-04'))
    }
    await expect(page.locator('#agenda-' + writer.ids.get('s3'))).toContainText('Gewählt wäre: Bernd.')
    await expect(page.locator('#agenda-' + writer.ids.get('s3'))).toContainText(
      'Ja 3, Nein 1, Enthaltung 1 – das wäre angenommen (einfache Mehrheit).',
    )
    for (const task of tasks) await writer.task(task)
    await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)

    const wanted = minutesDraft({
      ...content,
      // who belongs to the space goes by the name the space knows
      attendance: attendance.map(({ name, ...row }) =>
        members.has(row.id) || name === undefined ? row : { ...row, name },
      ),
      decisions: decisions.map((decision, index) => ({
        ...decision,
        tallyProposals: { 'u.bernd': votesOf(registers[index] ?? '') },
      })),
      elections: elections.map(election => ({
        ...election,
        candidates: (election.candidates ?? []).map(candidate => ({
          ...candidate,
          tallyProposals: { 'u.bernd': votesOf('G-04') },
        })),
      })),
    })
    const expected = comparable(wanted)
    await expect.poll(async () => comparable(await server.project(id), writer.ids)).toEqual(expected)
    await expectNothingFound(page)
  } finally {
    await server.dispose()
  }
})
