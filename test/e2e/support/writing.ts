import { expect, type Locator, type Page } from '@playwright/test'
import type { Votes } from '#shared/kinds/minutes/schema.ts'

/** Ways in which a person writes on a sheet, with mouse and keyboard, on what the page shows. */

export const place = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`)

/** Types a value over what stands there and leaves the field. */
export async function enter(field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Enter')
  await field.blur()
}

/** Types a value in a slip; the focus stays, so that Escape closes the slip. */
export async function enterInSlip(field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Enter')
}

/** Takes a choice as a person does, who comes to the control before its choices open. */
export async function choose(select: Locator, value: string | { readonly label: string }): Promise<void> {
  if ((await select.inputValue()) === value) return
  await select.focus()
  await select.selectOption(value)
}

/** The text at a path, with its editor: near the window the plain page becomes one. */
export async function editorAt(page: Page, path: string): Promise<Locator> {
  const text = place(page, path)
  await text.scrollIntoViewIfNeeded()
  await text.locator('.ProseMirror').waitFor()
  return text
}

/** The words of a text as they stand there. */
export const wordsOf = (text: Locator): Promise<string> =>
  text.locator('.ProseMirror').evaluate(editor => editor.textContent ?? '')

/**
 * Marks words with the mouse: a press before them, one with Shift behind them. They may be of several pieces, as where
 * somebody's fresh words still glow.
 */
export async function selectWords(page: Page, text: Locator, words: string): Promise<void> {
  const [from, to] = await text.locator('.ProseMirror').evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
    const letters: { node: Node; offset: number }[] = []
    let all = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.nodeValue ?? ''
      for (let offset = 0; offset < value.length; offset++) letters.push({ node, offset })
      all += value
    }
    const first = all.indexOf(wanted)
    const edge = (index: number, side: 'left' | 'right') => {
      const letter = letters[index]
      if (first < 0 || !letter) throw new Error(`The words do not stand there: ${wanted}`)
      const range = document.createRange()
      range.setStart(letter.node, letter.offset)
      range.setEnd(letter.node, letter.offset + 1)
      const box = range.getBoundingClientRect()
      return { x: box[side], y: box.top + box.height / 2 }
    }
    return [edge(first, 'left'), edge(first + wanted.length - 1, 'right')] as const
  }, words)
  await page.mouse.click(from.x, from.y)
  await page.keyboard.down('Shift')
  await page.mouse.click(to.x, to.y)
  await page.keyboard.up('Shift')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe(words)
}

/** Adds a motion to an item and answers with its id. */
export async function addDecision(page: Page, item: string): Promise<string> {
  return added(
    page,
    item,
    'decisions',
    place(page, `agenda/${item}`).getByRole('button', { name: /^Antrag hinzufügen/ }),
  )
}

/** Adds an election to an item and answers with its id. */
export async function addElection(page: Page, item: string): Promise<string> {
  return added(
    page,
    item,
    'elections',
    place(page, `agenda/${item}`).getByRole('button', { name: /^Wahl hinzufügen/ }),
  )
}

async function added(
  page: Page,
  item: string,
  root: 'decisions' | 'elections',
  button: Locator,
): Promise<string> {
  const articles = place(page, `agenda/${item}`).locator(`article[data-path^="${root}/"]`)
  const paths = () => articles.evaluateAll(all => all.map(one => one.getAttribute('data-path') ?? ''))
  const before = await paths()
  await button.click()
  await expect.poll(async () => (await paths()).length).toBe(before.length + 1)
  const path = (await paths()).find(one => !before.includes(one)) ?? ''
  return path.split('/')[1] ?? ''
}

const words = { yes: 'Ja', no: 'Nein', abstain: 'Enthaltung', invalid: 'Ungültig' } as const

/** Types votes into the steps that stand open. */
export async function fillVotes(
  steps: Locator,
  votes: Votes,
  kinds: readonly (keyof Votes)[] = ['yes', 'no', 'abstain', 'invalid'],
): Promise<void> {
  for (const kind of kinds)
    await steps.getByRole('textbox', { name: words[kind], exact: true }).fill(String(votes[kind]))
}

/** Enters a count of votes as one's own: Ja by steps, the others typed. */
export async function count(page: Page, path: string, votes: Votes): Promise<void> {
  const tally = place(page, path)
  await tally.getByRole('button', { name: /^(?:Stimmen zählen|Meine Zählung ändern)/ }).click()
  await tally.getByRole('textbox', { name: words.yes, exact: true }).fill('0')
  for (let vote = 0; vote < votes.yes; vote++)
    await tally.getByRole('button', { name: 'Ja: eine Stimme mehr' }).click()
  await fillVotes(tally, votes, ['no', 'abstain', 'invalid'])
  await tally.getByRole('button', { name: 'Als meine Zählung eintragen' }).click()
  await expect(tally.getByRole('button', { name: /^Meine Zählung ändern/ })).toBeVisible()
}
