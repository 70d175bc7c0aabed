import type { Page } from '@playwright/test'
import { expectNothingFound } from './support/axe.ts'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } }

test.describe('axe finds nothing', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo()
  })
  test.afterAll(() => server.dispose())

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      test(`on every page, ${colorScheme}, ${size}`, async ({ browser }) => {
        test.setTimeout(180_000)
        const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
        const page = await context.newPage()
        const link = server.links['u.ma'] ?? ''

        await page.goto(`${server.url}/`)
        await page.getByRole('heading', { name: 'Du bist nicht angemeldet' }).waitFor()
        await expectNothingFound(page)
        await page.goto(`${server.url}/einrichten#${'x'.repeat(40)}`)
        await page.getByRole('button', { name: 'Einrichten' }).waitFor()
        await expectNothingFound(page)
        await page.goto(`${server.url}/nirgends`)
        await page.getByRole('heading', { name: 'Hier ist nichts' }).waitFor()
        await expectNothingFound(page)
        await page.goto(link)
        await page.getByRole('button', { name: 'Anmelden' }).waitFor()
        await expectNothingFound(page)

        await signIn(page, link)
        await expectNothingFound(page)
        await page.getByRole('button', { name: 'Ansicht' }).click()
        await expectNothingFound(page)
        await page.getByRole('button', { name: 'Auf einem weiteren Gerät anmelden' }).click()
        await page.getByLabel('Persönlicher Link').waitFor()
        await expectNothingFound(page)
        await page.goto(`${server.url}/raum/org.region`)
        await page.getByRole('button', { name: 'Neuer Anmelde-Link für Ruben Okafor' }).click()
        await page.getByRole('alert').waitFor()
        await page.getByRole('button', { name: 'Person hinzufügen' }).click()
        await expectNothingFound(page)

        await openMinutes(page, server)
        await fill(page)
        await expectNothingFound(page)
        await page.locator('[data-path="agenda/top2/body"]').getByRole('textbox').click()
        await page.getByRole('toolbar').waitFor()
        await expectNothingFound(page)

        await context.clearCookies()
        await signIn(page, server.links['u.bernd'] ?? '')
        await page.goto(`${server.url}/raum/g.lichtblick`)
        await page.getByRole('button', { name: 'Neuer Anmelde-Link für Karin M.' }).click()
        await page.getByLabel('Persönlicher Link').waitFor()
        await expectNothingFound(page)
        await context.close()
      })
    }
  }
})

/** A sheet with something of everything: people, times, a task that misses something, an early warning. */
async function fill(page: Page): Promise<void> {
  const attendance = page.locator('#attendance')
  if ((await attendance.locator('tbody tr').count()) === 0) {
    await attendance.getByRole('button', { name: 'Person eintragen' }).click()
    await attendance.getByRole('button', { name: 'Alle Mitglieder' }).click()
    await page.keyboard.press('Escape')
    await attendance.getByRole('button', { name: 'Marlies Achterberg: seit 10:00 dabei' }).click()
    await page.locator('[data-path="agenda/top3/earlyWarnings"]').getByRole('button').click()
    await page.keyboard.type('wartezeit')
  }
  await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
  await page.keyboard.type('Raum anfragen')
  await page.keyboard.press('Enter')
  await page.getByText('Wer übernimmt diese Aufgabe?').first().waitFor()
}
