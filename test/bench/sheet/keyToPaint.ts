import type { Browser, Page } from '@playwright/test'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { freshContext } from './browser.ts'
import { type Probes, watchKeys } from './pageProbes.ts'

// A brisk typist: pauses of this many ms between two keys, so that keys fall anywhere in a frame.
const shortestPause = 40
const longestPause = 160
// One in so many keys takes a letter back.
const backspaceEach = 12
// The first keys meet code that nobody has run yet.
const warmupKeys = 15
const letters = 'eeennniiissrrattdhullcgmobwfkz    '.split('')

export type Typed = Readonly<Record<keyof Probes, readonly number[]>>

/** Types `count` keys where the caret is; answers how long each took until it was painted, in ms. */
export async function keyToPaint(page: Page, count: number, random: SeededRandom): Promise<Typed> {
  await page.evaluate(watchKeys)
  for (let key = 1; key <= count + warmupKeys; key++) {
    await page.keyboard.press(key % backspaceEach === 0 ? 'Backspace' : random.pick(letters))
    await page.waitForTimeout(random.between(shortestPause, longestPause))
  }
  const { keys, work, eventTimings } = await page.evaluate(
    () => (globalThis as unknown as { probes: Probes }).probes,
  )
  if (keys.length < count)
    throw new Error(`Of ${count + warmupKeys} keys ${keys.length} were seen to be painted`)
  return { keys: keys.slice(warmupKeys), work: work.slice(warmupKeys), eventTimings }
}

/** The same on the page with the empty editor. */
export async function typeIntoEmptyPage(
  browser: Browser,
  url: string,
  count: number,
  random: SeededRandom,
): Promise<Typed> {
  const page = await (await freshContext(browser, null)).newPage()
  await page.goto(url)
  await page.locator('.ProseMirror').click()
  const typed = await keyToPaint(page, count, random)
  await page.context().close()
  return typed
}
