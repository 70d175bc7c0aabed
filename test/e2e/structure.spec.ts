import { expect, type Page } from '@playwright/test'
import { projected } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { badge, body, enter, prose, writeIn } from './support/write.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('the slash menu finds by typing, in both languages, and is all keyboard', async ({ browser }) => {
  const page = await enter(browser, server, 'u.ma')
  await writeIn(page, 'top1')
  await page.keyboard.type('/')
  const menu = page.getByRole('listbox', { name: 'Einfügen' })
  await expect(menu.getByRole('option').first()).toHaveText('Überschrift')
  await page.keyboard.type('table')
  await expect(menu.getByRole('option')).toHaveText(['Tabelle'])
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(body(page, 'top1')).toContainText('/table')
  for (let step = 0; step < 6; step++) await page.keyboard.press('Backspace')

  await page.keyboard.type('und/oder')
  await expect(menu).toHaveCount(0)
  await page.keyboard.type(' /uber')
  await expect(menu.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(body(page, 'top1').locator('h3')).toHaveText('und/oder')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/telefon')
  await expect(menu.getByRole('option').first()).toContainText('Telefon der Gruppe')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const fact = body(page, 'top1').locator('[data-merge-field="gruppe.kontakt.telefon"]')
  await expect(fact).toHaveText('Telefon der Gruppe fehlt noch')
  // arrow keys pass over it, Backspace takes it away
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('Ruf an: ')
  await expect(body(page, 'top1')).toContainText('Ruf an: Telefon der Gruppe')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect(body(page, 'top1')).toContainText('fehlt noch!')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(fact).toHaveCount(0)
  await page.keyboard.type('{{{{gruppe.name}}')
  await expect(body(page, 'top1').locator('[data-merge-field="gruppe.name"]')).toHaveCount(1)
})

test('tables: Tab goes from cell to cell and adds a row, rows and columns come and go, nothing gets wide', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma', { width: 360, height: 740 })
  await writeIn(page, 'top2')
  await page.keyboard.type('/tab')
  await page.getByRole('option', { name: 'Tabelle' }).click()
  const table = body(page, 'top2').locator('table')
  await expect(table.locator('tr')).toHaveCount(3)
  for (const word of ['Was', 'Wer', 'Plakat', 'Jana', 'Raum', 'Emre']) {
    await page.keyboard.type(word)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('neu')
  await expect(table.locator('tr')).toHaveCount(4)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  const tools = page.getByRole('toolbar')
  const inTable = (name: string) => tools.getByRole('button', { name, exact: true }).click()
  for (let column = 0; column < 4; column++) await inTable('Spalte danach')
  await expect(table.locator('tr').first().locator('th')).toHaveCount(6)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await inTable('Spalte entfernen')
  await inTable('Zeile entfernen')
  await expect(table.locator('tr')).toHaveCount(3)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top2')).toContain('tableHeader')
  await inTable('Tabelle entfernen')
  await expect(table).toHaveCount(0)
})

test('two people change one table at once: nothing is lost, and it does not grow by itself', async ({
  browser,
}) => {
  const [page, other] = [await enter(browser, server, 'u.ma'), await enter(browser, server, 'u.dy')]
  await writeIn(page, 'top3')
  await page.keyboard.type('/tab')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Kopf')
  await expect(body(other, 'top3').locator('table')).toHaveCount(1)
  await body(other, 'top3').locator('td').last().click()
  await other.keyboard.type('Zelle')
  await expect(body(page, 'top3')).toContainText('Zelle')
  await Promise.all([page.context().setOffline(true), other.context().setOffline(true)])
  await page.getByRole('toolbar').getByRole('button', { name: 'Spalte danach', exact: true }).click()
  await other.keyboard.press('Tab')
  await other.keyboard.type('unten')
  await Promise.all([page.context().setOffline(false), other.context().setOffline(false)])
  for (const one of [page, other]) await expect(badge(one)).toHaveAttribute('data-save', 'saved')
  await expect(body(page, 'top3')).toContainText('unten')
  const cells = async () => JSON.stringify(await projected(page)).split('"tableCell"').length
  const before = await cells()
  await page.keyboard.type('x')
  await other.keyboard.type('y')
  for (const one of [page, other]) await expect(badge(one)).toHaveAttribute('data-save', 'saved')
  expect(await cells()).toBe(before)
})

test('a task list is ticked by a press and by keyboard, each a small change, and reads the same to a reader', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  await writeIn(page, 'top4')
  await page.keyboard.type('/aufgabenl')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Stühle')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tee')
  const box = (name: string) => body(page, 'top4').getByRole('checkbox', { name })
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  await box('Stühle').click()
  await expect(box('Stühle')).toBeChecked()
  const size = await box('Stühle').evaluate(element => {
    const label = element.closest('label')
    const area = label && getComputedStyle(label, '::before')
    return area ? [Number.parseFloat(area.width), Number.parseFloat(area.height)] : []
  })
  expect(size.map(Math.round)).toEqual([44, 44])
  // the caret stayed in the text
  await page.keyboard.press('Control+Enter')
  await expect(box('Tee')).toBeChecked()
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect((await prose(server, 'top4')).split('"checked":true')).toHaveLength(3)
  await page.keyboard.press('Control+z')
  await expect(box('Tee')).not.toBeChecked()
})

test('a link comes by keyboard: from the slash, for marked words, taken back by Escape', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  const address = page.getByLabel('Adresse (https, E-Mail oder Telefon)')
  const links = body(page, 'top5').locator('a')
  const ask = async () => {
    await page.keyboard.type('/link')
    await expect(page.getByRole('listbox', { name: 'Einfügen' }).getByRole('option').first()).toHaveText(
      'Link',
    )
    await page.keyboard.press('Enter')
    await expect(address).toBeFocused()
  }
  await writeIn(page, 'top5')
  await page.keyboard.type('Mehr: ')
  await ask()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('keine Adresse')
  await page.keyboard.press('Escape')
  await expect(address).toHaveCount(0)
  await page.keyboard.type('bei ')
  await expect(body(page, 'top5')).toHaveText('Mehr: bei')
  await expect(links).toHaveCount(0)

  for (const typed of ['https://example.org/treffen', 'post@example.org', 'tel:+49301234']) {
    await ask()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(address).toHaveCount(0)
    await page.keyboard.type(' ')
  }
  await expect(links).toHaveText(['example.org/treffen', 'post@example.org', '+49301234'])
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  const stored = await prose(server, 'top5')
  for (const href of ['https://example.org/treffen', 'mailto:post@example.org', 'tel:+49301234'])
    expect(stored).toContain(`"href":"${href}"`)

  // marked words, by the words at the foot of the window; and off again
  await page.keyboard.type('Wort')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  const tool = page.getByRole('toolbar').getByRole('button', { name: 'Link', exact: true })
  await tool.click()
  await page.keyboard.type('example.net')
  await page.keyboard.press('Enter')
  await expect(links.last()).toHaveText('Wort')
  await expect(links.last()).toHaveAttribute('href', 'https://example.net/')
  await tool.click()
  await expect(address).toHaveValue('https://example.net/')
  await page.getByRole('button', { name: 'Link entfernen' }).press('Enter')
  await expect(links).toHaveCount(3)
  await expect(body(page, 'top5')).toContainText('Wort')
})

test('[HO1] whoever takes away a heading lifts the smaller one below it, in one step', async ({
  browser,
}) => {
  const [page, other] = [await enter(browser, server, 'u.ma'), await enter(browser, server, 'u.dy')]
  await writeIn(page, 'top6')
  for (const line of ['/uber', 'Oben', '/kleine', 'Unten']) {
    await page.keyboard.type(line)
    if (line.startsWith('/')) await expect(page.getByRole('listbox')).toBeVisible()
    if (line !== 'Unten') await page.keyboard.press('Enter')
  }
  const [large, small] = [body(page, 'top6').locator('h3'), body(page, 'top6').locator('h4')]
  await expect(large).toHaveText(['Oben'])
  await expect(small).toHaveText(['Unten'])
  // what was typed is a step of its own then
  for (const key of ['Control+z', 'Control+y', 'Control+Home']) await page.keyboard.press(key)
  await page.keyboard.press('Control+Alt+2')
  await expect(large).toHaveText(['Unten'])
  await expect(small).toHaveCount(0)
  await expect.poll(() => prose(server, 'top6')).not.toContain('"level":3')
  await expect(body(other, 'top6').locator('h3')).toHaveText(['Unten'])
  await page.keyboard.press('Control+z')
  await expect(large).toHaveText(['Oben'])
  await expect(small).toHaveText(['Unten'])
})

test('[HO2] what a merge leaves out of order is shown in order and stands as it is', async ({ browser }) => {
  const [page, other] = [await enter(browser, server, 'u.ma'), await enter(browser, server, 'u.dy')]
  await writeIn(page, 'top7')
  await page.keyboard.type('/uber')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Oben')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Zeile')
  await expect(body(other, 'top7')).toContainText('Zeile')
  await Promise.all([page.context().setOffline(true), other.context().setOffline(true)])
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Alt+2')
  await writeIn(other, 'top7')
  await other.keyboard.press('Control+Alt+3')
  await Promise.all([page.context().setOffline(false), other.context().setOffline(false)])
  const shown = (one: Page) => body(one, 'top7').locator('h4.raised[aria-level="3"]')
  for (const one of [page, other]) {
    await expect(shown(one)).toHaveText('Zeile')
    await expect(badge(one)).toHaveAttribute('data-save', 'saved')
  }
  await page.keyboard.type('x')
  await expect(body(other, 'top7')).toContainText('xOben')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top7')).toContain('"level":3')
})
