import { expect, type Locator, type Page } from '@playwright/test'
import type { PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import type { DemoServer } from './server.ts'
import { choose } from './writing.ts'

/** Begins a press text with this title, as a person does, and answers with its id. */
export async function beginPress(page: Page, server: DemoServer, title: string): Promise<string> {
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Neuer Pressetext' }).first().click()
  await page.getByRole('textbox', { name: 'Wie soll der Pressetext heißen?' }).fill(title)
  await page.keyboard.press('Enter')
  await page.locator('[data-path="text/headline"]').waitFor()
  return page.url().split('/').at(-1) ?? ''
}

export async function openPress(page: Page, server: DemoServer, id: string): Promise<void> {
  await page.goto(`${server.url}/blatt/${id}`)
  await page.locator('[data-path="text/headline"]').waitFor()
}

/** What the open sheet projects in this browser. */
export const projectedPress = (page: Page, id: string): Promise<PressDraft> =>
  page.evaluate(id => {
    const { mitschrift } = globalThis as unknown as {
      mitschrift: { project(id: string): { value: unknown } }
    }
    return mitschrift.project(id).value as never
  }, id)

export const at = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`).first()

type Given = Readonly<Record<string, unknown>>
const given = (record: unknown): [string, unknown][] => Object.entries(Object(record) as Given)

/**
 * Enters a press text field by field, with mouse and keyboard, on what the page shows. Ids of entries are the page's.
 */
export async function enterPress(page: Page, content: PressContent): Promise<void> {
  const { header, embargo, event, text, access, boilerplate, contact, responsible, crisis, local } = content
  if (header?.form) await choose(at(page, 'header/form'), header.form)
  const { code, version, date, publisher, usage, voucherCopy } = { ...header }
  await record(page, 'header', { code, version, date, publisher, usage, voucherCopy })
  if (embargo?.until) {
    const [day = '', time = ''] = embargo.until.split('T')
    await write(at(page, 'embargo/until/day'), day)
    await write(at(page, 'embargo/until/time'), time)
    await record(page, 'embargo', { reason: embargo.reason })
  }
  await record(page, 'event', event)
  const { lead, body, ...lines } = { ...text }
  await record(page, 'text', lines)
  if (lead) await prose(page, 'text/lead', lead)
  if (body) await prose(page, 'text/body', body)
  const { openness, ...paragraphs } = { ...access }
  if (openness) await choose(at(page, 'access/openness'), openness)
  for (const [name, nodes] of given(paragraphs)) await prose(page, `access/${name}`, nodes)
  for (const quote of content.quotes ?? []) await addEntry(page, 'quotes', 'Zitat hinzufügen', quote)
  for (const image of content.images ?? []) await addEntry(page, 'images', 'Bild hinzufügen', image)
  await record(page, 'boilerplate', boilerplate)
  await record(page, 'contact', contact)
  await record(page, 'responsible', responsible)
  await record(page, 'crisis', crisis)
  if (local?.notes) await orderedList(page, 'local/notes', local.notes)
  for (const { id, value = '' } of content.values ?? []) await write(at(page, `values/${id}`), value)
}

async function record(page: Page, path: string, values: unknown): Promise<void> {
  for (const [key, value] of given(values)) {
    const field = at(page, `${path}/${key}`)
    if (typeof value === 'boolean') await field.setChecked(value)
    else if (typeof value === 'string') await write(field, value)
    else if (typeof value === 'number') await write(field, String(value))
  }
}

/** Types into a line and leaves it, so that it is written. */
async function write(field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Enter')
}

async function addEntry(page: Page, list: string, word: string, entry: Given): Promise<void> {
  await page.getByRole('button', { name: word, exact: true }).click()
  const field = list === 'quotes' ? 'text' : 'caption'
  const made = page.locator(`[data-path^="${list}/"][data-path$="/${field}"]`).last()
  await expect(made).toBeFocused()
  const path = (await made.getAttribute('data-path'))?.split('/').slice(0, 2).join('/') ?? ''
  for (const [key, value] of given(entry)) {
    const control = at(page, `${path}/${key}`)
    if (key === 'id' || key === 'speakerId') continue
    if (typeof value === 'boolean') await control.setChecked(value)
    else if (key === 'attribution' || key === 'motifCheck') await choose(control, String(value))
    else if (typeof value === 'string' || typeof value === 'number') await write(control, String(value))
  }
}

/** Goes into a text and writes its paragraphs, a line end between them. */
async function prose(page: Page, path: string, paragraphs: unknown): Promise<void> {
  await enterText(page, path)
  const lines = Array.isArray(paragraphs) ? paragraphs : []
  for (const [index, line] of lines.entries()) {
    if (typeof line !== 'string') throw new Error('Only plain paragraphs are typed')
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
}

export async function enterText(page: Page, path: string): Promise<void> {
  const box = at(page, path).getByRole('textbox')
  // not at the foot of the window, where the words for the text stand
  await box.evaluate(element => element.scrollIntoView({ block: 'center' }))
  await box.click()
  await expect(at(page, path).locator('.ProseMirror')).toBeFocused()
}

/** A numbered list, with the tool above the text. */
async function orderedList(page: Page, path: string, nodes: unknown): Promise<void> {
  const items = textsOf(nodes)
  await enterText(page, path)
  await page.locator('[data-format="orderedList"]').click()
  for (const [index, item] of items.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(item)
  }
}

function textsOf(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: { type?: string; text?: string; content?: unknown }) =>
    node.type === 'text' ? [node.text ?? ''] : textsOf(node.content),
  )
}
