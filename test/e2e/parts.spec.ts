import { type Browser, expect, type Page } from '@playwright/test'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/** What is fetched later, where the network fails at that moment: nothing that stands may go. */
let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

/** Somebody whose files of this name fail until they are let go. */
async function withoutPart(browser: Browser, name: RegExp): Promise<{ page: Page; letGo: () => void }> {
  // what the service worker has would not fail
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await signIn(page, server.links['u.ma'] ?? '')
  let fails = true
  await page.route(name, route => (fails ? route.abort() : route.continue()))
  return {
    page,
    letGo: () => {
      fails = false
    },
  }
}

test('a part that cannot be fetched now takes nothing away and comes when it can', async ({ browser }) => {
  const { page, letGo } = await withoutPart(browser, /CommandPalette/)
  await openMinutes(page, server)
  const asked = page.waitForEvent('requestfailed', request => /CommandPalette.*js/.test(request.url()))
  await page.keyboard.press('Control+k')
  await asked
  await page.locator('[data-path="agenda/top6/body"]').getByRole('textbox').click()
  await page.keyboard.type('Es geht weiter.')
  await expect(page.locator('[data-path="agenda/top6/body"]')).toContainText('Es geht weiter.')
  await expect(page.locator('[data-save]')).toHaveText('gespeichert')
  letGo()
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible()
})

test('a page that cannot be fetched now says so, and appears by itself', async ({ browser }) => {
  const { page, letGo } = await withoutPart(browser, /SheetPage/)
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await expect(page.locator('main')).toContainText('Diese Seite ist noch nicht auf diesem Gerät.')
  letGo()
  await expect(page.locator('[data-path="agenda/top1/body"]')).toBeVisible()
})

test('a page that fails while it is drawn says what happened, and comes back by its button', async ({
  browser,
}) => {
  const { page } = await withoutPart(browser, /no such part/)
  await page.addInitScript(() => {
    if (sessionStorage.getItem('broken') !== null) return
    sessionStorage.setItem('broken', 'once')
    Reflect.set(Array.prototype, 'toSorted', () => {
      throw new Error('Broken on purpose')
    })
  })
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite ließ sich nicht anzeigen')
  await expect(page.locator('main')).toContainText('Was du geschrieben hast, ist davon nicht berührt.')
  await page.getByRole('button', { name: 'Neu laden' }).click()
  await expect(page.locator('[data-path="agenda/top1/body"]')).toBeVisible()
})
