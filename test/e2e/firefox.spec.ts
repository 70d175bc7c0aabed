import { type Page as ChromiumPage, expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { countSheets } from './support/device.ts'
import { type Firefox, startFirefox } from './support/firefox.ts'
import { join, projected } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
let firefox: Firefox
test.beforeAll(async () => {
  ;[server, firefox] = await Promise.all([startDemo(), startFirefox()])
})
test.afterAll(async () => {
  await firefox.close()
  await server.dispose()
})

const bodyOf = (item: string) => `[data-path="agenda/${item}/body"] [role="textbox"]`

/** What the badge says in Firefox. */
const badge = (page: Page): Promise<{ state: string | null; words: string }> =>
  page.$eval('[data-save]', element => ({
    state: element.getAttribute('data-save'),
    words: element.textContent ?? '',
  }))

async function enter(person: string): Promise<Page> {
  const page = await firefox.browser.newPage()
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  await page.goto(link)
  await page.locator('::-p-aria(Anmelden[role="button"])').click()
  await page.waitForFunction(() => document.querySelector('h1')?.textContent !== 'Anmelden')
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await page.waitForSelector(bodyOf('top1'))
  return page
}

/** Types at the end of a text. */
async function write(page: Page, item: string, words: string): Promise<void> {
  await page.$eval(bodyOf(item), element => element.scrollIntoView({ block: 'center' }))
  // near the window the page becomes an editor
  const editor = await page.waitForSelector(`${bodyOf(item)}.ProseMirror`)
  await editor?.click()
  await page.keyboard.down('Control')
  await page.keyboard.press('End')
  await page.keyboard.up('Control')
  await page.keyboard.type(words)
}

async function writeInChromium(page: ChromiumPage, item: string, words: string): Promise<void> {
  await page.locator(bodyOf(item)).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

const projectedInFirefox = (page: Page): Promise<MinutesDraft> =>
  page.evaluate(id => {
    const { mitschrift } = globalThis as unknown as {
      mitschrift: { project(id: string): { value: unknown } }
    }
    return mitschrift.project(id).value as never
  }, demoMinutesId)

test('Firefox: open, type, „gespeichert“, without a line „auf diesem Gerät“, and everything merged when it is back', async ({
  browser,
}) => {
  const page = await enter('u.jw')
  const errors: string[] = []
  // Firefox counts a line that is away among the page's errors
  page.on('pageerror', error => {
    if (!String(error).includes('establish a connection')) errors.push(String(error))
  })
  await write(page, 'top2', 'Aus dem Fuchsbau. ')
  await expect
    .poll(() => badge(page))
    .toEqual({ state: 'saved', words: expect.stringContaining('gespeichert') })
  expect(JSON.stringify(await server.project())).toContain('Aus dem Fuchsbau.')

  const { page: other } = await join(browser, server, 'u.ma')
  await expect(other.locator(bodyOf('top2'))).toContainText('Aus dem Fuchsbau.')

  // app and sheet lie on the device before the line goes
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(countSheets)).toBeGreaterThan(0)
  firefox.line.cut()
  await write(page, 'top2', 'Ohne Netz geschrieben: äöüß. ')
  await expect
    .poll(() => badge(page))
    .toEqual({ state: 'onDevice', words: expect.stringContaining('auf diesem Gerät') })
  // the app itself comes from the device, too
  await page.reload()
  await page.waitForSelector(bodyOf('top1'))
  expect(JSON.stringify(await projectedInFirefox(page))).toContain('Ohne Netz geschrieben: äöüß.')
  await expect.poll(async () => (await badge(page)).state).toBe('onDevice')
  await write(page, 'top2', 'Noch ein Satz. ')
  await writeInChromium(other, 'top2', 'Im Raum geschrieben. ')
  await writeInChromium(other, 'top3', 'Auch hier. ')
  await expect(other.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  expect(JSON.stringify(await projectedInFirefox(page))).not.toContain('Im Raum geschrieben.')

  firefox.line.restore()
  await expect.poll(async () => (await badge(page)).state, { timeout: 20_000 }).toBe('saved')
  const kept = await server.project()
  for (const words of [
    'Aus dem Fuchsbau.',
    'Ohne Netz geschrieben: äöüß.',
    'Noch ein Satz.',
    'Im Raum geschrieben.',
    'Auch hier.',
  ]) {
    expect(JSON.stringify(kept)).toContain(words)
  }
  await expect.poll(() => projectedInFirefox(page)).toEqual(kept)
  await expect.poll(() => projected(other)).toEqual(kept)
  expect(errors).toEqual([])
  await page.close()
})
