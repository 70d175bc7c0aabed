import { expect, type Page } from '@playwright/test'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/** The smallest press target on a phone in px (DESIGN, Behaviour). */
const smallest = 44

test.describe('the sheet and the desk on paper, phone and screen', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo()
  })
  test.afterAll(() => server.dispose())

  test('at 360 px nothing scrolls sideways and every target is large enough', async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      isMobile: true,
      hasTouch: true,
    })
    const page = await context.newPage()
    await signIn(page, server.links['u.ma'] ?? '')
    await expectFits(page)
    await openMinutes(page, server)
    await addMarlies(page)
    await expectFits(page)
    // its word stands at the left edge, and the slip would begin far beyond it
    await page.getByRole('button', { name: /^Regel/ }).tap()
    const rule = await page.locator('[data-path="quorum/rule/type"]').boundingBox()
    expect(rule?.x ?? -1).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await page
      .getByRole('navigation', { name: 'Auf dem Blatt' })
      .getByRole('button', { name: /Tagesordnung/ })
      .tap()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Impulswoche.*: nach oben/ })
      .tap()
    await expectFits(page)
  })

  test('both themes by hand, kept over a reload; English complete and kept too', async ({ page }) => {
    await signIn(page, server.links['u.ma'] ?? '')
    const paper = () => page.evaluate(() => getComputedStyle(document.body).color)
    const light = await paper()
    await page.getByRole('button', { name: 'Ansicht' }).click()
    await page.getByLabel('dunkel').check()
    expect(await paper()).not.toBe(light)
    await page.getByLabel('English').check()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Good|Hello/)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Good|Hello/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect(await paper()).not.toBe(light)
  })

  test('English is whole on a sheet that opens in it, parts that come later too', async ({ page }) => {
    await signIn(page, server.links['u.ma'] ?? '')
    await page.getByRole('button', { name: 'Ansicht' }).click()
    await page.getByLabel('English').check()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await openMinutes(page, server)
    const main = page.locator('main')
    await expect(main.getByRole('button', { name: /^Confirm result/ }).first()).toBeVisible()
    // the words of people stay as they are; buttons and headings are ours
    const ours = (await main.locator('button, h2, th, dt').allInnerTexts()).join('\n')
    expect(ours).not.toMatch(/bestätigen|festhalten|zählen|feststellen|schließen|hinzufügen|Anwesenheit/u)
  })

  test('nothing breaks the content policy and nothing is asked of anybody else', async ({ page }) => {
    const complaints: string[] = []
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('request', request => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('ws'))
        complaints.push(request.url())
    })
    await signIn(page, server.links['u.ma'] ?? '')
    await openMinutes(page, server)
    await page.locator('[data-path="agenda/top2/body"]').getByRole('textbox').click()
    await page.keyboard.type('Deniz berichtet.')
    expect(complaints).toEqual([])
  })

  test('a finding stands beside its field and the list leads to it', async ({ page }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    await openMinutes(page, server)
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    const note = page.getByRole('note').filter({ hasText: 'Wer übernimmt diese Aufgabe?' })
    await expect(note).toBeVisible()
    const paper = await page.locator('main').boundingBox()
    const box = await note.boundingBox()
    expect(box?.x ?? 0).toBeGreaterThan((paper?.x ?? 0) + (paper?.width ?? 0))
    await page.getByText(/Stellen? ansehen/).click()
    await page.getByRole('button', { name: 'Bis wann soll das erledigt sein?' }).click()
    await expect(page.locator('[data-path^="tasks/"][data-path$="/due"]')).toBeFocused()
  })

  test('in print there are no controls', async ({ page }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    await openMinutes(page, server)
    await addMarlies(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 2, name: /Begrüßung/ })).toBeVisible()
    const shown = await page.locator('button:visible').evaluateAll(buttons =>
      // who takes the minutes is a value, and a button only for changing it
      buttons
        .filter(button => !button.closest('[data-path]')?.matches('button[data-path]'))
        .map(button => button.textContent),
    )
    expect(shown).toEqual([])
  })
})

/** Attendance with one person who is there since the beginning, whatever an earlier test left. */
async function addMarlies(page: Page): Promise<void> {
  const attendance = page.locator('#attendance')
  if ((await attendance.getByText('Marlies Achterberg').count()) > 0) return
  await attendance.getByRole('button', { name: 'Person eintragen' }).click()
  await attendance.getByRole('button', { name: 'Alle Mitglieder' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Marlies Achterberg: seit/ }).click()
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const small = await page
    .locator('button:visible, a[href]:visible, select:visible, textarea:visible')
    .evaluateAll(
      (elements, least) =>
        elements
          // The skip link is for keyboards; links within a sentence may be as high as their line.
          .filter(
            element =>
              !element.closest('.skip, .sr') && !element.closest('p')?.textContent.trim().includes('. '),
          )
          .map(element => ({ name: element.textContent.slice(0, 30), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && box.height < least - 0.5)
          .map(({ name, box }) => `${name}: ${box.height}`),
      smallest,
    )
  expect(small).toEqual([])
}
