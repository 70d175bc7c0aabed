import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'
import { projected } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { badge, body, enter, prose, writeIn } from './support/write.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

/** What an input method does, as Chromium itself is told. */
async function inputMethod(page: Page) {
  const line: CDPSession = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      line.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => line.send('Input.insertText', { text }),
  }
}

/** How often a composition began and ended; one that is broken ends early and begins anew. */
const countCompositions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const count = { started: 0, ended: 0 }
    Object.assign(globalThis, { compositions: count })
    document.addEventListener('compositionstart', () => count.started++)
    document.addEventListener('compositionend', () => count.ended++)
  })
const compositions = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(globalThis, 'compositions'))

async function words(page: Page, item: string, text: string): Promise<void> {
  await writeIn(page, item)
  if ((await body(page, item).innerText()).trim() !== '') await page.keyboard.press('Enter')
  await page.keyboard.type(text)
}

test('[IM1–IM3] what is composed is neither lost nor doubled while others write in the same paragraph', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  const other = await enter(browser, server, 'u.dy')
  await words(other, 'top3', 'Anfang Ende')
  await expect(body(page, 'top3')).toContainText('Anfang Ende')
  await writeIn(page, 'top3')
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
  const ime = await inputMethod(page)
  await countCompositions(page)
  await ime.compose('に')

  // at the start of the same paragraph, and then right where it is composed
  await other.keyboard.press('Home')
  await other.keyboard.type('Fremd ')
  await expect.poll(() => prose(server, 'top3')).toContain('Fremd ')
  await ime.compose('にほ')
  await other.keyboard.press('End')
  await other.keyboard.type(' danach')
  await expect.poll(() => prose(server, 'top3')).toContain('danach')
  await ime.compose('にほん')
  // [IM1] the composition goes on as it was begun
  await expect(body(page, 'top3')).toContainText('Anfang にほんEnde')
  await expect(body(page, 'top3')).not.toContainText('Fremd')
  await ime.commit('日本')
  expect(await compositions(page)).toEqual({ started: 1, ended: 1 })

  for (const one of [page, other]) {
    await expect(body(one, 'top3')).toContainText('Fremd Anfang 日本Ende danach')
  }
  await page.keyboard.type('!')
  await expect(body(other, 'top3')).toContainText('Fremd Anfang 日本!Ende danach')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top3')).not.toContain('に')
  // one stack still: what was composed can be taken back, what others wrote stays
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
  await expect(body(page, 'top3')).not.toContainText('日本')
  await expect(body(page, 'top3')).toContainText('Fremd')
})

test('[IM1–IM3] while others write in another paragraph, delete letters around it, or the paragraph itself', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  const other = await enter(browser, server, 'u.dy')
  await words(page, 'top4', 'Oben')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Unten')
  await expect(body(other, 'top4')).toContainText('Unten')
  const ime = await inputMethod(page)

  // another paragraph
  await ime.compose('ka')
  await body(other, 'top4').locator('p', { hasText: 'Oben' }).click()
  await other.keyboard.press('End')
  await other.keyboard.type(' anders')
  await expect.poll(() => prose(server, 'top4')).toContain('anders')
  await ime.compose('kaf')
  await ime.commit('kaffee')
  await expect(body(other, 'top4')).toContainText('Untenkaffee')
  await expect(body(page, 'top4')).toContainText('Oben anders')

  // letters right before it
  await ime.compose('te')
  await body(other, 'top4').locator('p', { hasText: 'Unten' }).click()
  await other.keyboard.press('End')
  for (let step = 0; step < 8; step++) await other.keyboard.press('Backspace')
  await expect.poll(() => prose(server, 'top4')).not.toContain('kaffe')
  await ime.compose('tee')
  await ime.commit('Tee')
  for (const one of [page, other]) await expect(body(one, 'top4')).toContainText('Tee')

  // the paragraph itself
  await ime.compose('bl')
  await other.keyboard.press('Control+a')
  await other.keyboard.press('Delete')
  await expect.poll(() => prose(server, 'top4')).not.toContain('Oben')
  await ime.compose('ble')
  await ime.commit('bleibt')
  for (const one of [page, other]) await expect(body(one, 'top4')).toContainText('bleibt')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect((await prose(server, 'top4')).split('bleibt')).toHaveLength(2)
})

const others = {
  'write in the word before it': { steps: 2, press: 'x', leaves: 'Anxfang 日本!Ende' },
  'delete a letter before it': { steps: 3, press: 'Backspace', leaves: 'Anang 日本!Ende' },
  'write in the word behind it': { steps: 10, press: 'x', leaves: 'Anfang 日本!Exnde' },
  'delete a letter of it': { steps: 8, press: 'Backspace', leaves: 'Anfang 日本!Ende' },
}
for (const [does, { steps, press, leaves }] of Object.entries(others)) {
  test(`[IM1] a composition is not ended and nothing is doubled when others ${does}`, async ({ browser }) => {
    const page = await enter(browser, server, 'u.ma')
    const other = await enter(browser, server, 'u.dy')
    const text = (one: Page) => body(one, 'top5').locator('p').last()
    await words(other, 'top5', 'Anfang Ende')
    await expect(text(page)).toHaveText('Anfang Ende')
    await writeIn(page, 'top5')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    const ime = await inputMethod(page)
    await countCompositions(page)
    await ime.compose('に')
    await ime.compose('にほ')
    await expect.poll(() => wordsOnly(text(other))).toBe('Anfang にほEnde')
    await other.keyboard.press('Home')
    for (let step = 0; step < steps; step++) await other.keyboard.press('ArrowRight')
    await other.keyboard.press(press)
    await expect.poll(() => prose(server, 'top5')).not.toContain('Anfang にほEnde')
    // the change has come to this page as well: the projection reads its document, not its editor
    await expect.poll(async () => JSON.stringify(await projected(page))).not.toContain('Anfang にほEnde')
    await ime.compose('にほん')
    await ime.commit('日本')
    await page.keyboard.type('!')
    for (const one of [page, other]) {
      await expect.poll(() => wordsOnly(text(one))).toBe(leaves)
    }
    expect(await compositions(page)).toEqual({ started: 1, ended: 1 })
  })
}

const moves: Record<string, { readonly keys: readonly string[]; readonly leaves: string[] }> = {
  'make a heading of the line': { keys: ['Control+Alt+2'], leaves: ['Vorher', 'Anfang 日本!Ende'] },
  'cut the line before it': {
    keys: ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'],
    leaves: ['Vorher', 'Anf', 'ang 日本!Ende'],
  },
  'cut the line behind it': {
    keys: ['End', 'ArrowLeft', 'ArrowLeft', 'Enter'],
    leaves: ['Vorher', 'Anfang 日本!En', 'de'],
  },
  'join the line to the one before': { keys: ['Backspace'], leaves: ['VorherAnfang 日本!Ende'] },
}
for (const [does, { keys, leaves }] of Object.entries(moves)) {
  test(`[IM3] what is composed goes where its line has gone when others ${does}`, async ({ browser }) => {
    const page = await enter(browser, server, 'u.ma')
    const other = await enter(browser, server, 'u.dy')
    const lines = (one: Page) => body(one, 'top6').locator('p, h2, h3, h4')
    await writeIn(other, 'top6')
    await other.keyboard.press('Control+a')
    await other.keyboard.press('Delete')
    await other.keyboard.type('Vorher')
    await other.keyboard.press('Enter')
    await other.keyboard.type('Anfang Ende')
    await expect(lines(page).last()).toHaveText('Anfang Ende')
    await writeIn(page, 'top6')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    const ime = await inputMethod(page)
    await ime.compose('に')
    await ime.compose('にほ')
    await expect.poll(() => wordsOnly(lines(other).last())).toBe('Anfang にほEnde')
    const before = JSON.stringify(await projected(page))
    await other.keyboard.press('Home')
    for (const key of keys) await other.keyboard.press(key)
    await expect.poll(async () => JSON.stringify(await projected(page))).not.toBe(before)
    await ime.compose('にほん')
    await ime.commit('日本')
    await page.keyboard.type('!')
    for (const one of [page, other]) {
      await expect.poll(() => wordsOfEach(lines(one))).toEqual(leaves)
    }
    await expect(badge(page)).toHaveAttribute('data-save', 'saved')
    expect(await prose(server, 'top6')).not.toContain('に')
  })
}

/** What each paragraph says without the names at others' carets. */
const wordsOfEach = (lines: Locator): Promise<string[]> =>
  lines.evaluateAll(all =>
    all.map(line => {
      const copy = line.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.caret')) caret.remove()
      return copy.textContent ?? ''
    }),
  )
const wordsOnly = async (line: Locator): Promise<string> => (await wordsOfEach(line)).join('\n')
