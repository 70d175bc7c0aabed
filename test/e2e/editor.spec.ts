import { type Browser, expect, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { asNewerClient } from './support/newerClient.ts'
import { openMinutes, projected, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const badge = (page: Page) => page.locator('[data-save]')
const field = (page: Page, item: string) => page.locator(`[data-path="agenda/${item}/body"]`)
const body = (page: Page, item: string) => field(page, item).locator('[role="textbox"]')
const mounted = (page: Page, item: string) => field(page, item).locator('.ProseMirror')

async function enter(browser: Browser, person: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  await signIn(page, link)
  await openMinutes(page, server)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  return page
}

/** From now on only a press mounts an editor: it is the plain page that is measured and pressed. */
async function mountOnPressOnly(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IntersectionObserver.prototype.observe = () => undefined
  })
  await page.reload()
  await expect(body(page, 'top1')).toBeVisible()
}

/** Writes into a text as a newer client would, which knows more than this one. */
const writeAsNewerClient = (page: Page, item: string, change: (fragment: Y.XmlFragment) => void) =>
  asNewerClient(server, page, (_doc, text) => change(text(item)))

function callout(words: string): Y.XmlElement {
  const element = new Y.XmlElement('callout')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  element.insert(0, [paragraph])
  return element
}

const prose = async (item: string): Promise<string> =>
  JSON.stringify((await server.project()).agenda.find(({ id }) => id === item)?.body)

test('[ED1] what this editor does not know is kept: while it is mounted, and when it is opened', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.ma')
  await body(page, 'top3').click()
  await page.keyboard.type('Bekannt. ')
  await expect(mounted(page, 'top3')).toHaveCount(1)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')

  await writeAsNewerClient(page, 'top3', fragment => fragment.insert(0, [callout('Aus der Zukunft')]))
  await expect(field(page, 'top3')).toContainText('Aus der Zukunft')
  await expect(mounted(page, 'top3')).toHaveCount(0)

  await page.reload()
  await expect(field(page, 'top3')).toContainText('Aus der Zukunft')
  await field(page, 'top3').click()
  await expect(mounted(page, 'top3')).toHaveCount(0)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose('top3')).toContain('callout')
  expect(await prose('top3')).toContain('Bekannt.')

  await writeAsNewerClient(page, 'top3', fragment => fragment.delete(0, 1))
  await body(page, 'top3').click()
  await expect(mounted(page, 'top3')).toHaveCount(1)
})

test('opening, mounting and walking through every text writes nothing', async ({ browser }) => {
  const page = await enter(browser, 'u.dy')
  await mountOnPressOnly(page)
  const before = await server.project()
  for (const item of ['top1', 'top4', 'top8']) {
    const plain = await body(page, item).boundingBox()
    await body(page, item).click()
    await expect(mounted(page, item)).toHaveCount(1)
    await page.keyboard.press('ArrowRight')
    const edited = await mounted(page, item).boundingBox()
    // nothing jumps when the plain page becomes an editor
    expect(edited?.height).toBe(plain?.height)
  }
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await server.project()).toEqual(before)
})

test('undo is one stack over prose and fields, and leaves what others wrote', async ({ browser }) => {
  const page = await enter(browser, 'u.hp')
  const other = await enter(browser, 'u.sk')
  const before = await projected(page)
  await body(page, 'top5').click()
  await page.keyboard.type('Eigener Satz.')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  const title = page.locator('[data-path="agenda/top5/title"]').first()
  await title.fill('Eigener Titel')
  await title.blur()
  await expect.poll(async () => JSON.stringify(await projected(page))).toContain('Eigener Titel')
  await body(other, 'top6').click()
  await other.keyboard.type('Fremder Satz.')
  await expect(body(page, 'top6')).toContainText('Fremder Satz.')

  await body(page, 'top6').click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => JSON.stringify(await projected(page))).not.toContain('Eigener Titel')
  await expect(body(page, 'top5')).toContainText('Eigener Satz.')
  await page.keyboard.press('Control+z')
  await expect(body(page, 'top5')).not.toContainText('Eigener Satz.')
  await page.keyboard.press('Control+z')
  await expect(body(page, 'top6')).toContainText('Fremder Satz.')
  const rest = await projected(page)
  expect({ ...rest, agenda: rest.agenda.map(({ id, title }) => [id, title]) }).toEqual({
    ...before,
    agenda: before.agenda.map(({ id, title }) => [id, title]),
  })
  await page.keyboard.press('Control+y')
  await expect(body(page, 'top5')).toContainText('Eigener Satz.')
})

test('others are seen where they write: caret with a name, fresh words, no style and no markup', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.jw')
  const refused: string[] = []
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const other = await enter(browser, 'u.ro')
  await expect(body(page, 'top7')).toBeVisible()
  await body(page, 'top7').click()
  await body(other, 'top7').click()
  await other.keyboard.type('Ein frisches Wort')
  const caret = body(page, 'top7').locator('.caret')
  await expect(caret.locator('b')).toHaveText('Ruben Okafor')
  const fresh = async () => (await body(page, 'top7').locator('.fresh').allTextContents()).join('')
  await expect.poll(fresh, { intervals: [50] }).toContain('frisches Wort')
  // the name goes after a pause, the caret stays; fresh words fade
  await expect(caret.locator('b')).toHaveCount(0)
  await expect(caret).toHaveCount(1)
  await expect(body(page, 'top7').locator('.fresh')).toHaveCount(0)
  expect(refused).toEqual([])
  await other.context().close()
  await expect(caret).toHaveCount(0)
})

test('a press puts the caret where it was pressed, arrow keys lead from text to text', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.ma')
  await body(page, 'top4').click()
  await page.keyboard.type('Anfang Mitte Ende')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  await mountOnPressOnly(page)
  await expect(body(page, 'top4')).toContainText('Anfang Mitte Ende')
  await expect(mounted(page, 'top4')).toHaveCount(0)
  const line = body(page, 'top4').locator('p').last()
  await line.scrollIntoViewIfNeeded()
  const box = await line.boundingBox()
  if (!box) throw new Error('no line')
  await page.mouse.click(box.x + 2, box.y + box.height / 2)
  await page.keyboard.type('Ganz ')
  await expect(body(page, 'top4')).toContainText('Ganz Anfang Mitte Ende')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('Hinüber')
  await expect(body(page, 'top5')).toContainText('Hinüber')
})

/** At the minutes of somebody whose editor comes when it is let go. */
async function withoutEditor(browser: Browser): Promise<{ page: Page; letGo: () => void }> {
  // what the service worker has would not be held
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await signIn(page, server.links['u.ma'] ?? '')
  let letGo: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(/wholeEditor/, async route => {
    await held
    await route.continue()
  })
  await openMinutes(page, server)
  return { page, letGo }
}

test('what is typed before the editor is there is not lost, wherever one has gone meanwhile', async ({
  browser,
}) => {
  const { page, letGo } = await withoutEditor(browser)
  await body(page, 'top6').click()
  await page.keyboard.type('Früh gx')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('eschrieben.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Und weiter.')
  await expect(field(page, 'top6').getByRole('status')).toContainText('Noch nicht gesichert')
  await expect(badge(page)).toHaveAttribute('data-save', 'unsaved')
  await field(page, 'top7').getByRole('textbox').click()
  await page.keyboard.type('Auch hier.')
  letGo()
  await expect(mounted(page, 'top6')).toHaveCount(1)
  await expect(body(page, 'top7')).toContainText('Auch hier.')
  await expect(body(page, 'top6')).toContainText('Früh geschrieben.Und weiter.')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose('top6')).toContain('Früh geschrieben.')
  await expect(mounted(page, 'top7')).toBeFocused()
})

test('[P3] who leaves before the editor has come, or whose page is hidden, has their words in the minutes', async ({
  browser,
}) => {
  const { page, letGo } = await withoutEditor(browser)
  await body(page, 'top3').click()
  await page.keyboard.type('Schnell')
  await page.keyboard.press('Enter')
  await page.keyboard.type('weg.')
  await page.getByRole('link', { name: 'Zurück zum Schreibtisch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marlies')
  await expect.poll(() => prose('top3')).toContain('Schnell')
  expect(await prose('top3')).toContain('weg.')

  await openMinutes(page, server)
  await body(page, 'top2').click()
  await page.keyboard.type('Telefon ')
  const line = await page.context().newCDPSession(page)
  // as phones write every word
  await line.send('Input.imeSetComposition', { text: 'klingelt', selectionStart: 8, selectionEnd: 8 })
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose('top2')).toContain('Telefon klingelt')
  await expect(body(page, 'top2')).toContainText('Telefon klingelt')
  letGo()
  await expect(mounted(page, 'top2')).toHaveCount(1)
  expect((await mounted(page, 'top2').innerText()).match(/Telefon klingelt/gu)).toHaveLength(1)
})

test('who writes in an item goes on writing while somebody else puts the items in another order', async ({
  browser,
}) => {
  const [deniz, jonas] = [await enter(browser, 'u.dy'), await enter(browser, 'u.jw')]
  await body(deniz, 'top6').click()
  await deniz.keyboard.type('Vor dem Verschieben')
  await mounted(deniz, 'top6').evaluate(element => Object.assign(globalThis, { editorBefore: element }))

  const moved = jonas.getByRole('navigation', { name: 'Tagesordnung' }).locator('a[href="#agenda-top7"]')
  await moved.focus()
  await jonas.keyboard.press('Alt+ArrowUp')
  await expect(deniz.locator('#agenda-top6-head')).toContainText('TOP 7')
  await deniz.keyboard.type(' und danach')

  await expect(mounted(deniz, 'top6')).toBeFocused()
  await expect(body(deniz, 'top6')).toHaveAccessibleName(/TOP\s7/)
  await expect(body(jonas, 'top6')).toContainText('Vor dem Verschieben und danach')
  const isSame = await mounted(deniz, 'top6').evaluate(
    element => Reflect.get(globalThis, 'editorBefore') === element,
  )
  expect(isSame).toBe(true)
})

test('a key acts where the caret is, also when the page has not been told yet that it moved', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.sk')
  await body(page, 'top8').click()
  await page.keyboard.type('Erst Nachher')
  await expect(body(page, 'top8').locator('p')).toHaveText(['Erst Nachher'])
  await mounted(page, 'top8').evaluate(editor => {
    const words = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT).nextNode()
    // in one turn: no selectionchange comes between the moved caret and the key
    if (words) getSelection()?.collapse(words, 5)
    editor.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
    )
  })
  await expect(body(page, 'top8').locator('p')).toHaveText(['Erst ', 'Nachher'])
})

test('a caret that moves while somebody else’s is drawn stays where it has gone', async ({ browser }) => {
  const page = await enter(browser, 'u.sk')
  await page.addInitScript(holdMessages)
  await page.reload()
  const other = await enter(browser, 'u.ro')
  await body(other, 'top3').click()
  await other.keyboard.press('Control+End')
  await other.keyboard.press('Enter')
  await other.keyboard.type('Mitte Ende')
  const line = body(page, 'top3').locator('p').last()
  await expect(line).toHaveText('Mitte Ende')
  await line.click()
  await page.keyboard.press('Home')
  await expect(body(page, 'top3').locator('.caret')).toHaveCount(1)

  const held = () => page.evaluate(() => Reflect.get(globalThis, 'held').length as number)
  await page.evaluate(() => Reflect.set(globalThis, 'holds', true))
  await other.keyboard.press('Home')
  await expect.poll(held).toBeGreaterThan(0)
  await page.evaluate(() => {
    // in one turn: the editor has not been told yet that the caret moved
    getSelection()?.modify('move', 'forward', 'word')
    Reflect.set(globalThis, 'holds', false)
    for (const message of Reflect.get(globalThis, 'held').splice(0)) message()
  })
  await page.keyboard.type('!')
  await expect(line).toHaveText('Mitte! Ende')
})

/** Runs in the page: what the server says waits while `holds`. */
function holdMessages(): void {
  const held: (() => void)[] = []
  Object.assign(globalThis, { held, holds: false })
  globalThis.WebSocket = class extends WebSocket {
    override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
      const hear = (event: Event) => {
        if (typeof listener === 'function') listener.call(this, event)
        else listener.handleEvent(event)
      }
      super.addEventListener(type, event => {
        if (type === 'message' && Reflect.get(globalThis, 'holds')) held.push(() => hear(event))
        else hear(event)
      })
    }
  }
}

test('[b7] too much at once is said and not taken, in a text and in a field, and writing goes on', async ({
  browser,
}) => {
  const page = await enter(browser, 'u.ro')
  await body(page, 'top4').click()
  await page.keyboard.type('Davor')
  const paste = (length: number) =>
    mounted(page, 'top4').evaluate((editor, length) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'ü'.repeat(length))
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, length)
  await paste(1_200_000)
  await expect(page.getByRole('status').filter({ hasText: 'auf einmal' })).toBeVisible()
  await expect(body(page, 'top4')).toHaveText(/Davor$/)
  await paste(90_000)
  await expect(body(page, 'top4')).toContainText('Davorüüü')

  const title = page.locator('[data-path="agenda/top4/title"]').first()
  const before = await title.inputValue()
  await title.fill('x'.repeat(6_000))
  await title.blur()
  await expect(page.getByText('Hier gehen höchstens')).toBeVisible()
  await title.press('Escape')
  await expect(title).toHaveValue(before)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
})
