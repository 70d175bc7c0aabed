import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { readDocument, readFixture } from '#server/demo/files.ts'
import { b2, b3 } from '#server/demo/press.ts'
import { pv03 } from '#shared/kinds/pressTemplate/masters/pv03.ts'
import { renderRelease } from '#shared/kinds/pressTemplate/render.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { releaseDocument, templateDocument } from '#test/support/pressFixture.ts'
import { holdableLine } from './support/line.ts'
import { signIn } from './support/people.ts'
import { at, beginPress, enterPress, enterText, openPress, projectedPress } from './support/press.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { choose } from './support/writing.ts'

const expected = z
  .object({
    findings: z.array(z.object({ rule: z.string(), match: z.string() })),
    unresolved: z.array(z.string()),
    length: z.object({ B2: z.number(), B3: z.number() }),
  })
  .parse(readFixture('b.expectedFindings'))
const quoteSchema = z.object({
  printedName: z.string(),
  printNote: z.string().default(''),
  function: z.string(),
  attribution: z.string(),
  text: z.string(),
})
const quotes = z.object({ quotes: z.array(quoteSchema) }).parse(readFixture('b.quotes')).quotes

/** Waits until the page and the server have the same, and answers with it. */
async function exchanged(server: DemoServer, id: string, ...pages: Page[]): Promise<PressDraft> {
  await expect
    .poll(
      async () => {
        const states = await Promise.all([
          server.project<PressDraft>(id),
          ...pages.map(page => projectedPress(page, id)),
        ])
        return new Set(states.map(state => JSON.stringify(state))).size
      },
      { timeout: 20_000, intervals: [40, 80, 160, 320] },
    )
    .toBe(1)
  for (const page of pages) await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)
  return server.project<PressDraft>(id)
}

const byText = (left = '', right = '') => left.localeCompare(right)
const notes = (page: Page) => page.locator('main details[data-word]')

test.describe('press texts', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo()
    // 10 June 2026, 14:00 in Berlin: the day on which B2 is handed in
    await server.setTime(Date.parse('2026-06-10T14:00:00+02:00'))
  })
  test.afterAll(() => server.dispose())

  test('B1, the template, is entered as it stands in scenarios.md', async ({ page }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    const id = await beginPress(page, server, 'Neue Gruppe startet')
    await enterPress(page, pv03)
    expect(templateDocument(await exchanged(server, id, page))).toBe(readDocument('B1'))
    await expect(notes(page)).toHaveCount(0)
  })

  test('B2 is entered, and shows nine words, two open variables and its length', async ({ page }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    const id = await beginPress(page, server, b2.header.title)
    await enterPress(page, b2)
    const value = await exchanged(server, id, page)
    expect(releaseDocument(value)).toBe(readDocument('B2'))
    expect(renderRelease(value, {}).length).toBe(expected.length.B2)

    await expect(notes(page)).toHaveCount(9)
    const words = await notes(page).evaluateAll(all => all.map(note => note.dataset.word?.split('/').at(-2)))
    expect(words.toSorted(byText)).toEqual(expected.findings.map(({ rule }) => rule).toSorted(byText))
    for (const { match } of expected.findings)
      await expect(page.locator('[data-mark]', { hasText: new RegExp(`^${match}$`) })).toHaveCount(1)
    const open = page.locator('aside [data-variable]:has(input, textarea)').filter({ hasText: 'steht in' })
    await expect(page.locator('aside [data-open]')).toHaveText('2 sind noch offen')
    expect(await open.evaluateAll(all => all.map(one => one.dataset.variable))).toEqual(expected.unresolved)
    await expect(at(page, 'text/length')).toContainText('2.931 von 2.500')

    await test.step('a word is looked at, replaced, brought back, and left', async () => {
      await page.locator('[data-mark]', { hasText: 'clean' }).click()
      const note = notes(page).filter({ hasText: '„clean“' })
      await expect(note).toHaveAttribute('open', '')
      await expect(note).toContainText('S4 NIDA')
      await note.getByRole('button', { name: /ersetzen durch „abstinent“/ }).click()
      await expect(at(page, 'text/body')).toContainText('seit Monaten abstinent und suchen')
      await expect(notes(page)).toHaveCount(8)
      await page.getByRole('button', { name: 'Rückgängig' }).click()
      await expect(at(page, 'text/body')).toContainText('seit Monaten clean und suchen')
      await expect(notes(page)).toHaveCount(9)
      const again = notes(page).filter({ hasText: '„clean“' })
      await again.locator('summary').press('Enter')
      await again.getByRole('button', { name: '„clean“ so lassen' }).press('Enter')
      await expect(notes(page)).toHaveCount(8)
      await page.reload()
      await expect(notes(page)).toHaveCount(8)
      await page.getByRole('button', { name: '„clean“ wieder ansehen' }).click()
      await expect(notes(page)).toHaveCount(9)
    })
    await test.step('a variable is filled where it is missed', async () => {
      await at(page, 'values/veranstaltung.ort').fill('im Kulturhaus Lindenfurt')
      await at(page, 'values/veranstaltung.ort').press('Enter')
      await expect(page.locator('aside [data-open]')).toHaveText('1 ist noch offen')
      expect((await exchanged(server, id, page)).event.place).toBe('im Kulturhaus Lindenfurt')
    })
    await test.step('axe finds nothing, written and printed', async () => {
      for (const view of ['Schreiben', 'So wird es gedruckt']) {
        await page.getByRole('button', { name: view }).click()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
      }
    })
  })

  test('B3 is entered; its quotes and its text are those of the fixtures, nothing is open', async ({
    page,
  }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    const id = await beginPress(page, server, b3.header.title)
    await enterPress(page, b3)
    const value = await exchanged(server, id, page)
    expect(releaseDocument(value)).toBe(readDocument('B3'))
    expect(renderRelease(value, {}).length).toBe(expected.length.B3)
    expect(value.quotes.map(quote => quoteSchema.parse(quote))).toEqual(quotes)
    await expect(notes(page)).toHaveCount(1)
    await expect(page.locator('aside [data-open]')).toHaveCount(0)
    await expect(at(page, 'embargo/until')).toHaveText(
      'Bitte nicht vor Donnerstag, 18. Juni 2026, 18:00 Uhr (Sommerzeit) veröffentlichen.',
    )
    // a noted release holds for these words only
    const release = page.locator('[data-path$="/release"]').nth(1)
    await choose(release, 'freigegeben')
    const words = page.locator('[data-path^="quotes/"][data-path$="/text"]').nth(1)
    await words.fill((await words.inputValue()).replace('trocken, aber', 'trocken aber'))
    await words.press('Enter')
    await expect(release).toHaveValue('erneut_freigeben')
  })

  test('an embargo at the change of the clocks is refused or asked about', async ({ page }) => {
    await signIn(page, server.links['u.hp'] ?? '')
    const id = await beginPress(page, server, 'Sperrfrist')
    await at(page, 'embargo/until/day').fill('2026-03-29')
    await at(page, 'embargo/until/time').fill('2:30')
    await at(page, 'embargo/until/time').press('Enter')
    await expect(page.getByRole('alert')).toHaveText(
      /Diese Uhrzeit gibt es am Sonntag, 29\.\sMärz 2026 nicht/,
    )
    expect((await exchanged(server, id, page)).embargo.until).toBe('2026-03-29')
    await at(page, 'embargo/until/day').fill('2026-10-25')
    await at(page, 'embargo/until/time').fill('2 Uhr 30')
    await at(page, 'embargo/until/time').press('Enter')
    await page.getByRole('radio', { name: /die zweite/ }).check()
    await expect(at(page, 'embargo/until')).toHaveText(/02:30 Uhr \(Winterzeit\)/)
    expect((await exchanged(server, id, page)).embargo).toMatchObject({
      until: '2026-10-25T02:30',
      which: 'zweite',
    })
  })

  test('two people write at once, one of them without a connection, and have the same afterwards', async ({
    browser,
  }) => {
    const people = await Promise.all(
      ['u.hp', 'u.ma'].map(async person => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
        const line = await holdableLine(context)
        const page = await context.newPage()
        await signIn(page, server.links[person] ?? '')
        return { context, page, line }
      }),
    )
    const [here, away] = people
    if (!here || !away) throw new Error('Two should take part')
    const id = await beginPress(here.page, server, 'Zu zweit')
    await enterPress(here.page, { text: { headline: 'Anfang', lead: ['Wir beginnen.'] } })
    await openPress(away.page, server, id)
    await exchanged(server, id, here.page, away.page)

    await away.context.setOffline(true)
    await enterText(away.page, 'text/lead')
    await away.page.keyboard.press('Control+End')
    await away.page.keyboard.insertText(' Fern von hier.')
    await enterPress(away.page, {
      quotes: [{ id: 'fern', text: 'Aus der Ferne', printedName: 'Marlies Achterberg' }],
      contact: { name: 'Theodora Lindqvist-Baum' },
    })
    await enterText(here.page, 'text/lead')
    await here.page.keyboard.press('Control+Home')
    await here.page.keyboard.insertText('Hier. ')
    await enterPress(here.page, {
      embargo: { until: '2026-06-18T18:00', reason: 'Veranstaltung' },
      quotes: [{ id: 'hier', text: 'Von hier', printedName: 'Hanne Pfefferkorn' }],
      contact: { phone: '069 90009-120' },
    })
    await exchanged(server, id, here.page)
    await away.context.setOffline(false)

    const value = await exchanged(server, id, here.page, away.page)
    expect(JSON.stringify(value.text.lead)).toContain('Hier. Wir beginnen. Fern von hier.')
    expect(value.quotes.map(({ text }) => text).sort()).toEqual(['Aus der Ferne', 'Von hier'])
    expect(value).toMatchObject({
      embargo: { until: '2026-06-18T18:00' },
      contact: { name: 'Theodora Lindqvist-Baum', phone: '069 90009-120' },
    })
  })
})
