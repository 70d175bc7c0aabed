import { expect, type Locator, type Page } from '@playwright/test'
import { z } from 'zod'
import { nameOf } from '#server/demo/cast.ts'
import { votesSchema } from '#shared/kinds/minutes/schema.ts'
import type { TimelineOp } from '#test/support/timeline.ts'
import { actLive } from './live.ts'
import {
  addDecision,
  choose,
  count,
  editorAt,
  enter,
  enterInSlip,
  fillVotes,
  selectWords,
  wordsOf,
} from './writing.ts'

/**
 * Plays ops of `a.timeline` (scenarios.md a.2) the way a person does: with mouse and keyboard, on what the page shows.
 * Things that the page gave other ids than the fixture are remembered in `ids` (fixture → page), paragraphs by
 * the text with which they began.
 */
export class Play {
  readonly ids = new Map<string, string>()
  readonly #paragraphs = new Map<string, string>()

  async do(page: Page, op: TimelineOp): Promise<void> {
    const [root = '', id = '', field = '', paragraph] = op.path.split('/')
    if (root === 'meeting') return closeMeeting(page)
    if (root === 'live') return this.#speakers(page, op)
    if (root === 'quorum') return ascertainQuorum(page)
    if (op.op === 'freeze' || op.op.startsWith('confirmTally')) return this.#confirm(page, id, op)
    if (op.op === 'move') return this.#move(page, id, op)
    if (field === 'earlyWarnings') return this.#addWarning(page, op)
    if (field === 'body') return this.#write(page, id, paragraph, op)
    if (root === 'attendance' && op.op === 'add') return this.#addRows(page, op)
    if (field === 'intervals') return this.#interval(page, id, op)
    if (root === 'tasks') return this.#addTask(page, op)
    if (root === 'attachments') return this.#addAttachment(page, op)
    if (root === 'decisions') return this.#decide(page, id, field, op)
    if (op.op === 'set') return this.#set(page, op)
    throw new Error(`No way to play ${op.id}`)
  }

  /** The id that the page uses for a thing of the fixture. */
  #idOf(id: string): string {
    return this.ids.get(id) ?? id
  }

  async #addRows(page: Page, op: TimelineOp): Promise<void> {
    for (const row of rowsSchema.parse(Array.isArray(op.value) ? op.value : [op.value])) {
      await (row.name === undefined ? this.#addMember(page, row) : this.#addGuest(page, row, row.name))
    }
  }

  async #addMember(page: Page, row: Row): Promise<void> {
    const { person } = row
    const section = page.locator('#attendance')
    // by key: whoever came before makes the quorum, and its line moves this list while a mouse would be on its way
    await section.getByRole('button', { name: 'Person eintragen', exact: true }).press('Enter')
    await section.getByRole('button', { name: new RegExp(`^${nameOf(person)}`) }).press('Enter')
    await page.keyboard.press('Escape')
    await choose(at(page, `attendance/${person}/status`), row.status)
    await choose(at(page, `attendance/${person}/voting`), row.voting)
    if (row.from === null) return
    await at(page, `attendance/${person}/intervals`)
      .getByRole('button', { name: new RegExp(`seit ${row.from}`) })
      .click()
  }

  async #addGuest(page: Page, row: Row, name: string): Promise<void> {
    const section = page.locator('#attendance')
    const before = await rowPaths(page)
    await section.getByRole('button', { name: 'Person eintragen', exact: true }).click()
    await section.getByLabel('Gast, mit Namen').fill(name)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await rowPaths(page)).length).toBe(before.length + 1)
    await page.keyboard.press('Escape')
    const added = (await rowPaths(page)).find(path => !before.includes(path))
    this.ids.set(row.person, added?.split('/')[1] ?? '')
    const id = this.#idOf(row.person)
    await choose(at(page, `attendance/${id}/status`), row.status)
    await choose(at(page, `attendance/${id}/voting`), row.voting)
  }

  /** „jetzt gekommen“ and „jetzt gegangen“, and the time mended where the clock says another one. */
  async #interval(page: Page, person: string, op: TimelineOp): Promise<void> {
    const id = this.#idOf(person)
    const times = at(page, `attendance/${id}/intervals`)
    const time = z.string().parse(op.value)
    const word = op.op === 'open' ? /jetzt gekommen/ : /jetzt gegangen/
    await times.getByRole('button', { name: word }).click()
    const side = op.op === 'open' ? 'from' : 'to'
    const input = times.locator(`[data-path$="/${side}"]`).last()
    await expect(input).not.toHaveValue('')
    if ((await input.inputValue()) !== time) await enter(input, time)
  }

  async #set(page: Page, op: TimelineOp): Promise<void> {
    const path = op.path
      .split('/')
      .map(part => this.#idOf(part))
      .join('/')
    if (path === 'header/breaks') return addBreak(page, breakSchema.parse(op.value))
    if (path === 'formalia/agendaApproved') return at(page, path).check()
    if (path === 'header/nextMeeting') {
      const next = nextMeetingSchema.parse(op.value)
      await enter(at(page, `${path}/date`), next.date)
      await enter(at(page, `${path}/start`), next.start)
      return enter(at(page, `${path}/place`), next.place)
    }
    const control = at(page, path)
    const value = z.string().parse(op.value)
    const tag = await control.evaluate(element => element.tagName)
    return tag === 'SELECT' ? choose(control, value) : enter(control, value)
  }

  async #addWarning(page: Page, op: TimelineOp): Promise<void> {
    const { id, signal } = warningSchema.parse(op.value)
    const group = at(page, op.path)
    await group.getByRole('button', { name: /Frühwarnsignal/ }).click()
    const field = group.locator('textarea').last()
    await enter(field, signal)
    this.ids.set(id, (await pathOf(field)).split('/')[3] ?? '')
  }

  async #addTask(page: Page, op: TimelineOp): Promise<void> {
    const task = taskSchema.parse(op.value)
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    const what = page.locator('#tasks textarea:focus')
    const id = (await pathOf(what)).split('/')[1] ?? ''
    this.ids.set(task.id, id)
    await enter(what, task.what)
    await at(page, `tasks/${id}/who`).click()
    for (const person of task.who) await at(page, `tasks/${id}`).getByLabel(nameOf(person)).check()
    await page.keyboard.press('Escape')
    await enter(at(page, `tasks/${id}/due`), task.due)
    await choose(at(page, `tasks/${id}/agendaItemId`), task.agendaItemId)
  }

  /** A new motion, its wording, or a count of its votes under the writer's own name. */
  async #decide(page: Page, id: string, field: string, op: TimelineOp): Promise<void> {
    if (op.op === 'add') {
      const decision = newDecisionSchema.parse(op.value)
      const added = await addDecision(page, decision.agendaItemId)
      this.ids.set(decision.id, added)
      await choose(at(page, `decisions/${added}/movedBy`), decision.movedBy)
      await choose(at(page, `decisions/${added}/voteMethod`), decision.voteMethod)
      return choose(at(page, `decisions/${added}/rule`), decision.rule)
    }
    const path = `decisions/${this.#idOf(id)}/${field}`
    if (field === 'tallyProposals') return count(page, path, votesSchema.parse(op.value))
    const wording = await editorAt(page, path)
    if (op.op === 'insert') {
      await caretAtVeryEnd(page, wording)
      return page.keyboard.insertText(z.string().parse(op.value))
    }
    const text = op.op === 'rewrite' ? await wordsOf(wording) : z.string().parse(op.from)
    await selectWords(page, wording, text)
    return page.keyboard.insertText(z.string().parse(op.op === 'rewrite' ? op.value : op.to))
  }

  /** The speaker list has no place on the sheet: it is entered where the meeting is held. */
  async #speakers(page: Page, op: TimelineOp): Promise<void> {
    for (const { person } of z.array(z.object({ person: z.string() })).parse(op.value))
      await actLive(page, { type: 'ask', kind: 'wortmeldung', person })
  }

  /** What the chair confirms: the steps show what was counted, and what holds is entered. */
  async #confirm(page: Page, id: string, op: TimelineOp): Promise<void> {
    const commands = at(page, `decisions/${this.#idOf(id)}/commands`)
    await commands.scrollIntoViewIfNeeded()
    if (op.op === 'freeze') {
      await commands.getByRole('button', { name: /^Wortlaut festhalten/ }).click()
      return commands
        .getByRole('group', { name: /^Wortlaut festhalten/ })
        .getByRole('button', { name: 'Wortlaut festhalten', exact: true })
        .click()
    }
    await commands.getByRole('button', { name: /^Ergebnis bestätigen/ }).click()
    await fillVotes(commands, votesSchema.parse(op.value))
    const does =
      op.op === 'confirmTally' ? 'Nur das Ergebnis bestätigen' : 'Bestätigen und Wortlaut festhalten'
    await commands.getByRole('button', { name: does, exact: true }).click()
  }

  async #addAttachment(page: Page, op: TimelineOp): Promise<void> {
    const attachment = attachmentSchema.parse(op.value)
    await page.locator('#attachments').getByRole('button', { name: 'Anlage hinzufügen' }).click()
    const title = page.locator('#attachments textarea:focus')
    const id = (await pathOf(title)).split('/')[1] ?? ''
    this.ids.set(attachment.id, id)
    await enter(title, attachment.title)
    const path = `attachments/${id}`
    await choose(at(page, `${path}/confidentiality`), attachment.confidentiality)
    await at(page, path)
      .getByRole('button', { name: /^Mehr zur Anlage/ })
      .click()
    await enterInSlip(at(page, `${path}/file`), attachment.file)
    await page.keyboard.press('Escape')
    await expect(at(page, `${path}/no`)).toHaveValue(String(attachment.no))
  }

  /** By keyboard on the focused entry of the outline, or by dragging its handle. */
  async #move(page: Page, id: string, op: TimelineOp): Promise<void> {
    const outline = page.getByRole('navigation', { name: 'Tagesordnung' })
    const entry = outline.locator(`a[href="#agenda-${id}"]`)
    const steps = (await placeOf(outline, id)) - (await placeOf(outline, op.before ?? ''))
    await entry.focus()
    if (steps > 0) for (let step = 0; step < steps; step++) await page.keyboard.press('Alt+ArrowUp')
    else for (let step = steps + 1; step < 0; step++) await page.keyboard.press('Alt+ArrowDown')
    await expect(entry).toBeFocused()
  }

  async #write(page: Page, item: string, paragraph: string | undefined, op: TimelineOp): Promise<void> {
    const body = at(page, `agenda/${item}/body`)
    await body.scrollIntoViewIfNeeded()
    // near the viewport the plain page becomes an editor
    await body.locator('.ProseMirror').waitFor()
    switch (op.op) {
      case 'insertNode': {
        const { id, text } = paragraphSchema.parse(op.value)
        const isFirst = (await body.getByRole('textbox').innerText()).trim() === ''
        if (op.afterNode !== undefined) await this.#caretAtEnd(page, body, op.afterNode)
        else await caretAtVeryEnd(page, body)
        if (!isFirst) await page.keyboard.press('Enter')
        await page.keyboard.insertText(text)
        this.#paragraphs.set(id, text.slice(0, 30))
        return
      }
      case 'insert': {
        await this.#caretAtEnd(page, body, paragraph ?? '')
        return page.keyboard.type(z.string().parse(op.value))
      }
      case 'deleteRange': {
        await this.#select(page, body, paragraph ?? '')
        await page.keyboard.press('Delete')
        this.#paragraphs.set(paragraph ?? '', '')
        return
      }
      default: {
        const text = this.#paragraphs.get(paragraph ?? '')
        if (text !== '') {
          await this.#select(page, body, paragraph ?? '')
          await page.keyboard.press('Delete')
        } else {
          await this.#paragraph(body, paragraph ?? '').click()
        }
        return page.keyboard.press('Backspace')
      }
    }
  }

  #paragraph(body: Locator, paragraph: string): Locator {
    const text = this.#paragraphs.get(paragraph) ?? ''
    return text === ''
      ? body.locator('.ProseMirror > p').filter({ hasText: /^$/ })
      : body.locator('p').filter({ hasText: text })
  }

  async #caretAtEnd(page: Page, body: Locator, paragraph: string): Promise<void> {
    const block = this.#paragraph(body, paragraph)
    const box = await block.boundingBox()
    if (!box) throw new Error('The paragraph is not to be seen')
    await block.click({ position: { x: box.width - 2, y: box.height - 6 } })
    await page.keyboard.press('End')
  }

  async #select(page: Page, body: Locator, paragraph: string): Promise<void> {
    await this.#paragraph(body, paragraph).click({ clickCount: 3 })
    await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).not.toBe('')
  }
}

const rowsSchema = z.array(
  z.object({
    person: z.string(),
    name: z.string().optional(),
    status: z.string(),
    voting: z.string(),
    from: z.string().nullable(),
  }),
)
type Row = z.infer<typeof rowsSchema>[number]
const breakSchema = z.array(z.object({ from: z.string(), to: z.string() })).length(1)
const nextMeetingSchema = z.object({ date: z.string(), start: z.string(), place: z.string() })
const warningSchema = z.object({ id: z.string(), signal: z.string() })
const paragraphSchema = z.object({ id: z.string(), text: z.string() })
const taskSchema = z.object({
  id: z.string(),
  what: z.string(),
  who: z.array(z.string()),
  due: z.string(),
  agendaItemId: z.string(),
})

const newDecisionSchema = z.object({
  id: z.string(),
  agendaItemId: z.string(),
  movedBy: z.string(),
  voteMethod: z.string(),
  rule: z.string(),
  wording: z.literal(''),
})
const attachmentSchema = z.object({
  id: z.string(),
  no: z.int(),
  title: z.string(),
  file: z.string(),
  confidentiality: z.string(),
})

const at = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`)
const pathOf = async (field: Locator): Promise<string> => (await field.getAttribute('data-path')) ?? ''
const rowPaths = (page: Page): Promise<string[]> =>
  page
    .locator('#attendance tr[data-path]')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-path') ?? ''))

async function addBreak(page: Page, [entry]: z.infer<typeof breakSchema>): Promise<void> {
  const breaks = at(page, 'header/breaks')
  await breaks.getByRole('button').click()
  await enter(breaks.locator('[data-path$="/from"]').last(), entry?.from ?? '')
  await enter(breaks.locator('[data-path$="/to"]').last(), entry?.to ?? '')
}

async function closeMeeting(page: Page): Promise<void> {
  await at(page, 'ways').getByRole('button', { name: 'Sitzung schließen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jetzt schließen' }).click()
}

async function ascertainQuorum(page: Page): Promise<void> {
  await at(page, 'quorum/commands').getByRole('button', { name: 'Beschlussfähigkeit feststellen' }).click()
}

async function placeOf(outline: Locator, id: string): Promise<number> {
  const entries = await outline
    .locator('a[href^="#agenda-"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href')))
  return entries.indexOf(`#agenda-${id}`)
}

async function caretAtVeryEnd(page: Page, body: Locator): Promise<void> {
  await body.getByRole('textbox').click()
  await page.keyboard.press('Control+End')
}
