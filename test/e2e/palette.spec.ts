import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { badge, enter } from './support/write.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('the palette goes to sections and documents and does things, by keyboard, without a network', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  // from now on the device has the whole program
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Gehe zu, tue' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await page.context().setOffline(true)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('TOP 7')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(page.locator('#agenda-top7')).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dunkel')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('suchen und')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('schreibtisch')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/$/)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(demoMinutesId))
})

test('what is entered before the device has answered goes to what it answers', async ({ browser }) => {
  const page = await enter(browser, server, 'u.ma')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.evaluate(holdDeviceStore)

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Gehe zu, tue' })
  await expect(palette.getByRole('option').first()).toHaveText(/Neu|beginnen/u)
  await page.keyboard.press('Enter')
  await expect(palette).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('let-go')))
  await expect(page).toHaveURL(new RegExp(demoMinutesId))
  await expect(palette).toHaveCount(0)
})

/** A transaction that keeps the documents of this device to itself until `let-go` is heard. */
async function holdDeviceStore(): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  for (const name of names) {
    const opening = indexedDB.open(name)
    await new Promise(resolve => opening.addEventListener('success', resolve))
    if (!opening.result.objectStoreNames.contains('documents')) continue
    const store = opening.result.transaction('documents', 'readwrite').objectStore('documents')
    let isHeld = true
    window.addEventListener('let-go', () => (isHeld = false))
    const ask = () => {
      if (isHeld) store.count().addEventListener('success', ask)
    }
    ask()
  }
}

test('palette, search, slash menu and keys stand without a finding of axe, also on a phone', async ({
  browser,
}) => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
  ]) {
    const page = await enter(browser, server, 'u.dy', viewport)
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      )
    }
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await clean()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.getByRole('search').getByLabel('Suchen nach').fill('e')
    await clean()
    await page.keyboard.press('Escape')
    await page.locator('[data-path="agenda/top2/body"] [role="textbox"]').click()
    await page.keyboard.type('/')
    await expect(page.getByRole('listbox')).toBeVisible()
    await clean()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await expect(badge(page)).toHaveAttribute('data-save', 'saved')
    await page.locator('body').click({ position: { x: 2, y: 2 } })
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible()
    await clean()
  }
})
