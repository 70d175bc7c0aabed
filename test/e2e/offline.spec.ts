import { type BrowserContext, expect, type Page } from '@playwright/test'
import { device, keptOnDevice } from './support/device.ts'
import { openMinutes, projected, signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const badge = (page: Page) => page.locator('[data-save]')
const body = (page: Page, item: string) => page.locator(`[data-path="agenda/${item}/body"] [role="textbox"]`)
const saveState = (page: Page) => badge(page).getAttribute('data-save')

/** Types at the end of the text of an agenda item. */
async function write(page: Page, item: string, words: string): Promise<void> {
  await body(page, item).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

function linkOf(person: string): string {
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  return link
}

async function enter(context: BrowserContext, person: string): Promise<Page> {
  const page = await context.newPage()
  await signIn(page, linkOf(person))
  await openMinutes(page, server)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  // app and sheet lie on the device before a test takes the network away
  await keptOnDevice(page)
  return page
}

test('P3: the badge goes over „auf diesem Gerät“ and says „gespeichert“ only after the answer', async ({
  browser,
}) => {
  const page = await enter(await browser.newContext(), 'u.ma')
  await page.evaluate(() => {
    const seen: (string | null)[] = []
    const element = document.querySelector('[data-save]')
    if (!element) throw new Error('no badge')
    new MutationObserver(() => seen.push(element.getAttribute('data-save'))).observe(element, {
      attributes: true,
    })
    Object.assign(globalThis, { seen })
  })
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  server.freeze()
  await write(page, 'top1', 'Während der Server steht. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  expect(await seen()).not.toContain('saved')
  server.thaw()
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect((await seen()).at(-2)).toBe('onDevice')
  expect(JSON.stringify(await server.project())).toContain('Während der Server steht.')
})

test('cold start offline, edit, close, open again still offline, reconnect: every character in both browsers', async ({
  browser,
}) => {
  const phone = await device()
  try {
    let context = await phone.start()
    await enter(context, 'u.jw')
    await context.close()
    const other = await enter(await browser.newContext(), 'u.ma')

    context = await phone.start()
    await context.setOffline(true)
    let page = await context.newPage()
    await openMinutes(page, server)
    await write(page, 'top2', 'Im Zug geschrieben. ')
    await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
    await context.close()
    await write(other, 'top2', 'Im Raum geschrieben. ')
    await expect(badge(other)).toHaveAttribute('data-save', 'saved')

    context = await phone.start()
    await context.setOffline(true)
    page = await context.newPage()
    await openMinutes(page, server)
    await expect(body(page, 'top2')).toContainText('Im Zug geschrieben.')
    await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
    await write(page, 'top2', 'Noch ein Satz. ')
    await context.setOffline(false)
    await expect(badge(page)).toHaveAttribute('data-save', 'saved')

    for (const words of ['Im Zug geschrieben.', 'Noch ein Satz.', 'Im Raum geschrieben.']) {
      await expect(body(page, 'top2')).toContainText(words)
      await expect(body(other, 'top2')).toContainText(words)
    }
    await expect.poll(() => projected(page)).toEqual(await projected(other))
    expect(await server.project()).toEqual(await projected(other))
    await context.close()
  } finally {
    await phone.remove()
  }
})

test('a14: two tabs converge without a network, and what a closed one left is sent by the other', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const first = await enter(context, 'u.dy')
  await context.setOffline(true)
  const second = await context.newPage()
  await openMinutes(second, server)
  await write(first, 'top3', 'Aus dem ersten. ')
  await expect(body(second, 'top3')).toContainText('Aus dem ersten.')
  await write(second, 'top3', 'Aus dem zweiten. ')
  await expect(body(first, 'top3')).toContainText('Aus dem zweiten.')
  expect(await saveState(first)).not.toBe('saved')
  await first.close()
  await context.setOffline(false)
  await expect(badge(second)).toHaveAttribute('data-save', 'saved')
  const kept = JSON.stringify(await server.project())
  expect(kept).toContain('Aus dem ersten.')
  expect(kept).toContain('Aus dem zweiten.')
})

test('a14: an acknowledgement in one tab is seen in the other', async ({ browser }) => {
  const context = await browser.newContext()
  const first = await enter(context, 'u.dy')
  const second = await context.newPage()
  await openMinutes(second, server)
  await write(first, 'top4', 'Hier getippt. ')
  await expect(body(second, 'top4')).toContainText('Hier getippt.')
  for (const page of [first, second]) await expect(badge(page)).toHaveAttribute('data-save', 'saved')
})

test('a16: a device that keeps nothing is said, and writing goes on', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed', 'UnknownError')
    }
  })
  const page = await context.newPage()
  await signIn(page, linkOf('u.hp'))
  await openMinutes(page, server)
  await expect(badge(page)).toHaveAttribute('data-save', 'onlyOnline')
  await write(page, 'top5', 'Ohne Gerätespeicher. ')
  await expect.poll(async () => JSON.stringify(await server.project())).toContain('Ohne Gerätespeicher.')
  expect(await saveState(page)).toBe('onlyOnline')
})

test('a16: a full device keeps the words in memory and on the disk when there is room again', async ({
  browser,
}) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the store below
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
      if ('deviceIsFull' in globalThis) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, row)
    }
  })
  const page = await enter(context, 'u.sk')
  await context.setOffline(true)
  await page.evaluate(() => Object.assign(globalThis, { deviceIsFull: true }))
  await write(page, 'top6', 'Kein Platz. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onlyOnline')
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'deviceIsFull'))
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  await page.reload()
  await expect(body(page, 'top6')).toContainText('Kein Platz.')
})

test('a document that was never opened here asks for a network', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await enter(context, 'u.ro')
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('mitschrift-')) indexedDB.deleteDatabase(name)
  })
  await context.setOffline(true)
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[data-path="agenda/top1/body"]')).toHaveCount(0)
})

test('[SH4] a device that lost the content of a sheet never shows an empty one in its place', async ({
  browser,
}) => {
  const page = await enter(await browser.newContext(), 'u.dy')
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1, name: /Deniz/ }).waitFor()
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>(resolve => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      const stores = ['rows', 'snapshots'].filter(store => database.objectStoreNames.contains(store))
      if (stores.length > 0) {
        const transaction = database.transaction(stores, 'readwrite')
        for (const store of stores) transaction.objectStore(store).clear()
        await new Promise(resolve => {
          transaction.oncomplete = resolve
        })
      }
      database.close()
    }
  })
  await page.context().setOffline(true)
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'liegt nicht' })).toBeVisible()
  await page.context().setOffline(false)
  await openMinutes(page, server)
  await expect(body(page, 'top1')).toBeVisible()
})
