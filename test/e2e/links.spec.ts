import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/** Karin M. belongs to this group alone; whoever is in the regional team belongs to a group as well. */
const group = '/raum/g.lichtblick'
const region = '/raum/org.region'

test.describe('nobody is locked out', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo()
  })
  test.afterAll(() => server.dispose())

  const signedIn = async (browser: Browser, id: string): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await signIn(page, server.links[id] ?? '')
    return { context, page }
  }
  const openView = (page: Page) => page.getByRole('button', { name: 'Ansicht' }).click()
  const shownLink = (page: Page) => page.getByLabel('Persönlicher Link').inputValue()

  test('a link made in the settings signs the same person in on a second device', async ({ browser }) => {
    const { page } = await signedIn(browser, 'u.ma')
    await openView(page)
    await page.getByRole('button', { name: 'Auf einem weiteren Gerät anmelden' }).click()
    await expect(page.getByText('Er ist wie ein Schlüssel')).toContainText(/gilt einmal und bis \S+tag, /)
    expect((await page.getByLabel('Persönlicher Link').boundingBox())?.width).toBeGreaterThan(200)
    await page.getByRole('button', { name: 'Link kopieren' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Der Link ist kopiert.' })).toBeVisible()
    const link = await shownLink(page)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    const other = await browser.newContext()
    const second = await other.newPage()
    await signIn(second, link)
    await expect(second.getByRole('heading', { level: 1 })).toContainText('Marlies Achterberg')
    await openView(second)
    await expect(second.getByText('Angemeldet als Marlies Achterberg')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Marlies Achterberg')

    const finder = await browser.newPage()
    await finder.goto(link)
    await finder.getByRole('button', { name: 'Anmelden' }).click()
    await expect(finder.getByRole('alert')).toHaveText('Dieser Link gilt nicht mehr. Bitte um einen neuen.')
  })

  test('whoever coordinates lets a member in again, whose way in is lost', async ({ browser }) => {
    const lost = await signedIn(browser, 'u.km')
    await openView(lost.page)
    await expect(lost.page.getByText('Zum Wiederkommen brauchst du einen neuen Link.')).toBeVisible()
    await lost.page.getByRole('button', { name: 'Abmelden' }).click()
    await lost.page.getByRole('heading', { name: 'Du bist nicht angemeldet' }).waitFor()

    const { page } = await signedIn(browser, 'u.bernd')
    await page.goto(`${server.url}${group}`)
    const make = page.getByRole('button', { name: 'Neuer Anmelde-Link für Karin M.' })
    await make.click()
    await expect(page.getByText('Gib diesen Link Karin M. persönlich')).toBeVisible()
    const link = await shownLink(page)
    await page.getByRole('button', { name: 'Fertig' }).click()
    await expect(make).toBeFocused()
    expect(await page.content()).not.toContain(link)

    await signIn(lost.page, link)
    await expect(lost.page.getByRole('heading', { level: 1 })).toContainText('Karin M.')
  })

  test('no link for oneself in the list, none by others, none for whoever also belongs elsewhere', async ({
    browser,
  }) => {
    const { page } = await signedIn(browser, 'u.ma')
    await page.goto(`${server.url}${region}`)
    const links = page.getByRole('button', { name: /^Neuer Anmelde-Link für/ })
    await expect(links.first()).toBeVisible()
    await expect(page.getByRole('button', { name: /Anmelde-Link für Marlies/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Neuer Anmelde-Link für Ruben Okafor' }).click()
    await expect(page.getByRole('alert')).toContainText('Für Ruben Okafor lässt sich hier kein Link machen.')
    await expect(page.getByLabel('Persönlicher Link')).toHaveCount(0)

    const member = await signedIn(browser, 'u.hp')
    await member.page.goto(`${server.url}${region}`)
    await member.page.getByText('Ruben Okafor').waitFor()
    await expect(member.page.getByRole('button', { name: /Anmelde-Link/ })).toHaveCount(0)
  })

  test('without a clipboard the link is selected, and the page says so', async ({ browser }) => {
    const context = await browser.newContext()
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'clipboard')
    })
    const page = await context.newPage()
    await signIn(page, server.links['u.ma'] ?? '')
    await openView(page)
    await page.getByRole('button', { name: 'Auf einem weiteren Gerät anmelden' }).click()
    await page.getByRole('button', { name: 'Link kopieren' }).click()
    await expect(page.getByText('Der Link ist markiert')).toBeVisible()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await shownLink(page))
  })

  test('the coordinator above whom nobody stands is told to get a second device, until put away', async ({
    browser,
  }) => {
    const { page } = await signedIn(browser, 'u.mg')
    const hint = page.getByText('Melde dich jetzt auch auf einem zweiten Gerät an')
    await expect(hint).toBeVisible()
    await page.getByRole('button', { name: 'Verstanden' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect(hint).toHaveCount(0)
    const other = await signedIn(browser, 'u.ma')
    await expect(other.page.getByText('zweiten Gerät')).toHaveCount(0)
  })
})
