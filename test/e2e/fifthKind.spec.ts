import { expect, type Page } from '@playwright/test'
import { type Enlarged, withOutsideKind } from './support/outsideKind.ts'
import { signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

type Board = {
  header: { title: string; place: string }
  notices: { id: string; title: string; body: unknown; coming: Record<string, string> }[]
}

let enlarged: Enlarged
let server: DemoServer
test.beforeAll(async () => {
  test.setTimeout(240_000)
  enlarged = await withOutsideKind('noticeBoard')
  enlarged.run('node_modules/typescript/bin/tsc', '-b')
  enlarged.run('scripts/run/buildClient.mjs')
  server = await startDemo({ root: enlarged.root })
})
test.afterAll(async () => {
  await server?.dispose()
  await enlarged?.remove()
})

const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
const title = (page: Page, text: string) => page.getByRole('textbox', { name: text })

test('a kind that is one folder on each side is begun, written by two, offline and back, and kept over a restart', async ({
  browser,
}) => {
  const mine = await browser.newContext()
  const page = await mine.newPage()
  await signIn(page, server.links['u.ma'] ?? '')
  await page.getByRole('button', { name: 'Neuer Aushang' }).click()
  await page.getByLabel('Wie soll der Aushang heißen?').fill('Brett im Flur')
  await page.getByRole('combobox', { name: 'Raum' }).selectOption('org.region')
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.waitForURL(/\/blatt\//)
  const id = page.url().split('/').at(-1) ?? ''

  await page.getByRole('button', { name: 'Zettel anhängen' }).last().click()
  await expect(page.getByRole('note').filter({ hasText: 'noch keine Überschrift' })).toBeVisible()
  await title(page, 'Überschrift').fill('Wanderung')
  await title(page, 'Überschrift').press('Enter')
  await page.getByRole('textbox', { name: 'Text des Zettels' }).click()
  await page.keyboard.type('Wir gehen an den Fluss.')
  await saved(page)
  await expect(page.getByRole('note')).toHaveCount(0)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, server.links['u.dy'] ?? '')
  await other.goto(`${server.url}/blatt/${id}`)
  await expect(other.getByText('Wir gehen an den Fluss.')).toBeVisible()

  await mine.setOffline(true)
  await page.getByRole('textbox', { name: 'Text des Zettels' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Mit Rast.')
  await page.getByRole('button', { name: 'Ich komme' }).click()
  await other.getByRole('button', { name: 'Ich komme' }).click()
  await other.getByRole('textbox', { name: 'Text des Zettels' }).click()
  await other.keyboard.press('Control+Home')
  await other.keyboard.type('Am Sonntag. ')
  await saved(other)
  await mine.setOffline(false)
  for (const one of [page, other]) {
    await saved(one)
    await expect(one.getByText('Am Sonntag. Wir gehen an den Fluss. Mit Rast.')).toBeVisible()
    await expect(one.getByText('2 Personen kommen')).toBeVisible()
  }

  await server.kill()
  await server.restart()
  const value = await server.project<Board>(id)
  expect(value.header.title).toBe('Brett im Flur')
  expect(value.notices).toMatchObject([{ title: 'Wanderung', coming: { 'u.ma': 'ja', 'u.dy': 'ja' } }])
  await other.goto(`${server.url}/raum/org.region`)
  await expect(other.getByRole('region', { name: 'Aushänge' }).getByText('Brett im Flur')).toBeVisible()
})
