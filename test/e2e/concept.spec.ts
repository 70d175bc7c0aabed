import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { nameOf } from '#server/demo/cast.ts'
import {
  conceptFixture,
  contentOfC4,
  contentOfC5,
  documentProse,
  documentSections,
  measuresOfC5,
} from '#server/demo/concepts.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import type { SectionName } from '#shared/kinds/concept/sections.ts'
import { writeCents, writeDecimal } from '#shared/rules/money.ts'
import { asConceptFixture } from '#test/support/conceptFixture.ts'
import { signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { choose } from './support/writing.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('C5 is written by two people at once, one of them for a while without a connection', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const bernd = await person(browser, 'u.bernd')
  const karin = await person(browser, 'u.km')
  const id = await begin(bernd, conceptFixture.title)
  await karin.goto(`${server.url}/blatt/${id}`)
  await at(karin, 'sections/summary/body').waitFor()

  await Promise.all([
    (async () => {
      await writeGoals(bernd)
      await writeMilestones(bernd)
    })(),
    (async () => {
      await writeCover(karin)
      await writePartners(karin)
    })(),
  ])
  await karin.context().setOffline(true)
  await Promise.all([writeProse(karin, 'C5'), writeMeasures(bernd).then(() => writeBudget(bernd))])
  await expect(karin.locator('[data-save]')).toHaveText(/auf diesem Gerät/)
  await karin.context().setOffline(false)
  for (const page of [bernd, karin]) await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)
  const value = await allEqual(id, [bernd, karin])

  const { fixture: _, docId: __, ...expected } = conceptFixture
  expect(asConceptFixture(value)).toEqual(expected)
  const content = contentOfC5()
  expect(value.cover).toMatchObject(content.cover ?? {})
  expect(value.partnership).toEqual(content.partnership)
  expect(value.measures.map(({ what, from, to }) => ({ what, from, to }))).toEqual(
    measuresOfC5.map(({ what, from, to }) => ({ what, from, to })),
  )
  expectProse(value, 'C5')
  expectTables(value)
  // no rule has anything to say, and the sentence below the tables says that they meet
  await expect(bernd.getByText(/Stellen? ansehen/)).toHaveCount(0)
  await expect(bernd.locator('[data-budget-sentence]')).toHaveText(
    /gleich: 2\.444,00\s€\. Nach § 20h beantragt werden 1\.900,00\s€ von 2\.324,00\s€/,
  )

  // the same after the server has been killed, and clean for assistive technology, wide and narrow
  await server.kill()
  await server.restart()
  expect(await server.project<ConceptDraft>(id)).toEqual(value)
  await expectNothingFound(bernd)
  await bernd.setViewportSize({ width: 360, height: 780 })
  await bernd.emulateMedia({ colorScheme: 'dark' })
  await expectNothingFound(bernd)
  expect(await bernd.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('C4 is written as a mini concept; another variant shows other sections and loses nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await person(browser, 'u.bernd')
  const content = contentOfC4()
  const id = await begin(page, content.cover?.title ?? '')
  await choose(at(page, 'cover/conceptKind'), 'kleinstkonzept')
  await at(page, 'sections/whoWeAre/body').waitFor()
  await enter(at(page, 'cover/readers'), content.cover?.readers ?? '')
  await enter(at(page, 'cover/asOf'), 'Juli 2026')
  await enter(at(page, 'cover/version'), '1.0')
  await writeProse(page, 'C4')
  await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)
  const value = await allEqual(id, [page])
  expect(value.cover).toMatchObject(content.cover ?? {})
  expectProse(value, 'C4')

  await choose(at(page, 'cover/conceptKind'), 'webkonzept')
  await at(page, 'sections/pagePlan/body').waitFor()
  await expect(at(page, 'sections/whoWeAre/body')).toHaveCount(0)
  await page.getByRole('button', { name: 'Datenschutz einplanen' }).click()
  await expect(page.getByText('Im Seitenplan fehlt: Datenschutz.')).toHaveCount(0)
  await expect(page.getByText('Im Seitenplan fehlt: Impressum.').first()).toBeVisible()
  for (let steps = 0; steps < 2; steps++)
    await page.getByRole('button', { name: 'Rückgängig' }).first().click()
  await expect(at(page, 'sections/stance/title')).toHaveValue('Unsere Haltung')
  expectProse(await allEqual(id, [page]), 'C4')
})

test('money is refused where it could mean two things, the amount follows, the funding check explains', async ({
  browser,
}) => {
  const page = await person(browser, 'u.bernd')
  const id = await begin(page, 'Kosten und Förderung')
  await page.getByRole('button', { name: 'Ausgabe hinzufügen' }).click()
  await page.keyboard.type('Raum')
  const path = await rowOfFocus(page)
  await enter(at(page, `${path}/qty`), '2,5')
  await at(page, `${path}/unitCents`).fill('1,234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/Tausenderpunkt oder ein Komma/)
  await enter(at(page, `${path}/unitCents`), '1.234,50')
  await expect(at(page, `${path}/amountCents`)).toHaveValue('3.086,25')
  await enter(at(page, `${path}/amountCents`), '3000')
  await expect(
    page.getByText(/3\.000,00\s€ steht da, Menge mal Preis ergibt 3\.086,25/).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: /Ausgabe 1: 3\.086,25/ }).click()
  await expect(at(page, `${path}/amountCents`)).toHaveValue('3.086,25')
  await page.getByRole('button', { name: 'Rückgängig' }).first().click()
  await expect(at(page, `${path}/amountCents`)).toHaveValue('3.000,00')

  await page.getByText('Passt die Gruppe zur Förderung?').click()
  const answer = page.locator('[data-funding]')
  await enter(at(page, 'groupState/foundedOn'), '2026-05-04')
  await enter(at(page, 'groupState/on'), '2026-05-04')
  await enter(at(page, 'groupState/members'), '5')
  await choose(at(page, 'groupState/openness'), 'geschlossen')
  await choose(at(page, 'groupState/foundingMeetingMinuted'), 'yes')
  await choose(at(page, 'groupState/publiclyAnnounced'), 'no')
  await choose(at(page, 'groupState/ownAccount'), 'no')
  await choose(at(page, 'groupState/professionalLead'), 'no')
  await expect(answer.getByRole('listitem')).toHaveText([
    'Mitglieder: 5 von 6',
    /^Offenheit/,
    /^eine öffentliche Bekanntmachung/,
    /^ein eigenes Konto/,
    'Monate seit der Gründung: 0 von 3',
  ])
  await enter(at(page, 'groupState/on'), '2026-08-04')
  await enter(at(page, 'groupState/members'), '7')
  await choose(at(page, 'groupState/openness'), 'offen_mit_vorgespraech')
  await choose(at(page, 'groupState/publiclyAnnounced'), 'yes')
  await choose(at(page, 'groupState/ownAccount'), 'yes')
  await expect(answer).toHaveText(/passt alles.*bis zum 31\.\s+August 2026/)
  await allEqual(id, [page])
})

/** A browser of their own, signed in. */
async function person(browser: Browser, id: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await signIn(page, server.links[id] ?? '')
  return page
}

/** Begins a concept in the room of the group, as a person does, and answers with its id. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${server.url}/raum/g.lichtblick`)
  await page.getByRole('button', { name: 'Neues Konzept' }).click()
  await page.getByLabel('Wie soll das Konzept heißen?').fill(title)
  await page.keyboard.press('Enter')
  await at(page, 'sections/summary/body').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const at = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`)

/** Types a value over what stands there and leaves the field. */
async function enter(field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.blur()
}

/** The row in which the focus is: „goals/x1“. */
async function rowOfFocus(page: Page): Promise<string> {
  const field = page.locator('[data-row] :focus')
  return (await field.getAttribute('data-path'))?.split('/').slice(0, -1).join('/') ?? ''
}

/** Adds a row by its word and answers with its path; its first field has the focus. */
async function addRow(page: Page, list: string, word: string): Promise<string> {
  const rows = at(page, list).locator('[data-row]')
  const before = await rows.count()
  await at(page, list).getByRole('button', { name: word, exact: true }).click()
  await expect(rows).toHaveCount(before + 1)
  return rowOfFocus(page)
}

async function tick(page: Page, path: string, names: readonly (string | RegExp)[]): Promise<void> {
  await at(page, path).click()
  const slip = at(page, path).locator('xpath=..')
  for (const name of names) await slip.getByLabel(name).check()
  await page.keyboard.press('Escape')
}

async function writeGoals(page: Page): Promise<void> {
  for (const goal of conceptFixture.goals) {
    const path = await addRow(page, 'goals', 'Ziel hinzufügen')
    await page.keyboard.insertText(goal.text)
    await enter(at(page, `${path}/indicator`), goal.indicator)
    await enter(at(page, `${path}/baseline`), writeDecimal(goal.baseline))
    await enter(at(page, `${path}/target`), writeDecimal(goal.target))
    await enter(at(page, `${path}/unit`), goal.unit)
    await enter(at(page, `${path}/due`), goal.due)
  }
}

const goalNames = (ids: readonly string[]) => ids.map(id => new RegExp(`^${id}:`))

async function writeMeasures(page: Page): Promise<void> {
  for (const measure of measuresOfC5) {
    const path = await addRow(page, 'measures', 'Maßnahme hinzufügen')
    await page.keyboard.insertText(measure.what)
    await tick(page, `${path}/goalIds`, goalNames(measure.goalIds))
    await enter(at(page, `${path}/from`), measure.from)
    await enter(at(page, `${path}/to`), measure.to)
  }
}

async function writeMilestones(page: Page): Promise<void> {
  for (const milestone of conceptFixture.milestones) {
    const path = await addRow(page, 'milestones', 'Meilenstein hinzufügen')
    await page.keyboard.insertText(milestone.title)
    await enter(at(page, `${path}/due`), milestone.due)
    await tick(page, `${path}/goalIds`, goalNames(milestone.goals))
    await writeWho(page, `${path}/who`, nameOf(milestone.who))
  }
}

/** A member by a tick, somebody else by name. */
async function writeWho(page: Page, path: string, name: string): Promise<void> {
  await at(page, path).click()
  const slip = at(page, path).locator('xpath=..')
  if ((await slip.getByLabel(name, { exact: true }).count()) > 0)
    await slip.getByLabel(name, { exact: true }).check()
  else {
    await slip.getByLabel('Jemand anderes').fill(name)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
}

/** By keyboard alone once the first row is there: Tab goes on, Enter begins the next row, the amount comes by itself. */
async function writeBudget(page: Page): Promise<void> {
  const { expenses, income, inKind } = conceptFixture.budget
  const next = () => page.keyboard.press('Tab')
  await addRow(page, 'budget/expenses', 'Ausgabe hinzufügen')
  for (const [index, line] of expenses.entries()) {
    await page.keyboard.insertText(line.text)
    await next()
    await choose(page.locator('select:focus'), line.category)
    await next()
    if (!line.eligible) await choose(page.locator('select:focus'), 'no')
    await next()
    await page.keyboard.type(writeDecimal(line.qty))
    await next()
    await page.keyboard.insertText(line.unit)
    await next()
    await page.keyboard.type(writeCents(line.unitCents))
    await next()
    await expect(page.locator('input:focus')).toHaveValue(writeCents(line.amountCents))
    if (index < expenses.length - 1) await page.keyboard.press('Enter')
  }
  await addRow(page, 'budget/income', 'Einnahme hinzufügen')
  for (const [index, line] of income.entries()) {
    await page.keyboard.insertText(line.text)
    await next()
    await choose(page.locator('select:focus'), line.source)
    await next()
    await choose(page.locator('select:focus'), line.status)
    await next()
    await page.keyboard.type(writeCents(line.amountCents))
    if (index < income.length - 1) await page.keyboard.press('Enter')
  }
  for (const line of inKind) {
    const path = await addRow(page, 'budget/inKind', 'Eigenleistung hinzufügen')
    await page.keyboard.insertText(line.text)
    await enter(at(page, `${path}/hours`), writeDecimal(line.hours))
  }
}

async function writeCover(page: Page): Promise<void> {
  await enter(at(page, 'cover/carrier'), contentOfC5().cover?.carrier ?? '')
  await enter(at(page, 'cover/period/from'), conceptFixture.period.from)
  await enter(at(page, 'cover/period/to'), conceptFixture.period.to)
  await enter(at(page, 'cover/version'), '0.9')
  await enter(at(page, 'cover/asOf'), '20.7.2026')
}

const contributionWords = {
  raum: 'Raum',
  fachberatung: 'fachliche Beratung',
  vermittlung: 'Vermittlung',
} as const

async function writePartners(page: Page): Promise<void> {
  for (const partner of conceptFixture.partners) {
    const path = await addRow(page, 'partners', 'Partner hinzufügen')
    await page.keyboard.insertText(nameOf(partner.org))
    const words = partner.contribution.map(one =>
      one in contributionWords ? contributionWords[one as 'raum'] : one,
    )
    await tick(page, `${path}/contribution`, words)
    await choose(at(page, `${path}/commitment`), partner.commitment)
  }
  await page.getByRole('button', { name: /^Satz einsetzen/ }).click()
}

/** Headings where the document has others than the usual ones, and all paragraphs; lists as one types them. */
async function writeProse(page: Page, document: 'C4' | 'C5'): Promise<void> {
  for (const [name, { title, lines }] of documentProse(document)) {
    const heading = at(page, `sections/${name}/title`)
    if ((await heading.getAttribute('placeholder')) !== title) await enter(heading, title)
    if (lines.length === 0) continue
    const body = at(page, `sections/${name}/body`)
    await body.scrollIntoViewIfNeeded()
    await body.locator('.ProseMirror').waitFor()
    await body.getByRole('textbox').click()
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter')
      if (line.startsWith('- ') && index === 0) await page.keyboard.type('- ')
      await page.keyboard.insertText(line.replace(/^- /u, ''))
    }
  }
}

/** Waits until every page shows what the server has, and answers with that. */
async function allEqual(id: string, pages: readonly Page[]): Promise<ConceptDraft> {
  const states = () =>
    Promise.all([server.project<ConceptDraft>(id), ...pages.map(page => shownBy(page, id))])
  await expect
    .poll(async () => new Set((await states()).map(state => JSON.stringify(state))).size, { timeout: 20_000 })
    .toBe(1)
  return server.project<ConceptDraft>(id)
}

const shownBy = (page: Page, document: string): Promise<ConceptDraft> =>
  page.evaluate(id => {
    const { mitschrift } = globalThis as unknown as {
      mitschrift: { project(id: string): { value: unknown } }
    }
    return mitschrift.project(id).value as never
  }, document)

/** Every paragraph and heading of the document's text stands in its section. */
function expectProse(value: ConceptDraft, document: 'C4' | 'C5'): void {
  const names: SectionName[] = []
  for (const [name, { lines }] of documentProse(document)) {
    names.push(name)
    const written = paragraphTexts(value.sections[name].body).filter(text => text !== '')
    expect([name, ...written]).toEqual([name, ...lines.map(line => line.replace(/^- /u, ''))])
  }
  const isList = names.filter(name => value.sections[name].body.some(({ type }) => type === 'bulletList'))
  expect(isList).toEqual(document === 'C4' ? ['wishes'] : [])
}

/** The amounts of the document's two tables, line by line. */
function expectTables(value: ConceptDraft): void {
  const table = documentSections('C5')[7]?.lines ?? []
  const written = table.map(line => / ([\d.]+,\d{2}) \|$/u.exec(line)?.[1]).filter(cell => cell !== undefined)
  const { expenses, income } = value.budget
  expect([...expenses, ...income].map(row => writeCents(row.amountCents ?? 0))).toEqual(written)
}

async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}
