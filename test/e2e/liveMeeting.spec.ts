import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { paragraphTexts } from '#shared/document/prose.ts'
import { enterArrivals } from './support/arriving.ts'
import { expectNothingFound } from './support/axe.ts'
import { berlin } from './support/deciding.ts'
import { keptOnDevice } from './support/device.ts'
import { signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true }

let server: DemoServer
test.beforeEach(async () => {
  server = await startDemo()
  await server.setTime(berlin('10:02'))
})
test.afterEach(() => server.dispose())

async function enter(
  browser: Browser,
  person: string,
  room: 'sitzung' | 'wand' | 'blatt' = 'sitzung',
  options: BrowserContextOptions = wide,
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  await signIn(page, link)
  await page.goto(`${server.url}/${room}/${demoMinutesId}`)
  await page.locator('main h1').first().waitFor()
  return page
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()
const title = (page: Page) => page.locator('main h1')
const speakers = (page: Page) => page.locator('[data-part="speakers"] li')
const strip = (page: Page) => page.getByRole('region', { name: 'Ohne Verbindung' })
const begin = (page: Page) => press(page, 'Sitzung beginnen')

test('two browsers follow the chair, one may look elsewhere, and who joins late sees where it stands', async ({
  browser,
}) => {
  const marlies = await enter(browser, 'u.ma')
  const jonas = await enter(browser, 'u.jw')
  await expect(title(jonas)).toHaveText('Die Sitzung hat noch nicht begonnen')
  await expect(jonas.getByRole('button', { name: 'Sitzung beginnen' })).toHaveCount(0)
  await begin(marlies)
  await expect(title(marlies)).toHaveText('Begrüßung und Formalia')
  await expect(title(jonas)).toHaveText('Begrüßung und Formalia')
  await expect(jonas.locator('main').getByText('TOP 1 von 8').first()).toBeVisible()
  // what the chair does nobody else can
  for (const name of ['Pause', 'TOP 1 abschließen', 'Nächste Person'])
    await expect(jonas.getByRole('button', { name, exact: true })).toHaveCount(0)

  await press(marlies, 'TOP 1 abschließen')
  await expect(jonas.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
  await expect(jonas.locator('aside li[aria-current="step"]')).toContainText('2')

  // „folgen“: looking at another item, and back again
  await jonas.locator('aside ol button[aria-pressed]').nth(3).click()
  await expect(jonas.getByText('Du siehst dir TOP 4 an. Die Sitzung ist bei TOP 2.')).toBeVisible()
  await press(marlies, 'TOP 2 abschließen')
  await expect(jonas.getByText('Du siehst dir TOP 4 an. Die Sitzung ist bei TOP 3.')).toBeVisible()
  await press(jonas, 'Zurück zu TOP 3')
  await expect(jonas.locator('main').getByText('TOP 3 von 8').first()).toBeVisible()

  await server.setTime(berlin('10:41'))
  const hanne = await enter(browser, 'u.hp', 'blatt')
  await hanne.getByRole('button', { name: 'Zur Sitzung, sie läuft' }).first().click()
  await expect(hanne.getByText('Die Sitzung läuft seit 10:02 Uhr, TOP 3 seit 10:02 Uhr.')).toBeVisible()

  // the last item is followed by the way to closing
  for (const number of [3, 4, 5, 6, 7]) await press(marlies, `TOP ${number} abschließen`)
  await press(marlies, 'Letzten TOP abschließen')
  for (const page of [marlies, jonas]) await expect(title(page)).toHaveText('Alle Punkte sind abgeschlossen')
  await expect(jonas.getByRole('link', { name: 'Zum Schließen der Sitzung' })).toHaveCount(0)
  await marlies.getByRole('link', { name: 'Zum Schließen der Sitzung' }).click()
  await expect(marlies.getByRole('button', { name: 'Sitzung schließen' })).toBeInViewport()
})

test('the speaker list in its three orders, a break, and more minutes', async ({ browser }) => {
  const marlies = await enter(browser, 'u.ma')
  await begin(marlies)
  const jonas = await enter(browser, 'u.jw')
  const svea = await enter(browser, 'u.sk')
  for (const page of [jonas, svea, marlies]) {
    await press(page, 'Ich möchte sprechen')
    await expect(page.getByRole('button', { name: 'Ich ziehe zurück' })).toBeVisible()
  }
  const names = ['Jonas', 'Svea', 'Marlies']
  const inOrder = async (...order: string[]) => {
    await expect(speakers(svea)).toHaveCount(order.length)
    for (const [index, name] of order.entries()) await expect(speakers(svea).nth(index)).toContainText(name)
  }
  await inOrder(...names)
  await marlies.getByRole('button', { name: /^Nächste Person: Jonas/u }).click()
  await expect(speakers(svea).first()).toContainText('spricht')
  await press(jonas, 'Ich möchte sprechen')
  await inOrder('Jonas', 'Svea', 'Marlies', 'Jonas')

  await marlies.locator('[data-part="speakers"]').getByRole('button', { name: 'Mehr', exact: true }).click()
  const order = marlies.getByLabel('Reihenfolge')
  // the choices come when somebody comes near
  await order.focus()
  await order.selectOption({ label: 'wer noch nicht sprach' })
  await inOrder('Jonas', 'Svea', 'Marlies', 'Jonas')
  await marlies.getByRole('button', { name: /^Nächste Person: Svea/u }).click()
  await inOrder('Svea', 'Marlies', 'Jonas')
  await order.selectOption({ label: 'Raum und zugeschaltet im Wechsel' })
  await expect(order).toHaveValue('abwechselnd')

  // rules of procedure come first
  await svea.locator('[data-part="speakers"]').getByRole('button', { name: 'Mehr', exact: true }).click()
  await press(svea, 'Zur Geschäftsordnung')
  await expect(speakers(marlies).nth(1)).toContainText('Svea')
  await expect(speakers(marlies).nth(1)).toContainText('Geschäftsordnung')
  await marlies.getByRole('button', { name: /^Von der Redeliste streichen: Jonas/u }).click()
  await expect(speakers(svea)).toHaveCount(3)

  await press(marlies, 'Pause')
  await expect(svea.getByText(/^Pause seit 10:0\d Uhr$/u)).toBeVisible()
  await press(marlies, 'Weiter')
  await expect(svea.getByText(/^Pause seit/u)).toHaveCount(0)
  const before = await svea.getByRole('timer').getAttribute('aria-label')
  await press(marlies, '5 Minuten mehr')
  await expect(svea.getByRole('timer')).not.toHaveAttribute('aria-label', before ?? '')
})

test('a server that is killed in the middle of a meeting goes on with it', async ({ browser }) => {
  // a server that is started anew has the machine's time
  await server.setTime(Date.now())
  const marlies = await enter(browser, 'u.ma')
  await begin(marlies)
  await press(marlies, 'TOP 1 abschließen')
  await press(marlies, 'Ich möchte sprechen')
  await expect(speakers(marlies)).toHaveCount(1)
  await server.kill()
  await server.restart()
  await expect(marlies.getByText('gespeichert')).toBeVisible()
  await expect(strip(marlies)).toHaveCount(0, { timeout: 30_000 })
  await expect(marlies.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
  await expect(speakers(marlies)).toContainText(['Marlies'])
  await press(marlies, 'TOP 2 abschließen')
  const jonas = await enter(browser, 'u.jw')
  await expect(jonas.locator('main').getByText('TOP 3 von 8').first()).toBeVisible()
  await expect(speakers(jonas)).toContainText(['Marlies'])
})

test.describe('without a network', () => {
  test('a whole meeting goes on one device, and becomes that of everybody by a word', async ({ browser }) => {
    const marlies = await enter(browser, 'u.ma')
    await begin(marlies)
    await keptOnDevice(marlies)
    const jonas = await enter(browser, 'u.jw')
    await marlies.context().setOffline(true)
    await press(marlies, 'TOP 1 abschließen')
    await expect(strip(marlies)).toContainText('Ohne Verbindung: nur auf diesem Gerät.')
    await expect(marlies.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
    await press(marlies, 'Ich möchte sprechen')
    await marlies.reload()
    await expect(marlies.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
    await press(marlies, 'TOP 2 abschließen')
    await expect(speakers(marlies)).toHaveCount(1)
    await expect(jonas.locator('main').getByText('TOP 1 von 8').first()).toBeVisible()

    await marlies.context().setOffline(false)
    await expect(strip(marlies)).toContainText('Wieder verbunden.', { timeout: 30_000 })
    // nothing is sent by itself
    await expect(jonas.locator('main').getByText('TOP 1 von 8').first()).toBeVisible()
    await press(marlies, 'Meinen Stand für alle übernehmen')
    await expect(jonas.locator('main').getByText('TOP 3 von 8').first()).toBeVisible()
    await expect(speakers(jonas)).toContainText(['Marlies'])
  })

  test('a meeting that has gone on meanwhile is not overwritten, and the person is told', async ({
    browser,
  }) => {
    const marlies = await enter(browser, 'u.ma')
    await begin(marlies)
    await keptOnDevice(marlies)
    await marlies.context().setOffline(true)
    await press(marlies, 'TOP 1 abschließen')
    await expect(marlies.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
    // the chair's other device
    const other = await enter(browser, 'u.ma')
    await other.getByRole('button', { name: 'Jetzt dran: TOP 5' }).click()
    await expect(other.locator('main').getByText('TOP 5 von 8').first()).toBeVisible()
    await marlies.context().setOffline(false)
    await expect(strip(marlies)).toContainText('Die anderen sind weiter;', { timeout: 30_000 })
    await expect(marlies.locator('main').getByText('TOP 5 von 8').first()).toBeVisible()
    await press(marlies, 'Gesehen')
    await expect(strip(marlies)).toHaveCount(0)
  })
})

test('the wall shows a wording, no count before it is confirmed, the result after, and every line is large', async ({
  browser,
}) => {
  const picture = { width: 1920, height: 1080 }
  const wall = await enter(browser, 'u.hp', 'wand', { viewport: picture })
  await expect(title(wall)).not.toBeEmpty()
  await largeOnly(wall, picture.height)
  const marlies = await enter(browser, 'u.ma')
  await begin(marlies)
  await expect(wall.getByText('TOP 1 von 8', { exact: true })).toBeVisible()

  // enough are there to decide
  await marlies.goto(`${server.url}/blatt/${demoMinutesId}`)
  await marlies.locator('[data-path="agenda/top1/body"]').waitFor()
  await enterArrivals(marlies)
  await expect(marlies.locator('[data-save]')).toHaveText('gespeichert')
  const { decisions } = await server.project()
  const wording = paragraphTexts(decisions.find(({ id }) => id === 'd01')?.wording ?? [])[0] ?? ''
  await marlies.goto(`${server.url}/sitzung/${demoMinutesId}`)
  await marlies.getByRole('button', { name: /^An die Wand/u }).click()
  await expect(wall.locator('main')).toContainText(wording)
  await expect(wall.getByText('TOP 1 · Antrag')).toBeVisible()
  await largeOnly(wall, picture.height)

  // a count is a proposal: nobody reads it on the wall
  await marlies.getByRole('button', { name: /^Stimmen zählen/u }).click()
  await marlies.getByLabel('Ja', { exact: true }).fill('3')
  await marlies.getByLabel('Nein', { exact: true }).fill('1')
  await marlies.getByLabel('Enthaltung', { exact: true }).fill('1')
  await press(marlies, 'Als meine Zählung eintragen')
  await expect(marlies.getByText('Ja 3, Nein 1, Enthaltung 1', { exact: false }).first()).toBeVisible()
  await expect(wall.getByText('Enthaltung')).toHaveCount(0)
  await marlies.getByRole('button', { name: /^Ergebnis bestätigen/u }).click()
  await press(marlies, 'Bestätigen und Wortlaut festhalten')
  await expect(wall.getByText('angenommen')).toBeVisible()
  await expect(wall.getByText('TOP 1 · Beschluss')).toBeVisible()
  await expect(wall.locator('dd').first()).toHaveText('3')
  await largeOnly(wall, picture.height)
  await expectNothingFound(wall)

  await press(marlies, 'Pause')
  await expect(title(wall)).toHaveText('Pause')
  await largeOnly(wall, picture.height)
  await wall.keyboard.press('f')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(true)
})

/** Every line of words is at least a twentieth of the picture's height, and stands in the picture. */
async function largeOnly(page: Page, height: number): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(element =>
            [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter(element => !element.closest('.sr'))
          .map(element => {
            const box = element.getBoundingClientRect()
            const inside =
              box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
            return inside ? Number.parseFloat(getComputedStyle(element).fontSize) : 0
          })
          .reduce((least, size) => Math.min(least, size), 1_000),
      ),
    )
    .toBeGreaterThanOrEqual(height / 20)
}

test('a phone: the bar of a thumb, targets of 44 px and more, steps of 48 × 56, nothing wider than the screen', async ({
  browser,
}) => {
  const marlies = await enter(browser, 'u.ma', 'sitzung', phone)
  await begin(marlies)
  await expect(marlies.getByRole('navigation', { name: 'Sitzung' })).toBeVisible()
  const small = () =>
    marlies.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, main a, nav button')]
        .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 44)
        .map(element => element.textContent),
    )
  expect(await small()).toEqual([])
  const bar = await marlies
    .getByRole('navigation', { name: 'Sitzung' })
    .getByRole('button')
    .first()
    .boundingBox()
  expect(bar?.height).toBeGreaterThanOrEqual(56)
  expect(await marlies.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await marlies
    .getByRole('navigation', { name: 'Sitzung' })
    .getByRole('button', { name: /^Tagesordnung/u })
    .click()
  await marlies.getByRole('dialog').getByRole('button', { name: 'Jetzt dran: TOP 4' }).click()
  await marlies.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click()
  await expect(marlies.locator('main').getByText('TOP 4 von 8').first()).toBeVisible()
  await marlies
    .getByRole('navigation', { name: 'Sitzung' })
    .getByRole('button', { name: /^Redeliste/u })
    .click()
  await press(marlies, 'Ich möchte sprechen')
  await expect(marlies.getByRole('navigation', { name: 'Sitzung' })).toContainText('1 wartet')
  expect(await small()).toEqual([])
  await expectNothingFound(marlies)
})

test('by keyboard alone: begin, go on, ask to speak, give the word, look elsewhere and back', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.ma')
  const reach = async (name: string) => {
    const target = page.getByRole('button', { name, exact: true }).first()
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 120; presses++) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${name}`)
  }
  const by = async (name: string) => {
    await reach(name)
    await page.keyboard.press('Enter')
  }
  await by('Sitzung beginnen')
  await by('Ich möchte sprechen')
  await expect(speakers(page)).toHaveCount(1)
  await by('Nächste Person: Marlies Achterberg')
  await expect(speakers(page).first()).toContainText('spricht')
  await by('TOP 1 abschließen')
  await expect(page.locator('main').getByText('TOP 2 von 8').first()).toBeVisible()
  await expectNothingFound(page)
})
