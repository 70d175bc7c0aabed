import { expect } from '@playwright/test'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { a2Content } from '#server/demo/minutesA2.ts'
import { minutesDraft } from '#test/support/minutesDocuments.ts'
import { expectNothingFound } from './support/axe.ts'
import { comparable } from './support/minutesForm.ts'
import { MinutesWriter } from './support/minutesWriter.ts'
import { signIn } from './support/people.ts'
import { startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { place } from './support/writing.ts'

const cast = z
  .object({
    persons: z.array(z.object({ id: z.string(), name: z.string() })),
    organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .parse(readFixture('cast'))
const names = new Map([...cast.persons, ...cast.organisations].map(({ id, name }) => [id, name]))

test('the short report on a visit (A2) is entered whole', async ({ page }) => {
  // six texts and their fields, typed: longer than other tests may take
  test.setTimeout(240_000)
  const server = await startDemo()
  try {
    const content = a2Content()
    const { header = {}, visit = {}, agenda = [], tasks = [] } = content
    await signIn(page, server.links['u.ma'] ?? '')
    const writer = new MinutesWriter(page, names)
    const id = await writer.begin(header.title ?? '', 'Regionalverband Oberes Lindental (im Aufbau)')
    await writer.header(header)
    await writer.roles(header)

    // of the people of the group only the number; the sheet says why, and nobody can be entered
    const attendance = page.locator('#attendance')
    await expect(attendance).toContainText('nur die Zahl')
    await expect(attendance.getByRole('button')).toHaveCount(0)

    await writer.set('visit/visitedGroup', names.get(visit.visitedGroup ?? '') ?? '')
    await writer.people('visit/visitors', visit.visitors ?? [])
    // [V13] a visit to the group in which one is at home counts as none
    const atHome = page.getByText('ist in dieser Gruppe zu Hause').first()
    await expect(atHome).toHaveCount(0)
    await writer.set('visit/visitedGroup', 'Gruppe Aufwind Lindenfurt')
    await expect(atHome).toBeVisible()
    await writer.set('visit/visitedGroup', names.get(visit.visitedGroup ?? '') ?? '')
    await expect(atHome).toHaveCount(0)
    await writer.set('visit/welcomedBy', visit.welcomedBy ?? '')
    await writer.set('visit/participantCount', String(visit.participantCount))
    for (const key of ['projectPresented', 'groupConsent', 'consentRead'] as const)
      await writer.choose(`visit/${key}`, visit[key] === true ? 'yes' : 'no')
    for (const { id: own, need } of visit.needs ?? []) {
      const path = await writer.entry('visit/needs', 'Bedarf eintragen')
      await writer.set(`${path}/need`, need ?? '')
      writer.ids.set(own, path.split('/').at(-1) ?? '')
    }
    for (const { id: own, signal } of visit.earlyWarnings ?? []) {
      const path = await writer.entry('visit/earlyWarnings', 'Frühwarnsignal eintragen')
      await writer.set(`${path}/signal`, signal ?? '')
      writer.ids.set(own, path.split('/').at(-1) ?? '')
    }
    for (const { id: own, to, on } of visit.forwarded ?? []) {
      const path = await writer.entry('visit/forwarded', 'Weiterleitung eintragen')
      await writer.set(`${path}/to`, names.get(to ?? '') ?? '')
      await writer.set(`${path}/on`, on ?? '')
      writer.ids.set(own, path.split('/').at(-1) ?? '')
    }
    for (const item of agenda) await writer.item(item)
    // a report is no meeting that votes
    await expect(page.getByRole('button', { name: /^Antrag hinzufügen/ })).toHaveCount(0)
    for (const task of tasks) await writer.task(task)
    await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)

    // groups and associations are written by their names
    const organisations = new Map(cast.organisations.map(({ id, name }) => [id, name]))
    const ids = new Map([...organisations, ...writer.ids])
    const expected = comparable(minutesDraft(content))
    await expect.poll(async () => comparable(await server.project(id), ids)).toEqual(expected)
    const fixture = z.looseObject({}).parse(readFixture('a.visit'))
    const project = await server.project(id)
    expect(project.header).toMatchObject({
      meetingKind: fixture.meetingKind,
      date: fixture.date,
      start: fixture.start,
      end: fixture.end,
    })
    expect(project.visit.participantCount).toBe(fixture.participantCount)
    expect(project.attendance).toEqual([])
    await expectNothingFound(page)

    // the fields of a kind stay when the kind changes and come back with it
    await writer.choose('header/meetingKind', 'regionalteam')
    await expect(place(page, 'visit/participantCount')).toHaveCount(0)
    await writer.choose('header/meetingKind', 'gruppenbesuch')
    await expect(place(page, 'visit/participantCount')).toHaveValue('9')
  } finally {
    await server.dispose()
  }
})
