import type { Browser, Page } from '@playwright/test'
import { parseRoom } from '#shared/wire/room.ts'
import type { RunningServer } from '#test/bench/servers/server.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { freshContext, heapOf, untilSaved } from './browser.ts'
import { type Fetched, watchFetches } from './firstBytes.ts'
import { keyToPaint, type Typed } from './keyToPaint.ts'
import { sections } from './longMinutes.ts'
import { others, othersWrite } from './others.ts'
import { everythingInView, type TakesKeys, watchFirstKeys, watchSheet } from './pageProbes.ts'

const liveEditors = 10
// What an opening leaves to be done: the rest of the sheet, the copy on the device.
const settleMs = 1_500

type Place = { readonly url: string; readonly sheet: string; readonly cookie: string }

function placeOf(server: RunningServer, document: 'long' | 'short' = 'long'): Place {
  const { port, cookies } = server.target
  const room = parseRoom(server.rooms[document === 'long' ? 0 : 1] ?? '')
  if (!room) throw new Error('A server without a document')
  // the address that the server takes for its own
  const url = `http://localhost:${port}`
  return { url, sheet: `${url}/blatt/${room.documentId}`, cookie: cookies[0] ?? '' }
}

/** A new browser profile with the sheet open and the document on the device. */
async function openSheet(browser: Browser, place: Place): Promise<Page> {
  const page = await (await freshContext(browser, place)).newPage()
  await page.goto(place.sheet)
  await page.locator(`[data-path="agenda/top${sections}"]`).waitFor()
  await untilSaved(page)
  await page.waitForTimeout(settleMs)
  return page
}

/** C1: types into a sheet that has ten live editors, alone or while seven others write into the ones around. */
export async function typeIntoSheet(
  browser: Browser,
  server: RunningServer,
  options: { keys: number; random: SeededRandom; withOthers: boolean },
): Promise<Typed & { readonly editors: number }> {
  const page = await openSheet(browser, placeOf(server))
  for (let item = 1; (await page.locator('.ProseMirror').count()) < liveEditors; item++) {
    await page.locator(`[data-path="agenda/top${item}"]`).scrollIntoViewIfNeeded()
    await page.waitForTimeout(100)
  }
  const editors = await page.locator('.ProseMirror').count()
  const [own, ...around] = Array.from(
    { length: others + 1 },
    (_, index) => `top${editors - others + index - 1}`,
  )
  await page.locator(`[data-path="agenda/${own}/body"] .ProseMirror p`).first().click()
  await page.keyboard.press('End')
  const company = options.withOthers ? await othersWrite(server, around, options.random) : null
  const typed = await keyToPaint(page, options.keys, options.random)
  await company?.stop()
  await untilSaved(page)
  await page.context().close()
  return { ...typed, editors }
}

export type Mount = {
  readonly mountMs: number
  readonly openMs: number
  readonly heapMb: number
  readonly editors: number
}

/**
 * C2: from the desk into a sheet that lies on the device. `mountMs` counts from the moment when the document is at
 * hand (the mark `sheet:document`) to the frame in which all sections and the first editors are painted; `openMs`
 * from the click. `allAtOnce`: every editor is mounted, wherever it is.
 */
export async function mountSheet(
  browser: Browser,
  server: RunningServer,
  { allAtOnce }: { allAtOnce: boolean },
): Promise<Mount> {
  const place = placeOf(server)
  const page = await openSheet(browser, place)
  const { pathname } = new URL(place.sheet)
  await page.evaluate(() => history.pushState(null, '', '/'))
  await page.locator(`a[href="${pathname}"]`).first().waitFor()
  await page.waitForTimeout(settleMs)
  if (allAtOnce) await page.evaluate(everythingInView)
  const session = await page.context().newCDPSession(page)
  await heapOf(session)
  await page.evaluate(watchSheet, sections)
  const clicked = await page.evaluate(href => {
    performance.clearMarks()
    const now = performance.now()
    document.querySelector<HTMLElement>(`a[href="${href}"]`)?.click()
    return now
  }, pathname)
  const stands = await page
    .waitForFunction(() => (globalThis as unknown as { sheetStands: number | null }).sheetStands)
    .then(handle => handle.jsonValue())
  const atHand = await page.evaluate(
    () => performance.getEntriesByName('sheet:document').at(-1)?.startTime ?? null,
  )
  if (stands === null || atHand === null)
    throw new Error('The sheet did not say when its document was at hand')
  await page.waitForTimeout(settleMs)
  const heapMb = (await heapOf(session)) / 1e6
  const editors = await page.locator('.ProseMirror').count()
  await page.context().close()
  return { mountMs: stands - atHand, openMs: stands - clicked, heapMb, editors }
}

/**
 * C3: what a browser that was never here asks for until the sheet takes a key in its first field, and until it takes
 * one in its first text. Both are then given one, and have to show it.
 */
export async function firstKey(
  browser: Browser,
  server: RunningServer,
): Promise<{ readonly field: Fetched[]; readonly text: Fetched[] }> {
  const place = placeOf(server, 'short')
  const context = await freshContext(browser, place)
  const fetched = watchFetches(context)
  const page = await context.newPage()
  await page.addInitScript(watchFirstKeys)
  await page.goto(place.sheet)
  const field = page.locator('main textarea').first()
  await field.press('End')
  await page.keyboard.press('Q')
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('main textarea')?.value.endsWith('Q'),
  )
  const text = page.locator('.ProseMirror').first()
  await text.press('End')
  await page.keyboard.press('Q')
  await text.filter({ hasText: 'Q' }).waitFor()
  const until = await page.evaluate(() => (globalThis as unknown as { takesKeys: TakesKeys }).takesKeys)
  if (until.field === null || until.text === null) throw new Error('Nothing was seen to take keys')
  const files = { field: await fetched(until.field), text: await fetched(until.text) }
  await context.close()
  return files
}
