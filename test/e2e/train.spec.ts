import { type BrowserContext, expect, type Page } from '@playwright/test'
import { device, keptOnDevice } from './support/device.ts'
import { tabTo } from './support/keyboard.ts'
import { openMinutes, projected, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
const onDevice = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'onDevice')
const sheetLink = 'a[href^="/blatt/"]'
const bodyOf = (item: string) => `[data-path="agenda/${item}/body"] [role="textbox"]`

/** The address is typed; from there on only keys. */
async function openFromDesk(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.url)
  await page.locator(sheetLink).first().waitFor()
  await tabTo(page, sheetLink)
  await page.keyboard.press('Enter')
  await page.locator(bodyOf('top2')).waitFor()
  return page
}

async function typeInto(page: Page, item: string, words: string): Promise<void> {
  await tabTo(page, bodyOf(item))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('on a phone of 360 px, by keyboard alone: cold start offline, write, close, open again still offline, reconnect', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const phone = await device({ viewport: { width: 360, height: 740 } })
  try {
    let context = await phone.start()
    let page = await context.newPage()
    await page.goto(server.links['u.jw'] ?? '')
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    await tabTo(page, 'main button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Jonas/ }).waitFor()
    page = await openFromDesk(context)
    await saved(page)
    await keptOnDevice(page)
    await context.close()

    const room = await (await browser.newContext()).newPage()
    await signIn(room, server.links['u.ma'] ?? '')
    await openMinutes(room, server)

    context = await phone.start()
    await context.setOffline(true)
    page = await openFromDesk(context)
    await typeInto(page, 'top2', 'Im Zug geschrieben.')
    await tabTo(page, '#tasks > .dos button')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Raum für die Naloxon-Veranstaltung anfragen')
    await page.keyboard.press('Enter')
    await onDevice(page)
    const written = await projected(page)
    await context.close()

    await room.locator(bodyOf('top2')).click()
    await room.keyboard.type('Im Raum geschrieben.')
    await saved(room)

    context = await phone.start()
    await context.setOffline(true)
    page = await openFromDesk(context)
    expect(await projected(page)).toEqual(written)
    await onDevice(page)
    await typeInto(page, 'top2', ' Noch ein Satz.')
    await onDevice(page)
    await context.setOffline(false)
    await saved(page)

    for (const words of ['Im Zug geschrieben. Noch ein Satz.', 'Im Raum geschrieben.']) {
      for (const one of [page, room]) await expect(one.locator(bodyOf('top2'))).toContainText(words)
    }
    await expect.poll(() => projected(room)).toEqual(await projected(page))
    expect(await server.project()).toEqual(await projected(page))
    expect((await projected(room)).tasks.map(({ what }) => what)).toEqual([
      'Raum für die Naloxon-Veranstaltung anfragen',
    ])
    await context.close()
  } finally {
    await phone.remove()
  }
})
