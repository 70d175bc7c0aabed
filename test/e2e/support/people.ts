import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { holdableLine, type Line } from './line.ts'
import { type DemoServer, demoMinutesId } from './server.ts'

/** One person with a browser of their own. */
export type Participant = {
  readonly id: string
  readonly context: BrowserContext
  readonly page: Page
  readonly line: Line
}

/** Opens the personal link and confirms, as a person does. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Anmelden' }).waitFor()
}

/** A new browser, signed in, with the minutes open. */
export async function join(browser: Browser, server: DemoServer, id: string): Promise<Participant> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const line = await holdableLine(context)
  const page = await context.newPage()
  const link = server.links[id]
  if (link === undefined) throw new Error(`No link for ${id}`)
  await signIn(page, link)
  await openMinutes(page, server)
  return { id, context, page, line }
}

export async function openMinutes(page: Page, server: DemoServer): Promise<void> {
  await page.goto(`${server.url}/blatt/${demoMinutesId}`)
  await page.locator('[data-path="agenda/top1/body"]').waitFor()
}

/** What the open sheet projects in this browser. */
export const projected = (page: Page): Promise<MinutesDraft> =>
  page.evaluate(id => {
    const { mitschrift } = globalThis as unknown as {
      mitschrift: { project(id: string): { value: unknown } }
    }
    return mitschrift.project(id).value as never
  }, demoMinutesId)
