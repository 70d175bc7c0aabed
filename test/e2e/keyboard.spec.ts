import { expect, type Page } from '@playwright/test'
import { tabTo } from './support/keyboard.ts'
import { openMinutes, projected, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const at = (page: Page, path: string) => page.locator(`[data-path="${path}"]`)

test.describe('by keyboard alone', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo()
  })
  test.afterAll(() => server.dispose())

  test('from the personal link to the sheet, a field, the agenda and back', async ({ page }) => {
    await page.goto(server.links['u.hp'] ?? '')
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    await tabTo(page, 'main button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Hanne/ }).waitFor()

    await tabTo(page, 'a[href^="/blatt/"]')
    await page.keyboard.press('Enter')
    await at(page, 'header/place').waitFor()
    // The heading of the new room has the focus, so a screen reader starts there.
    await expect(page.locator('h1')).toBeFocused()

    await tabTo(page, '[data-path="header/place"]')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Alte Färberei, Raum 3')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await projected(page)).header.place).toBe('Alte Färberei, Raum 3')

    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await projected(page)).header.place).toContain('Gemeindehaus')
    await expect(at(page, 'header/place')).toHaveValue(/Gemeindehaus/)
    await page.keyboard.press('Control+y')
    await expect(at(page, 'header/place')).toHaveValue('Alte Färberei, Raum 3')

    await page.keyboard.press('Escape')
    await at(page, 'agenda/top4').focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('Alt with the arrow keys moves an item, keeps the focus on it and says so', async ({ page }) => {
    await signIn(page, server.links['u.dy'] ?? '')
    await openMinutes(page, server)
    const entry = page.getByRole('navigation', { name: 'Tagesordnung' }).locator('a[href="#agenda-top7"]')
    await entry.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await projected(page)).agenda.map(item => item.id).indexOf('top7')).toBe(5)
    await expect(entry).toBeFocused()
    await expect(
      page.locator('[aria-live="polite"]').filter({ hasText: 'ist jetzt Punkt 6 von 8' }),
    ).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await projected(page)).agenda.map(item => item.id).indexOf('top7')).toBe(6)
  })

  test('what is removed can be brought back', async ({ page }) => {
    await signIn(page, server.links['u.dy'] ?? '')
    await openMinutes(page, server)
    await page.getByRole('button', { name: /^Mehr zu TOP.8$/ }).press('Enter')
    await page.getByRole('button', { name: 'Punkt entfernen' }).press('Enter')
    await expect.poll(async () => (await projected(page)).agenda.length).toBe(7)
    await page.getByRole('button', { name: 'Zurückholen' }).press('Enter')
    await expect.poll(async () => (await projected(page)).agenda.length).toBe(8)
  })

  test('a value that arrives while somebody types is shown, never put over what is typed', async ({
    browser,
  }) => {
    const [mine, theirs] = await Promise.all([browser.newPage(), browser.newPage()])
    // Time stands still for the one who types: the draft is not written by the pause.
    await mine.clock.install()
    await signIn(mine, server.links['u.ma'] ?? '')
    await signIn(theirs, server.links['u.sk'] ?? '')
    await openMinutes(mine, server)
    await openMinutes(theirs, server)
    const [here, there] = [at(mine, 'agenda/top6/title'), at(theirs, 'agenda/top6/title')]
    await here.focus()
    await mine.clock.pauseAt(Date.now() + 60_000)
    await mine.keyboard.press('Control+a')
    await mine.keyboard.type('Presse')
    await there.fill('Öffentlichkeitsarbeit')
    await there.press('Enter')
    await expect(mine.getByText('Inzwischen steht hier: „Öffentlichkeitsarbeit“')).toBeVisible()
    await expect(here).toHaveValue('Presse')
    await mine.getByRole('button', { name: 'Den anderen Text nehmen' }).click()
    await expect(here).toHaveValue('Öffentlichkeitsarbeit')
  })
})
