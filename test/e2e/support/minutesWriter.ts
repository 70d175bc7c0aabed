import { expect, type Locator, type Page } from '@playwright/test'
import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { proseNodes } from '#shared/document/proseMaking.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { addDecision, addElection, choose, count, editorAt, enter, enterInSlip, place } from './writing.ts'

type Entry<T> = T extends readonly (infer E)[] ? E : never
type List<K extends 'attendance' | 'agenda' | 'decisions' | 'elections' | 'tasks'> = Entry<
  NonNullable<MinutesContent[K]>
>

/**
 * Enters whole minutes in a browser the way a person does, part after part. Things get ids of the page; `ids` says
 * which is which (id of the content → id of the page).
 */
export class MinutesWriter {
  readonly ids = new Map<string, string>()
  readonly #page: Page
  readonly #names: ReadonlyMap<string, string>

  /** `names`: what the space calls people, by id */
  constructor(page: Page, names: ReadonlyMap<string, string>) {
    this.#page = page
    this.#names = names
  }

  /** Begins new minutes on the desk and answers with the document's id. */
  async begin(title: string, space: string): Promise<string> {
    const page = this.#page
    await page.getByRole('button', { name: 'Neues Protokoll' }).click()
    await page.getByLabel('Wie soll das Protokoll heißen?').fill(title)
    const spaces = page.getByLabel('Raum')
    if ((await spaces.count()) > 0) await spaces.selectOption({ label: space })
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.waitForURL(/\/blatt\//)
    await this.#at('header/date').waitFor()
    return page.url().split('/').at(-1) ?? ''
  }

  /** Kopfdaten. People who are guests have to be on the list before they are named here: see `roles`. */
  async header(header: NonNullable<MinutesContent['header']>): Promise<void> {
    for (const key of ['meetingKind', 'protocolType', 'format', 'confidentiality'] as const) {
      const value = header[key]
      if (value) await choose(this.#at(`header/${key}`), value)
    }
    for (const key of ['date', 'start', 'end', 'place'] as const) {
      const value = header[key]
      if (value) await enter(this.#at(`header/${key}`), value)
    }
    if (header.nextMeeting) await enter(this.#at('header/nextMeeting/date'), header.nextMeeting.date)
  }

  async roles(header: NonNullable<MinutesContent['header']>): Promise<void> {
    if (header.chair) await choose(this.#at('header/chair'), this.#id(header.chair))
    if (header.minuteTakers) await this.people('header/minuteTakers', header.minuteTakers)
  }

  async attendance(row: List<'attendance'>, isMember: boolean): Promise<void> {
    const page = this.#page
    const section = page.locator('#attendance')
    const rows = () =>
      section
        .locator('tr[data-path]')
        .evaluateAll(all => all.map(one => one.getAttribute('data-path')?.split('/')[1] ?? ''))
    const before = await rows()
    await section.getByRole('button', { name: 'Person eintragen', exact: true }).click()
    if (isMember)
      await section.getByRole('button', { name: new RegExp(`^${this.#names.get(row.id)}`) }).click()
    else {
      await section.getByLabel('Gast, mit Namen').fill(row.name ?? 'eine Person')
      await page.keyboard.press('Enter')
    }
    await expect.poll(async () => (await rows()).length).toBe(before.length + 1)
    await page.keyboard.press('Escape')
    const id = (await rows()).find(one => !before.includes(one)) ?? ''
    this.ids.set(row.id, id)
    const path = `attendance/${id}`
    if (!isMember && row.name === undefined) await enter(this.#at(`${path}/name`), '')
    if (row.status) await choose(this.#at(`${path}/status`), row.status)
    if (row.voting) await choose(this.#at(`${path}/voting`), row.voting)
    await this.#at(path)
      .getByRole('button', { name: /seit \d/ })
      .click()
    const [[, to] = []] = row.intervals ?? []
    if (to) await enter(this.#at(`${path}/intervals/0/to`), to)
    if (!row.listing && !row.affiliation && !row.function) return
    await this.#at(path)
      .getByRole('button', { name: /^Mehr zu/ })
      .click()
    if (row.affiliation) await enterInSlip(this.#at(`${path}/affiliation`), row.affiliation)
    if (row.function) await enterInSlip(this.#at(`${path}/function`), row.function)
    if (row.listing) await choose(this.#at(`${path}/listing`), row.listing)
    await page.keyboard.press('Escape')
  }

  async item(item: List<'agenda'>): Promise<void> {
    const page = this.#page
    await page
      .locator('main')
      .getByRole('button', { name: /Punkt(?: der Tagesordnung)? hinzufügen$/ })
      .click()
    const title = page.locator('main textarea[data-path^="agenda/"]:focus')
    const id = await idOf(title)
    this.ids.set(item.id, id)
    await enter(title, item.title ?? '')
    if (item.type) await choose(this.#at(`agenda/${id}/type`), item.type)
    if (item.onInvitation) {
      const more = this.#at(`agenda/${id}`).getByRole('button', { name: /^Mehr zu TOP/ })
      await more.click()
      await this.#at(`agenda/${id}/onInvitation`).check()
      await page.keyboard.press('Escape')
    }
    await this.text(`agenda/${id}/body`, proseNodes(item.body ?? []))
  }

  async decision(decision: List<'decisions'>): Promise<string> {
    const page = this.#page
    const id = await addDecision(page, this.#id(decision.agendaItemId ?? ''))
    this.ids.set(decision.id, id)
    await this.text(`decisions/${id}/wording`, proseNodes(decision.wording ?? []))
    const article = this.#at(`decisions/${id}`)
    if (decision.subject) {
      await article.getByRole('button', { name: /^Mehr zum Antrag/ }).click()
      await enterInSlip(this.#at(`decisions/${id}/subject`), decision.subject)
      await page.keyboard.press('Escape')
    }
    if (decision.dissentNote) {
      await article.getByRole('button', { name: /^Mehr zum Antrag/ }).click()
      await article.getByRole('button', { name: 'Abweichende Meinung festhalten' }).click()
      await this.text(`decisions/${id}/dissentNote`, proseNodes(decision.dissentNote))
    }
    return id
  }

  async election(election: List<'elections'>): Promise<{ id: string; candidate: string }> {
    const id = await addElection(this.#page, this.#id(election.agendaItemId ?? ''))
    this.ids.set(election.id, id)
    await enter(this.#at(`elections/${id}/office`), election.office ?? '')
    const [candidate] = election.candidates ?? []
    const line = this.#at(`elections/${id}`).locator('li[data-path]').first()
    const own = (await line.getAttribute('data-path'))?.split('/')[3] ?? ''
    const path = `elections/${id}/candidates/${own}`
    this.ids.set(candidate?.id ?? '', own)
    if (candidate?.person) await choose(this.#at(`${path}/person`), this.#id(candidate.person))
    if (candidate?.accepted) await choose(this.#at(`${path}/accepted`), 'yes')
    return { id, candidate: path }
  }

  count(path: string, votes: Parameters<typeof count>[2]): Promise<void> {
    return count(this.#page, path, votes)
  }

  async task(task: List<'tasks'>): Promise<void> {
    const page = this.#page
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    const what = page.locator('#tasks textarea:focus')
    const id = await idOf(what)
    this.ids.set(task.id, id)
    await enter(what, task.what ?? '')
    await this.people(`tasks/${id}/who`, task.who ?? [])
    if (task.due) await enter(this.#at(`tasks/${id}/due`), task.due)
  }

  /** Ticks people in their slip and closes it. */
  async people(path: string, ids: readonly string[]): Promise<void> {
    const field = this.#at(path)
    await field.click()
    for (const id of ids) {
      const label = this.#names.get(id) ?? id
      await field.locator('xpath=..').getByLabel(label, { exact: true }).check()
    }
    await this.#page.keyboard.press('Escape')
  }

  /** Adds an entry to a list of the special fields and answers with its path. */
  async entry(list: string, button: string): Promise<string> {
    const entries = this.#at(list).locator('li[data-path]')
    const before = await entries.count()
    await this.#at(list).getByRole('button', { name: button, exact: true }).click()
    await expect(entries).toHaveCount(before + 1)
    return (await entries.last().getAttribute('data-path')) ?? ''
  }

  set(path: string, value: string): Promise<void> {
    return enter(this.#at(path), value)
  }
  choose(path: string, value: string): Promise<void> {
    return choose(this.#at(path), value)
  }

  /** Paragraphs and lists, typed: a list begins with its word above the text. */
  async text(path: string, nodes: readonly ProseNode[]): Promise<void> {
    if (nodes.length === 0) return
    const page = this.#page
    const text = await editorAt(page, path)
    await text.getByRole('textbox').click()
    const { keyboard } = page
    let isFirst = true
    for (const node of nodes) {
      if (!isFirst) await keyboard.press('Enter')
      isFirst = false
      if (node.type !== 'orderedList' && node.type !== 'bulletList') {
        await keyboard.insertText(paragraphTexts([node]).join(' '))
        continue
      }
      const word = node.type === 'orderedList' ? 'Nummern' : 'Liste'
      await page.getByRole('toolbar').getByRole('button', { name: word, exact: true }).click()
      for (const [index, line] of paragraphTexts([node]).entries()) {
        if (index > 0) await keyboard.press('Enter')
        await keyboard.insertText(line)
      }
    }
    await text.getByRole('textbox').blur()
  }

  #at(path: string): Locator {
    return place(this.#page, path)
  }
  #id(id: string): string {
    return this.ids.get(id) ?? id
  }
}

const idOf = async (field: Locator): Promise<string> =>
  (await field.getAttribute('data-path'))?.split('/')[1] ?? ''
