import { expect, type Page } from '@playwright/test'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { badge, body, copied, enter, prose, writeIn } from './support/write.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const title = (page: Page, item: string) => page.locator(`textarea[data-path="agenda/${item}/title"]`)

test('finding goes through fields and texts, shown or not, and replacing is one step', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  for (const [item, words] of [
    ['top1', 'Der Zaubertopf und der ZAUBERTOPF '],
    ['top8', 'Zaubertöpfe, kein Zaubertopf.'],
  ] as const) {
    await writeIn(page, item)
    await page.keyboard.type(words)
  }
  await writeIn(page, 'top1')
  await page.keyboard.type('{{{{gruppe.name}}')
  await title(page, 'top4').fill('Zaubertopf kaufen')
  await title(page, 'top4').blur()
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  await page.reload()
  await expect(body(page, 'top1')).toContainText('Zaubertopf')

  await page.keyboard.press('Control+f')
  const find = page.getByRole('search')
  await find.getByLabel('Suchen nach').fill('zaubertopf')
  await expect(find).toContainText('1 von 4')
  expect(await page.evaluate(() => [...(CSS.highlights.get('found-now') ?? [])].map(String))).toEqual([
    'Zaubertopf',
  ])
  await page.keyboard.press('Enter')
  await expect(find).toContainText('2 von 4')
  await page.keyboard.press('Enter')
  await expect(title(page, 'top4')).toHaveAttribute('data-found', 'now')
  await page.keyboard.press('Enter')
  await expect(find).toContainText('4 von 4')
  await expect(body(page, 'top8')).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await expect(find).toContainText('3 von 4')
  await find.getByLabel('Groß und klein').check()
  await find.getByLabel('Suchen nach').fill('ZAUBERTOPF')
  await expect(find).toContainText('1 von 1')
  await find.getByLabel('Groß und klein').uncheck()
  await find.getByLabel('Suchen nach').fill('zaubert')
  await expect(find).toContainText('1 von 5')
  await find.getByLabel('Ganze Wörter').check()
  await expect(find).toContainText('nichts')
  await find.getByLabel('Suchen nach').fill('Zaubertopf')
  await find.getByLabel('Ersetzen durch').fill('Kessel')
  await find.getByRole('button', { name: 'Alle ersetzen' }).click()
  await expect(find).toContainText('4 Stellen ersetzt')
  await expect(body(page, 'top1')).toContainText('Der Kessel und der Kessel')
  await expect(title(page, 'top4')).toHaveValue('Kessel kaufen')
  await expect(body(page, 'top8')).toContainText('Zaubertöpfe, kein Kessel.')
  // what stands for a fact is no letters
  await find.getByLabel('Suchen nach').fill('gruppe')
  await find.getByLabel('Ganze Wörter').uncheck()
  await page.keyboard.press('Escape')
  await expect(find).toHaveCount(0)
  await expect(body(page, 'top1').locator('[data-merge-field]')).toHaveCount(1)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top8')).toContain('Kessel')

  await page.keyboard.press('Control+z')
  await expect(title(page, 'top4')).toHaveValue('Zaubertopf kaufen')
  await expect(body(page, 'top1')).toContainText('Der Zaubertopf und der ZAUBERTOPF')
  await expect(body(page, 'top8')).toContainText('kein Zaubertopf.')
})

test('what is shown hears its keys at once', async ({ browser }) => {
  const page = await enter(browser, server, 'u.ma')
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-path="agenda/top1/body"] [role="textbox"]')) return
      observer.disconnect()
      const press = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true })
      document.body.dispatchEvent(press)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(page.getByRole('search').getByLabel('Suchen nach')).toBeFocused()
})

test('days, times, numbers, choices and people are found as they are shown, and not replaced', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.jw')
  await page.keyboard.press('Control+f')
  const find = page.getByRole('search')
  const words = find.getByLabel('Suchen nach')
  const now = (path: string) =>
    page.locator(`[data-found="now"]`).locator(`xpath=self::*[@data-path="${path}"]|*[@data-path="${path}"]`)
  for (const [asked, path] of [
    ['Sa., 14. März 2026', 'header/date'],
    ['10:00', 'header/start'],
    ['hybrid', 'header/format'],
    ['mit kurzem Verlauf', 'header/protocolType'],
  ] as const) {
    await words.fill(asked)
    await expect(find).toContainText(/1 von \d/)
    await expect(now(path)).toHaveCount(1)
  }
  await words.fill('Deniz Yıldırım')
  await expect(find).toContainText(/1 von \d/)
  await page.keyboard.press('Enter')
  await expect(find).toContainText('2 von')
  const before = await server.project()
  await words.fill('hybrid')
  await find.getByLabel('Ganze Wörter').check()
  await find.getByLabel('Ersetzen durch').fill('online')
  await find.getByRole('button', { name: 'Ersetzen', exact: true }).click()
  await expect(find).toContainText('steht für Tag, Zeit, Zahl oder Auswahl')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await server.project()).toEqual(before)
})

test('marking all twice marks the sheet: it can be copied, and nothing else', async ({ browser }) => {
  const page = await enter(browser, server, 'u.dy')
  await writeIn(page, 'top2')
  await page.keyboard.type('Zum Kopieren')
  await page.keyboard.press('Control+a')
  expect((await copied(page)).plain.trim()).toBe('Zum Kopieren')
  await page.keyboard.press('Control+a')
  await expect(page.locator('main[data-chosen]')).toHaveCount(1)
  const { html, plain } = await copied(page)
  expect(html).toContain('<p>Zum Kopieren</p>')
  expect(html.indexOf('<h1>')).toBe(0)
  expect(plain).toContain('Zum Kopieren')
  expect(html.split('<h2>').length).toBeGreaterThan(3)
  const before = await server.project()
  for (const key of ['Delete', 'Backspace', 'x', 'Enter', 'Control+x']) await page.keyboard.press(key)
  await expect(page.getByRole('status').filter({ hasText: 'nichts gelöscht' })).toBeVisible()
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await server.project()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(page.locator('main[data-chosen]')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  await expect(body(page, 'top2')).toContainText('!')
})

test('who marks all of an empty text, or types on at once, writes on', async ({ browser }) => {
  // what the service worker has would not be held
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  let letGo: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(/wholeSheet.*js/, async route => {
    await held
    await route.continue()
  })
  await signIn(page, server.links['u.ma'] ?? '')
  await openMinutes(page, server)
  // a text of a new item, with nothing in it
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).last().click()
  const item = page.locator('main section[data-path^="agenda/"]').last()
  const text = item.locator('[data-path$="/body"]')
  await text.locator('[role="textbox"]').click()
  await expect(text.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Anfang Ende')
  await expect(text).toContainText('Anfang Ende')
  // the code for marking the sheet is asked for with the second press
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' und weiter')
  const came = page.waitForResponse(/wholeSheet.*js/)
  letGo()
  await (await came).finished()
  await page.keyboard.type(' bis zum Schluss')
  await expect(text).toContainText('Anfang Ende und weiter bis zum Schluss')
  await expect(page.locator('main[data-chosen]')).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+a')
  await expect(page.locator('main[data-chosen]')).toHaveCount(1)
})

test('arrow keys go on in the next text, in the same column', async ({ browser }) => {
  const page = await enter(browser, server, 'u.sk')
  for (const item of ['top5', 'top6']) {
    await writeIn(page, item)
    await page.keyboard.type('abcdefghij')
  }
  await writeIn(page, 'top5')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('|')
  await expect(body(page, 'top6')).toContainText('abcde|fghij')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('^')
  await expect(body(page, 'top5')).toContainText(/abcde\^?f?\^?ghij/)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('>')
  await expect(body(page, 'top6')).toContainText('>abcde|fghij')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('<')
  await expect(body(page, 'top5')).toContainText(/ghij<$/)
})
