import type { Page } from '@playwright/test'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { asNewerClient } from './newerClient.ts'
import type { DemoServer } from './server.ts'

/** The day of the meeting after A1, and a time in it: Berlin has summer time, UTC + 2. */
export const laterDay = '2026-04-10'
export const laterAt = (time: string): number => Date.parse(`${laterDay}T${time}:00+02:00`)

/** Marlies prepares the next meeting from A1, which is closed and sent, and goes there. Answers with its id. */
export async function prepareNext(server: DemoServer, page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Nächste Sitzung vorbereiten' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nächste Sitzung vorbereiten' })
  await dialog.getByRole('button', { name: 'Neues Blatt anlegen' }).click()
  await page.waitForURL(url => !url.pathname.endsWith('0a01'))
  await page.getByRole('heading', { level: 1, name: /2\. Sitzung 2026/ }).waitFor()
  const id = page.url().split('/').at(-1) ?? ''
  // it is held that day, with everybody there from ten
  await asNewerClient(
    server,
    page,
    doc => {
      const handle = minutes.open(doc)
      handle.record('header').set('date', laterDay)
      const people = handle.list('attendance')
      for (const person of people.ids()) people.get(person)?.set('intervals', [['10:00', null]])
    },
    id,
  )
  return id
}
