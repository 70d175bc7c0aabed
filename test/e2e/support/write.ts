import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { openMinutes, signIn } from './people.ts'
import type { DemoServer } from './server.ts'

export const badge = (page: Page): Locator => page.locator('[data-save]')
export const field = (page: Page, item: string): Locator => page.locator(`[data-path="agenda/${item}/body"]`)
export const body = (page: Page, item: string): Locator => field(page, item).locator('[role="textbox"]')

/** A person at the minutes, with everything kept that came before. */
export async function enter(
  browser: Browser,
  server: DemoServer,
  person: string,
  viewport = { width: 1280, height: 900 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  await signIn(page, link)
  await openMinutes(page, server)
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  return page
}

/** Goes into a text of the sheet, to its end. */
export async function writeIn(page: Page, item: string): Promise<Locator> {
  const text = body(page, item)
  await text.click()
  const editor = field(page, item).locator('.ProseMirror')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+End')
  return editor
}

/** What a text holds, as the server projects it. */
export async function prose(server: DemoServer, item: string): Promise<string> {
  return JSON.stringify((await server.project()).agenda.find(({ id }) => id === item)?.body)
}

/** A real paste event with these contents; the clipboard of this machine is not used. */
export const paste = (page: Page, contents: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate(given => {
    const data = new DataTransfer()
    for (const [type, content] of Object.entries(given)) data.setData(type, content)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, contents)

/** What copying puts on the clipboard here. */
export const copied = (page: Page): Promise<{ html: string; plain: string }> =>
  page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return { html: data.getData('text/html'), plain: data.getData('text/plain') }
  })
