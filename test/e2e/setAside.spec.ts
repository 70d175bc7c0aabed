import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { keptOnDevice } from './support/device.ts'
import { holdableLine, type Line } from './support/line.ts'
import { openMinutes, projected, signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

/** A person types on so soon after an update of theirs was refused, in ms (THREATS b, after each refusal). */
const typesOnWithin = 5_000

const badge = (page: Page) => page.locator('[data-save]')
const body = (page: Page, item: string) => page.locator(`[data-path="agenda/${item}/body"] [role="textbox"]`)
const notice = (page: Page) => page.getByRole('region', { name: 'Aufgehobener Text' })
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Aufgehobener Text' })
const saved = (page: Page) => expect(badge(page)).toHaveAttribute('data-save', 'saved')
/** Waits until the page has the room open on the server, and everything is saved there. */
async function online(page: Page): Promise<void> {
  await expect(badge(page)).toHaveText('gespeichert')
}

async function enter(
  browser: Browser,
  person: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; line: Line }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const line = await holdableLine(context)
  const page = await context.newPage()
  await signIn(page, server.links[person] ?? '')
  await openMinutes(page, server)
  await online(page)
  await keptOnDevice(page)
  return { page, line }
}

async function write(page: Page, item: string, words: string): Promise<void> {
  await body(page, item).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** What the device of this page holds in the stores of the person who is signed in. */
const stored = (page: Page, store: string) =>
  page.evaluate(async store => {
    const found: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('mitschrift-')) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      found.push(...all)
      database.close()
    }
    return found
  }, store)

const deviceHolds = async (page: Page) => ({
  texts: (await stored(page, 'setAside')).length,
  outbox: (await stored(page, 'outbox')).length,
})

const recordSchema = z.object({ durable: z.object({ seq: z.number() }).nullable() })
const markOnDevice = async (page: Page) =>
  (await stored(page, 'documents')).map(record => recordSchema.parse(record).durable?.seq)[0]

test('[P6] after a refused update the person types on within 5 s in the same place; the text is kept and shown', async ({
  browser,
}) => {
  const { page, line } = await enter(browser, 'u.ma')
  const { page: other } = await enter(browser, 'u.dy')
  await body(page, 'top6').scrollIntoViewIfNeeded()
  await write(page, 'top6', 'Bleibt stehen. ')
  await saved(page)
  line.refuseUpdates()
  const before = Date.now()
  await page.keyboard.type('Wird abgelehnt. ')
  await expect(notice(page)).toContainText('auf diesem Gerät aufgehoben')
  await expect(body(page, 'top6')).toBeFocused()
  await expect(body(page, 'top6')).not.toContainText('Wird abgelehnt')
  await page.keyboard.type('Und weiter. ')
  await saved(page)
  expect(Date.now() - before).toBeLessThan(typesOnWithin)
  await expect(body(other, 'top6')).toContainText('Bleibt stehen. Und weiter.')
  await expect.poll(async () => JSON.stringify(await server.project())).toContain('Und weiter.')
  expect(JSON.stringify(await server.project())).not.toContain('Wird abgelehnt')
  expect(new Set(line.handshakes.map(({ client }) => client)).size).toBe(2)
  expect(await deviceHolds(page)).toMatchObject({ texts: 1, outbox: 0 })

  // it is there after a reload too, and by keyboard alone
  await page.reload()
  await saved(page)
  await notice(page).getByRole('button', { name: 'Ansehen' }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('listitem')).toHaveCount(1)
  await expect(sheet(page).getByRole('listitem')).toContainText('Bleibt stehen. Wird abgelehnt.')
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await expect(notice(page).getByRole('button', { name: 'Ansehen' })).toBeFocused()
})

test('a text set aside can be copied, saved as a file, put away and brought back', async ({ browser }) => {
  const { page, line } = await enter(browser, 'u.hp', { permissions: ['clipboard-read', 'clipboard-write'] })
  line.refuseUpdates()
  await write(page, 'top1', 'Mein Satz, den niemand nahm.')
  await notice(page).getByRole('button', { name: 'Ansehen' }).click()
  const place = sheet(page).getByRole('listitem')
  await place.getByRole('button', { name: /^Kopieren: TOP/ }).click()
  await expect(place).toContainText('Kopiert.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Mein Satz, den niemand nahm.')

  await sheet(page).getByText('Der ganze Text').click()
  await expect(sheet(page).getByRole('heading', { name: /TOP\s8/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await sheet(page).getByRole('button', { name: 'Als Textdatei sichern' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/aufgehoben am .*\.txt$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('Mein Satz, den niemand nahm.')

  await sheet(page).getByRole('button', { name: 'Weglegen' }).click()
  await expect(notice(page)).toHaveCount(0)
  expect(await deviceHolds(page)).toMatchObject({ texts: 0 })
  await page.getByRole('button', { name: 'Zurückholen' }).click()
  await expect(notice(page)).toBeVisible()
  expect(await deviceHolds(page)).toMatchObject({ texts: 1 })

  // pasted back, it is no difference any more
  await body(page, 'top1').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+v')
  await saved(page)
  await notice(page).getByRole('button', { name: 'Ansehen' }).click()
  await expect(sheet(page)).toContainText('Alles aus diesem Text steht auch auf dem Blatt')
})

test('a14: all tabs of a device set one text aside together, with the words of each', async ({ browser }) => {
  const { page: first, line } = await enter(browser, 'u.sk')
  const second = await first.context().newPage()
  await openMinutes(second, server)
  await online(second)
  // both are refused: what was under way when the server closed, and what came after it
  line.hold()
  line.refuseUpdates()
  await write(second, 'top3', 'Aus dem zweiten Fenster. ')
  await write(first, 'top3', 'Aus dem ersten Fenster. ')
  await expect(body(second, 'top3')).toContainText('Aus dem ersten Fenster.')
  line.release()
  for (const page of [first, second]) {
    await expect(notice(page)).toContainText('Dein Text von vorher')
    await saved(page)
  }
  await expect.poll(() => deviceHolds(first)).toMatchObject({ texts: 1, outbox: 0 })
  await notice(first).getByRole('button', { name: 'Ansehen' }).click()
  for (const words of ['Aus dem ersten Fenster.', 'Aus dem zweiten Fenster.'])
    await expect(sheet(first).getByRole('listitem')).toContainText(words)
  await sheet(first).getByRole('button', { name: 'Schließen' }).click()
  await write(first, 'top3', 'Neu im ersten. ')
  await expect(body(second, 'top3')).toHaveText('Neu im ersten. ')
})

test('a14: a tab follows the one that was refused, and nothing of before comes back through it', async ({
  browser,
}) => {
  const { page: first, line } = await enter(browser, 'u.dy')
  const refused = line.handshakes[0]?.client ?? -1
  const second = await first.context().newPage()
  await openMinutes(second, server)
  await online(second)
  // the second has no connection of its own at the moment: it hears of it from the first
  await second.evaluate(() => window.dispatchEvent(new Event('offline')))
  await expect(badge(second)).toContainText('ohne Verbindung')
  line.refuseUpdates([refused])
  await write(first, 'top5', 'Nur im ersten. ')
  for (const page of [first, second]) await expect(notice(page)).toBeVisible()
  await write(second, 'top5', 'Im zweiten weiter. ')
  await expect(body(first, 'top5')).toHaveText('Im zweiten weiter. ')
  for (const page of [first, second]) await saved(page)
  expect(await deviceHolds(first)).toMatchObject({ texts: 1, outbox: 0 })
  expect(new Set(line.handshakes.map(({ client }) => client)).size).toBe(4)
  await expect.poll(async () => JSON.stringify(await server.project())).toContain('Im zweiten weiter.')
  expect(JSON.stringify(await server.project())).not.toContain('Nur im ersten.')
})

test('a14: a tab that does not hear of it brings nothing back, and adds nothing twice', async ({
  browser,
}) => {
  const { page: first, line } = await enter(browser, 'u.hp')
  const second = await first.context().newPage()
  // as a tab that the device has put to sleep: the letter never comes
  await second.addInitScript(() => {
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
      set(this: BroadcastChannel, hear: (event: MessageEvent<{ type: string }>) => void) {
        this.addEventListener('message', (event: MessageEvent<{ type: string }>) => {
          if (event.data.type !== 'setAside') hear(event)
        })
      },
    })
  })
  await openMinutes(second, server)
  await online(second)
  await second.evaluate(() => window.dispatchEvent(new Event('offline')))
  await expect(badge(second)).toContainText('ohne Verbindung')
  line.refuseUpdates()
  await write(first, 'top8', 'Abgelehnt. ')
  await expect(notice(first)).toBeVisible()
  await online(first)
  await expect(body(second, 'top8')).toContainText('Abgelehnt.')
  await write(first, 'top8', 'Danach. ')
  await expect(body(first, 'top8')).toHaveText('Danach. ')

  // it wakes: what it still has is refused to it as well, and is the same text
  await second.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(body(second, 'top8')).toHaveText('Danach. ')
  await online(second)
  expect(await deviceHolds(first)).toMatchObject({ texts: 1, outbox: 0 })
  await expect(body(first, 'top8')).toHaveText('Danach. ')
  await first.reload()
  await online(first)
  await expect(body(first, 'top8')).toHaveText('Danach. ')
})

test('[SA3] without a device store the text is offered as a file at once, and the window warns', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed', 'UnknownError')
    }
  })
  const line = await holdableLine(context)
  const page = await context.newPage()
  await signIn(page, server.links['u.ro'] ?? '')
  await openMinutes(page, server)
  await expect(badge(page)).toHaveAttribute('data-save', 'onlyOnline')
  line.refuseUpdates()
  await write(page, 'top4', 'Nur im Fenster. ')
  await expect(notice(page)).toContainText('nur noch in diesem Fenster')
  await write(page, 'top4', 'Geht weiter. ')
  await expect.poll(async () => JSON.stringify(await server.project())).toContain('Geht weiter.')
  const download = page.waitForEvent('download')
  await notice(page).getByRole('button', { name: 'Als Textdatei sichern' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Nur im Fenster.')
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
})

test('[SA1] a tab that dies right after the refusal leaves the text on the device', async ({ browser }) => {
  const { page, line } = await enter(browser, 'u.jw')
  await page.context().setOffline(true)
  await write(page, 'top7', 'Vor dem Ende. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  line.refuseHandshakes('setAside')
  await page.context().setOffline(false)
  await expect.poll(() => deviceHolds(page)).toMatchObject({ texts: 1, outbox: 0 })
  const { context } = { context: page.context() }
  await page.close()
  line.refuseHandshakes(null)
  const next = await context.newPage()
  await openMinutes(next, server)
  await expect(notice(next)).toBeVisible()
  await notice(next).getByRole('button', { name: 'Ansehen' }).click()
  await expect(sheet(next).getByRole('listitem')).toContainText('Vor dem Ende.')
})

test('[a22][b30] a document that began anew is opened anew, and nobody is bothered who lost nothing', async ({
  browser,
}) => {
  const { page, line } = await enter(browser, 'u.dy')
  const handshakesBefore = line.handshakes.length
  line.refuseHandshakes('generationChanged')
  await page.context().setOffline(true)
  await expect(badge(page)).toContainText('ohne Verbindung')
  await page.context().setOffline(false)
  await expect.poll(() => line.handshakes.length).toBeGreaterThan(handshakesBefore)
  line.refuseHandshakes(null)
  await expect(badge(page)).not.toContainText('neu')
  await write(page, 'top2', 'Danach geschrieben. ')
  await saved(page)
  await expect(notice(page)).toHaveCount(0)
  await expect.poll(() => deviceHolds(page)).toMatchObject({ texts: 0, outbox: 0 })

  await page.context().setOffline(true)
  await write(page, 'top2', 'Im Zug. ')
  line.refuseHandshakes('generationChanged')
  await page.context().setOffline(false)
  await expect.poll(() => deviceHolds(page)).toMatchObject({ texts: 1 })
  line.refuseHandshakes(null)
  await expect(notice(page)).toContainText('neu begonnen')
  await write(page, 'top2', 'Im neuen Blatt. ')
  await saved(page)
  await notice(page).getByRole('button', { name: 'Ansehen' }).click()
  await expect(sheet(page).getByRole('listitem')).toContainText('Im Zug.')
})

test('[a20] a client that is too old reads only, sends nothing, and keeps its outbox over „Neu laden“', async ({
  browser,
}) => {
  const { page, line } = await enter(browser, 'u.ma')
  await page.context().setOffline(true)
  await write(page, 'top8', 'Wartet auf die neue Fassung. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  const updates = line.updates
  line.refuseHandshakes('clientTooOld')
  await page.context().setOffline(false)

  const banner = page.getByRole('region', { name: 'nur lesen' })
  await expect(banner).toContainText('zu alt')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await expect(page.locator('[data-path="agenda/top8/body"]')).toContainText('Wartet auf die neue Fassung.')
  await page.reload()
  await expect(banner).toBeVisible()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  expect(line.updates).toBe(updates)
  expect((await deviceHolds(page)).outbox).toBeGreaterThan(0)

  line.refuseHandshakes(null)
  await Promise.all([page.waitForEvent('load'), banner.getByRole('button', { name: 'Neu laden' }).click()])
  await saved(page)
  await expect(banner).toHaveCount(0)
  expect(JSON.stringify(await server.project())).toContain('Wartet auf die neue Fassung.')
})

test('[a20][a23] a room that opens for reading says why, sends nothing and goes on when it is over', async ({
  browser,
}) => {
  const { page, line } = await enter(browser, 'u.hp')
  const banner = page.getByRole('region', { name: 'nur lesen' })
  await page.context().setOffline(true)
  await write(page, 'top5', 'Wartet. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  const updates = line.updates
  for (const [reason, words] of [
    ['clientTooOld', 'zu alt'],
    ['damaged', 'beschädigt'],
  ] as const) {
    line.openReadOnly(reason)
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await expect(banner).toContainText(words)
    await expect(page.locator('.ProseMirror')).toHaveCount(0)
    await expect(badge(page)).toContainText('nur lesen')
    await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  }
  expect(line.updates).toBe(updates)
  // the damage is repaired on the server
  line.openReadOnly(null)
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect(banner).toHaveCount(0)
  await write(page, 'top5', 'Wieder geschrieben. ')
  await saved(page)
  expect(JSON.stringify(await server.project())).toContain('Wartet. Wieder geschrieben.')
})

test('the mark of what was on disk goes with the next handshake', async ({ browser }) => {
  const { page, line } = await enter(browser, 'u.ro')
  expect(line.handshakes.at(-1)?.durable).toBeNull()
  line.changeNotices(notice => ({ ...notice, durable: { seq: 4_711, proof: 'p' } }))
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect.poll(() => line.handshakes.length).toBeGreaterThan(1)
  await saved(page)
  // the device keeps it: a page loaded anew says it, too
  await expect.poll(() => markOnDevice(page)).toBe(4_711)
  await page.reload()
  await online(page)
  expect(line.handshakes.at(-1)?.durable).toEqual({ seq: 4_711, proof: 'p' })
  expect(line.handshakes.at(-1)?.build).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/)
})

test('a device that was filled by an earlier release keeps everything', async ({ browser }) => {
  const { page } = await enter(browser, 'u.hp')
  await page.context().setOffline(true)
  await write(page, 'top6', 'Noch aus der früheren Fassung. ')
  await expect(badge(page)).toHaveAttribute('data-save', 'onDevice')
  // a page of the same origin without the app, which holds no database open
  await page.context().setOffline(false)
  await page.route('**/leer', route => route.fulfill({ contentType: 'text/html', body: '<p>leer</p>' }))
  await page.goto(`${server.url}/leer`)
  await page.evaluate(fillAsFirstRelease)
  await openMinutes(page, server)
  await expect(body(page, 'top6')).toContainText('Noch aus der früheren Fassung.')
  await online(page)
})

/** Runs in the page: puts the person's database back to the form of its first version, with the same content. */
async function fillAsFirstRelease(): Promise<void> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const { name = '' } =
    (await indexedDB.databases()).find(database => database.name?.startsWith('mitschrift-')) ?? {}
  const stores = ['documents', 'snapshots', 'rows', 'outbox', 'desk']
  const present = await asked(indexedDB.open(name))
  const content: { store: string; values: unknown[]; keys: IDBValidKey[] }[] = []
  for (const store of stores) {
    const table = present.transaction(store).objectStore(store)
    content.push({ store, values: await asked(table.getAll()), keys: await asked(table.getAllKeys()) })
  }
  present.close()
  await asked(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    const { result } = opening
    result.createObjectStore('documents', { keyPath: 'id' })
    result.createObjectStore('snapshots', { keyPath: 'room' })
    result.createObjectStore('rows', { autoIncrement: true }).createIndex('room', 'room')
    result.createObjectStore('outbox', { keyPath: 'id' }).createIndex('room', 'room')
    result.createObjectStore('desk')
  }
  const first = await asked(opening)
  const transaction = first.transaction(stores, 'readwrite')
  for (const { store, values, keys } of content) {
    const table = transaction.objectStore(store)
    values.forEach((value, index) => {
      if (table.keyPath === null) table.put(value, keys[index])
      else table.put(value)
    })
  }
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  first.close()
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries({
    wide: { width: 1280, height: 900 },
    narrow: { width: 360, height: 780 },
  })) {
    test(`axe finds nothing on the set-aside text and the notices, ${colorScheme}, ${size}`, async ({
      browser,
    }) => {
      const { page, line } = await enter(browser, 'u.jw', { colorScheme, viewport, reducedMotion: 'reduce' })
      const look = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`),
        ).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      }
      line.refuseUpdates()
      await write(page, 'top3', 'Die Wartezeit im Oktober lag bei elf Wochen; im Juli waren es sechs.')
      await notice(page).waitFor()
      await saved(page)
      await look()
      await shoot(page, `aside-notice-${colorScheme}-${size}`)
      await notice(page).getByRole('button', { name: 'Ansehen' }).click()
      await sheet(page).getByText('Der ganze Text').click()
      await look()
      await shoot(page, `aside-sheet-${colorScheme}-${size}`)
      await page.keyboard.press('Escape')
      line.openReadOnly('clientTooOld')
      await page.context().setOffline(true)
      await page.context().setOffline(false)
      await page.getByRole('region', { name: 'nur lesen' }).waitFor()
      await look()
      await shoot(page, `too-old-${colorScheme}-${size}`)
    })
  }
}

/** For looking at; kept with the other results of the run. */
const shoot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('the projection of the new opening is the server’s', async ({ browser }) => {
  const { page, line } = await enter(browser, 'u.sk')
  line.refuseUpdates()
  await write(page, 'top2', 'Abgelehnt. ')
  await notice(page).waitFor()
  await expect.poll(() => projected(page)).toEqual(await server.project(demoMinutesId))
})

test('[b5] the real server refuses a damaged update: the person types on within 5 s, the words are aside, others notice nothing', async ({
  browser,
}) => {
  const { page, line } = await enter(browser, 'u.ma')
  const { page: other } = await enter(browser, 'u.dy')
  await body(page, 'top5').scrollIntoViewIfNeeded()
  await body(page, 'top5').click()
  await page.keyboard.press('Control+End')
  line.damageUpdates()
  const before = Date.now()
  await page.keyboard.type('Kommt beschädigt an. ')
  await expect(notice(page)).toContainText('auf diesem Gerät aufgehoben')
  await expect(body(page, 'top5')).toBeFocused()
  await page.keyboard.type('Danach geht es weiter. ')
  await saved(page)
  expect(Date.now() - before).toBeLessThan(typesOnWithin)
  await expect(body(other, 'top5')).toContainText('Danach geht es weiter.')
  await expect(badge(other)).toHaveText('gespeichert')
  expect(JSON.stringify(await server.project())).not.toContain('beschädigt')
  await notice(page).getByRole('button', { name: 'Ansehen' }).click()
  await expect(sheet(page)).toContainText('Kommt beschädigt an.')
})
