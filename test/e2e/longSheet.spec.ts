import { expect, type Page } from '@playwright/test'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { asNewerClient } from './support/newerClient.ts'
import { join } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const added = 60

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const topOf = (page: Page, id: string): Promise<number> =>
  page.locator(`#agenda-${id}`).evaluate(section => section.getBoundingClientRect().top)

test('on a long sheet the outline leads to its items, near and far, and stays there while they come up', async ({
  browser,
}) => {
  const { page } = await join(browser, server, 'u.ma')
  await asNewerClient(server, page, doc => {
    const agenda = minutes.open(doc).list('agenda')
    for (let item = 1; item <= added; item++) {
      agenda.add(`long${item}`, { title: `Langer Punkt ${item}`, body: ['Ein Satz. '.repeat(item * 10)] })
    }
  })
  await page.locator(`#agenda-long${added}`).waitFor()
  for (const id of [`long${added}`, 'long3', 'long2', 'top1', 'long40']) {
    await page.locator(`nav a[href="#agenda-${id}"]`).click()
    await expect(page.locator(`#agenda-${id}`)).toBeFocused()
    // below the top line, in the upper half of the window
    await expect.poll(() => topOf(page, id)).toBeGreaterThan(0)
    await expect.poll(() => topOf(page, id)).toBeLessThan(450)
    await page.locator(`[data-path="agenda/${id}/body"] .ProseMirror`).waitFor()
    expect(await topOf(page, id)).toBeLessThan(450)
  }
})
