import { type Browser, expect, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { asNewerClient } from './support/newerClient.ts'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/**
 * P5, b13: no client deletes what it does not know. A real browser with the real editor on a real server; an upgrade of
 * the editor, of its binding or of our guard that loses anything fails here. What the binding does by itself:
 * client/editor/stockDeletes.test.ts.
 */
let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

type Spec =
  | string
  | { readonly name: string; readonly attrs?: Record<string, string>; readonly inside: readonly Spec[] }
type Marked = { readonly words: string; readonly marks: Record<string, object> }

function build(spec: Spec | Marked): Y.XmlElement | Y.XmlText {
  if (typeof spec === 'string') return new Y.XmlText(spec)
  if ('words' in spec) {
    const text = new Y.XmlText()
    text.applyDelta([{ insert: spec.words, attributes: spec.marks }])
    return text
  }
  const element = new Y.XmlElement(spec.name)
  for (const [name, value] of Object.entries(spec.attrs ?? {})) element.setAttribute(name, value)
  element.insert(0, spec.inside.map(build))
  return element
}
const paragraph = (...inside: readonly (Spec | Marked)[]): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, inside.map(build))
  return element
}
const element = (name: string, inside: readonly Spec[], attrs: Record<string, string> = {}): Y.XmlElement =>
  build({ name, inside, attrs }) as Y.XmlElement

/** Each sort of thing that a later release may bring, in a text that has known words before and after it. */
const unknown: Readonly<Record<string, () => Y.XmlElement[]>> = {
  top1: () => [element('callout', [{ name: 'paragraph', inside: ['Knoten'] }])],
  top2: () => [paragraph('vor ', { words: 'Auszeichnung', marks: { suggestion: { by: 'x' } } }, ' nach')],
  top3: () => [element('paragraph', ['Attribut'], { align: 'right' })],
  top4: () => [
    element('bulletList', [
      {
        name: 'listItem',
        inside: [
          { name: 'paragraph', inside: ['Punkt'] },
          {
            name: 'blockquote',
            inside: [{ name: 'callout', inside: [{ name: 'paragraph', inside: ['tief innen'] }] }],
          },
        ],
      },
    ]),
  ],
  top5: () => [
    paragraph({ words: 'Ziel', marks: { link: { href: 'https://example.org', title: 'Titel', rank: 3 } } }),
  ],
  top6: () => [
    element('table', [{ name: 'row', inside: [{ name: 'cell', inside: ['Zelle'] }] }], { columns: '3' }),
  ],
}
const items = Object.keys(unknown)

/** What stands in a text, with every name and value that the wire carries; the order of keys says nothing. */
function raw(type: Y.XmlFragment): unknown {
  const children: readonly unknown[] = type.toArray()
  const inside = children.map(child => {
    if (child instanceof Y.XmlText) return child.toDelta() as unknown
    return child instanceof Y.XmlFragment ? raw(child) : 'other'
  })
  return type instanceof Y.XmlElement
    ? { name: type.nodeName, attributes: type.getAttributes(), inside }
    : { inside }
}
const stored = (page: Page, texts: readonly string[]) =>
  asNewerClient(server, page, (_doc, text) =>
    Object.fromEntries(texts.map(item => [item, raw(text(item))] as const)),
  )

const badge = (page: Page) => page.locator('[data-save]')
const field = (page: Page, item: string) => page.locator(`[data-path="agenda/${item}/body"]`)
const mounted = (page: Page, item: string) => field(page, item).locator('.ProseMirror')

async function enter(browser: Browser, person: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await signIn(page, server.links[person] ?? '')
  await openMinutes(page, server)
  await expect(badge(page)).toHaveText('gespeichert')
  return page
}

/** Goes into every control of the page, as somebody does who walks through it by keyboard. */
async function focusEverything(page: Page): Promise<void> {
  const controls = page.locator('main :is([data-path], [role="textbox"], button, input, select, textarea)')
  for (const control of await controls.all()) {
    if (await control.isVisible()) await control.focus()
  }
}

test('[P5][b13] what is unknown outlives an editor that opens, walks, types, undoes and redoes', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const page = await enter(browser, 'u.ma')
  await asNewerClient(server, page, (_doc, text) => {
    for (const item of items) {
      text(item).insert(0, [paragraph('Davor.'), ...(unknown[item]?.() ?? []), paragraph('Danach.')])
    }
  })
  const before = await stored(page, items)
  await page.reload()
  await expect(field(page, 'top4')).toContainText('tief innen')

  await focusEverything(page)
  for (const item of items) {
    // a press in the known words is what somebody does who wants to change them
    await field(page, item).getByText('Davor.').click()
    await page.keyboard.type('x')
    await expect(mounted(page, item)).toHaveCount(0)
    await expect(field(page, item)).toContainText('das dieses Fenster noch nicht kennt')
  }
  const other = mounted(page, 'top7')
  await field(page, 'top7').click()
  await expect(other).toBeFocused()
  await page.keyboard.type('Hier ist alles bekannt.')
  const title = page.locator('[data-path="agenda/top1/title"]').first()
  await title.fill('Neuer Titel')
  await title.press('Tab')
  await expect(badge(page)).toHaveText('gespeichert')
  for (const keys of ['Control+z', 'Control+z', 'Control+y', 'Control+y']) await page.keyboard.press(keys)
  await expect(other).toContainText('Hier ist alles bekannt.')
  await expect(badge(page)).toHaveText('gespeichert')
  expect(await stored(page, items)).toEqual(before)
})

for (const item of items) {
  test(`[P5][b13] what a newer client writes into a text while it is edited here outlives that: ${item}`, async ({
    browser,
  }) => {
    const page = await enter(browser, 'u.dy')
    await asNewerClient(server, page, (_doc, text) => {
      const fragment = text(item)
      fragment.delete(0, fragment.length)
      fragment.insert(0, [paragraph('Bekannt.')])
    })
    await field(page, item).getByText('Bekannt.').click()
    await expect(mounted(page, item)).toBeFocused()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Getippt.')
    await expect(badge(page)).toHaveText('gespeichert')

    const after = await asNewerClient(server, page, (_doc, text) => {
      text(item).insert(0, unknown[item]?.() ?? [])
      return raw(text(item))
    })
    await expect(mounted(page, item)).toHaveCount(0)
    // what was written here is undone and redone by the sheet, without an editor
    await page.locator('h1').first().focus()
    await page.keyboard.press('Control+z')
    await expect(field(page, item)).not.toContainText('Getippt.')
    await page.keyboard.press('Control+y')
    await expect(field(page, item)).toContainText('Bekannt. Getippt.')
    await expect(badge(page)).toHaveText('gespeichert')
    await page.reload()
    // what was received last may come from the server again: before it is there, all of this text is known
    await field(page, item).scrollIntoViewIfNeeded()
    await expect(field(page, item)).toContainText('das dieses Fenster noch nicht kennt')
    await field(page, item).getByText('Getippt.').click()
    await page.keyboard.type('x')
    expect({ [item]: after }).toEqual(await stored(page, [item]))
  })
}
