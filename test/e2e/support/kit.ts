import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { signIn } from './people.ts'
import type { DemoServer } from './server.ts'

/** Somebody of the group with a browser of their own. */
export async function enterHouse(
  browser: Browser,
  server: DemoServer,
  person: string,
  options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } },
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  const link = server.links[person]
  if (link === undefined) throw new Error(`No link for ${person}`)
  await signIn(page, link)
  return page
}

/** Begins a starter kit in the space of the group and answers with its id when the case is packed. */
export async function beginKit(page: Page, server: DemoServer): Promise<string> {
  await page.goto(`${server.url}/raum/g.lichtblick`)
  await page.getByRole('button', { name: 'Starterpaket beginnen' }).click()
  await page.getByLabel('Wie heißt die Gruppe?').fill('Lichtblick Hohenlichtern')
  await page.getByRole('button', { name: 'Koffer packen' }).click()
  await page.waitForURL('**/blatt/**')
  await page.locator('[data-path="bays"]').waitFor()
  return page.url().split('/').at(-1) ?? ''
}

/** A field of the sheet by its place in the document. */
export const at = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`)

/** Writes in a single-line field and waits until it is kept. */
export async function write(page: Page, path: string, words: string): Promise<void> {
  await at(page, path).fill(words)
  await at(page, path).press('Enter')
}

/** Where the sheet of an item is, as its folder says. */
export async function linkTo(page: Page, code: string): Promise<string> {
  const href = await at(page, `items/${code}`).getByRole('link').getAttribute('href')
  if (href === null) throw new Error(`${code} leads nowhere`)
  return href
}

/** What a sheet that is open projects in this browser. */
export const projectedAs = <T>(page: Page, id: string): Promise<T> =>
  page.evaluate(given => {
    const { mitschrift } = globalThis as unknown as {
      mitschrift: { project(id: string): { value: unknown } }
    }
    return mitschrift.project(given).value as never
  }, id)

/**
 * A sheet of the kit as it can be read in the browser, in the form of the reference documents; merge fields as the
 * facts they show, or by their names as a master has them.
 */
export const readItem = (page: Page, fields: 'shown' | 'named' = 'shown'): Promise<string> =>
  page.evaluate(how => {
    const read = (element: Element | null): string => {
      const copy = element?.cloneNode(true)
      if (!(copy instanceof Element)) return ''
      for (const field of copy.querySelectorAll('[data-merge-field]'))
        if (how === 'named') field.textContent = `{{${field.getAttribute('data-merge-field')}}}`
      for (const hidden of copy.querySelectorAll('.sr')) hidden.remove()
      return (copy.textContent ?? '').replaceAll(/\u00a0/g, ' ').trim()
    }
    const blocks = [...document.querySelectorAll('section[data-path^="blocks/"]')].map(block => {
      const id = block.getAttribute('data-path')?.split('/')[1] ?? ''
      const head = block.querySelector('h2')
      const title = (head?.textContent ?? '').trim()
      const isLocked = block.querySelector('[data-locked]') !== null
      const body = block.querySelector('[data-path$="/body"]')
      const lines = [...(body?.querySelectorAll('p') ?? [])].map(read)
      return `**[${id}${isLocked ? ' · gesperrt' : ''}] ${title}**\n${lines.join('\n')}`
    })
    const heading = (document.querySelector('h1')?.textContent ?? '').trim()
    const line = read(document.querySelector('[data-path="header/line"]'))
    return [`# ${heading}`, line, ...blocks].join('\n\n')
  }, fields)

export const referenceDocument = async (name: string): Promise<string> =>
  (await readFile(new URL(`../../fixtures/documents/${name}.md`, import.meta.url), 'utf8')).trim()

/** Everything written here is on the server's disk. */
export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('banner').locator('[data-save]')).toHaveAttribute('data-save', 'saved')
