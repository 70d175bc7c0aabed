import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { groupFixture } from '#server/demo/group.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import { documentIdSchema } from '#shared/ids.ts'
import type { GroupRecordDraft } from '#shared/kinds/groupRecord/schema.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import { masters } from '#shared/kinds/starterKit/masters/masters.ts'
import type { StarterKitDraft } from '#shared/kinds/starterKit/schema.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { currentHandshake, openCollabClient } from '#test/support/collabClient.ts'
import { slotAsFixture } from '#test/support/groupFixture.ts'
import { keptOnDevice, wordsOnDevice } from './support/device.ts'
import {
  at,
  beginKit,
  enterHouse,
  linkTo,
  projectedAs,
  readItem,
  referenceDocument,
  saved,
  write,
} from './support/kit.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { choose } from './support/writing.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

const idOf = (link: string): string => /[0-9a-f-]{36}/.exec(link)?.[0] ?? ''

test('a kit is begun, its facts are entered on a phone, and all 32 sheets show them', async ({ browser }) => {
  test.setTimeout(120_000)
  const wide = await enterHouse(browser, server, 'u.bernd')
  const kitId = await beginKit(wide, server)
  await expect(wide.getByRole('listitem').filter({ hasText: /^SP-\d\d/ })).toHaveCount(32)
  const links = new Map<string, string>()
  for (const { code } of masters) links.set(code, `${server.url}${await linkTo(wide, code)}`)
  const record = (await wide.getByRole('link', { name: 'Alle Angaben' }).getAttribute('href')) ?? ''

  // C1: SP-07 as it comes with the kit
  await at(wide, 'items/SP-07').getByRole('link').click()
  await at(wide, 'blocks/b12').scrollIntoViewIfNeeded()
  expect(await readItem(wide, 'named')).toBe(await referenceDocument('C1'))
  await expect(at(wide, 'blocks/b12/body')).toContainText('Telefon der Gruppe fehlt noch')

  const narrow = await enterHouse(browser, server, 'u.km', phone)
  await narrow.goto(`${server.url}${record}`)
  await enterFacts(narrow)
  // live on the other screen, which nobody touched
  const { mergeFields } = groupFixture
  await expect(at(wide, 'blocks/b12/body')).toContainText(`${mergeFields['gruppe.wochentag.adverb']} von`)
  await expect(at(wide, 'blocks/b12/body')).toContainText('069 90009-214')
  await saved(narrow)
  const value = await server.project<GroupRecordDraft>(idOf(record))
  expect(value.slots.map(slotAsFixture)).toEqual(groupFixture.meetingSlots)
  expect(value.group).toMatchObject({ openness: 'geschlossen', activeMembers: 5, foundedOn: '2026-05-04' })
  const facts = factsOf(value, { today: '2026-05-04' })
  expect(Object.fromEntries(Object.keys(mergeFields).map(name => [name, facts[name]]))).toEqual(mergeFields)

  // one change more, while a sheet is open, then every sheet of the kit
  await write(narrow, 'slots/slot1/from', '18:15')
  await write(narrow, 'slots/slot1/to', '19:45')
  await expect(at(wide, 'blocks/b12/body')).toContainText('18:15 bis 19:45 Uhr')
  await saved(narrow)
  const meeting = 'montags von 18:15 bis 19:45 Uhr'
  for (const { code, documentKind } of masters) {
    await wide.goto(links.get(code) ?? '')
    const whole = wide.getByRole('main')
    await expect(whole, code).toContainText(meeting)
    await expect(whole, code).not.toContainText('17:30')
    if (documentKind === 'kitItem')
      await expect(wide.getByRole('region', { name: 'Eure Gruppe' }), code).toContainText(meeting)
  }

  // the kit stands on the desk and in the space as one
  await wide.getByRole('link', { name: 'Zurück zum Koffer' }).click()
  await expect(wide.getByRole('heading', { level: 1, name: 'Lichtblick Hohenlichtern' })).toBeVisible()
  await wide.goto(`${server.url}/raum/g.lichtblick`)
  await expect(wide.getByRole('region', { name: 'Starterpakete' }).getByRole('link')).toHaveCount(1)
  await expect(wide.getByRole('link', { name: 'Flyer' })).toHaveCount(0)
  expect((await server.project<StarterKitDraft>(kitId)).items).toHaveLength(32)
})

/** `c.group` as people enter it at the founding, on the sheet of the group. */
async function enterFacts(page: Page): Promise<void> {
  const { mergeFields, meetingSlots, states } = groupFixture
  const fact = (name: string) => mergeFields[name] ?? ''
  const [founding] = states
  const [slot] = meetingSlots
  await write(page, 'group/name', fact('gruppe.name'))
  await choose(at(page, 'group/openness'), founding?.openness ?? '')
  await at(page, 'group/foundedOn').fill(founding?.on ?? '')
  await write(page, 'group/founderCount', String(founding?.members))
  await write(page, 'group/activeMembers', String(founding?.members))
  await choose(at(page, 'slots/slot1/weekday'), slot?.weekday ?? '')
  await write(page, 'slots/slot1/from', slot?.from ?? '')
  await write(page, 'slots/slot1/to', slot?.to ?? '')
  await write(page, 'slots/slot1/place/name', 'Haus am Anger, Raum 1')
  // what the phone proposes is right here
  await page.getByRole('button', { name: 'Übernehmen: im Haus am Anger, Raum 1' }).click()
  await write(page, 'slots/slot1/place/street', 'Am Anger 3')
  await write(page, 'slots/slot1/place/zip', '00456')
  await write(page, 'slots/slot1/place/city', 'Hohenlichtern')
  await page.getByRole('button', { name: 'Treffen hinzufügen' }).click()
  const second = page.getByRole('group', { name: 'Treffen 2' })
  await choose(second.getByRole('combobox', { name: 'Stand' }), 'erwogen')
  await choose(second.getByRole('combobox', { name: 'Form' }), 'online')
  await write(page, 'contact/phone', fact('gruppe.kontakt.telefon'))
  await write(page, 'affiliation/region', fact('region.name'))
  await write(page, 'partners/kontaktstelle/name', fact('partner.kontaktstelle.name'))
}

test('C2 is what the group makes of SP-07', async ({ browser }) => {
  test.setTimeout(90_000)
  const page = await enterHouse(browser, server, 'u.bernd')
  await beginKit(page, server)
  const link = await linkTo(page, 'SP-07')
  const record = (await page.getByRole('link', { name: 'Alle Angaben' }).getAttribute('href')) ?? ''
  await page.goto(`${server.url}${record}`)
  await enterFacts(page)
  await saved(page)
  await page.goto(`${server.url}${link}`)
  await at(page, 'blocks/b01').waitFor()

  // what the group changed (scenarios.md c.4)
  const texts = await blocksOf('C2')
  await write(page, 'header/title', 'Die ersten drei Treffen – Leitfaden der Gruppe Lichtblick Hohenlichtern')
  await rewrite(page, 'b04', texts.get('b04') ?? '')
  await rewrite(page, 'b05', texts.get('b05') ?? '')
  await rewrite(page, 'b09', texts.get('b09') ?? '')
  await leaveOut(page, 'Ein Protokoll in der Gruppe')
  await more(page, 'Vor dem ersten Treffen', 'Eigenen Abschnitt darunter einfügen')
  await expect(page.locator('section[data-path^="blocks/"]').nth(2).locator(':focus')).toHaveCount(1)
  await page.keyboard.type('Unser Raum')
  await page.keyboard.press('Enter')
  const own = await page
    .locator('section[data-path^="blocks/"]')
    .nth(2)
    .evaluate(block => block.getAttribute('data-path')?.split('/')[1] ?? '')
  await at(page, `blocks/${own}/body`).getByRole('textbox').click()
  await page.keyboard.insertText(texts.get('g01') ?? '')
  await at(page, 'header/asOf').fill('2026-07-13')
  await at(page, 'header/asOf').press('Tab')
  await saved(page)

  // a locked block takes no word and offers no removal
  await expect(at(page, 'blocks/b10/body').getByRole('textbox')).toHaveCount(0)
  await at(page, 'blocks/b10')
    .getByRole('button', { name: /^Mehr zu/ })
    .click()
  await expect(at(page, 'blocks/b10').getByRole('button', { name: 'Abschnitt weglassen' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  // the federation's version 1.1 comes as one edit from elsewhere (scenarios.md c.3, c.5)
  await takeOver(page, idOf(link))
  await expect(at(page, 'blocks/b13')).toBeVisible()
  const reads = async () => (await readItem(page)).replace(`[${own}]`, '[g01]')
  await expect.poll(reads).toBe(await referenceDocument('C2'))

  // what was left out can be brought back
  await page.getByRole('button', { name: '„Ein Protokoll in der Gruppe“ zurückholen' }).click()
  await expect(at(page, 'blocks/b06')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(at(page, 'blocks/b06')).toHaveCount(0)
})

/** The text of each block of a reference document. */
async function blocksOf(name: string): Promise<Map<string, string>> {
  const blocks = (await referenceDocument(name)).matchAll(/^\*\*\[([bg]\d\d)[^\]]*\] .*\*\*\n(.*)$/gm)
  return new Map([...blocks].map(([, id = '', text = '']) => [id, text]))
}

/** Puts another text in the place of a block's only paragraph. */
async function rewrite(page: Page, id: string, words: string): Promise<void> {
  await at(page, `blocks/${id}/body`).scrollIntoViewIfNeeded()
  await at(page, `blocks/${id}/body`).getByRole('textbox').click()
  await at(page, `blocks/${id}/body`).locator('.ProseMirror').waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+End')
  await page.keyboard.insertText(words)
  await expect(at(page, `blocks/${id}/body`)).toHaveText(words)
}

async function more(page: Page, title: string, word: string): Promise<void> {
  await page.getByRole('button', { name: `Mehr zu „${title}“` }).click()
  await page.getByRole('button', { name: word, exact: true }).click()
}
const leaveOut = (page: Page, title: string): Promise<void> => more(page, title, 'Abschnitt weglassen')

function ownDoc(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

const changeSchema = z.object({
  changes: z.array(
    z.object({
      block: z.string(),
      op: z.enum(['modify', 'delete', 'insert']),
      after: z.string().optional(),
      title: z.string().optional(),
      text: z.string().optional(),
    }),
  ),
})

/** Writes `c.master11` into the group's copy, but for the blocks that the group has made its own. */
async function takeOver(page: Page, id: string): Promise<void> {
  const cookies = await page.context().cookies()
  const { host } = new URL(server.url)
  const client = openCollabClient({
    url: `ws://${host}${collabPath}`,
    room: { documentId: documentIdSchema.parse(id), generation: 1 },
    person: null,
    token: JSON.stringify({
      ...currentHandshake(7_011_011),
      schemaVersions: { kitItem: kitItem.schemaVersion },
    }),
    doc: ownDoc(7_011_011),
    socketOptions: { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } },
  })
  try {
    await client.settled()
    const handle = kitItem.open(client.doc)
    const blocks = handle.list('blocks')
    handle.transact(() => {
      const own = new Set(['b04', 'b05', 'b06'])
      const { changes } = changeSchema.parse(readFixture('c.master11'))
      for (const { block, op, after, title = '', text = '' } of changes) {
        if (op === 'insert') {
          const ids = blocks.ids()
          const before = ids[ids.indexOf(after ?? '') + 1] ?? null
          blocks.add(block, { title, body: [text], base: { title, texts: [text] } }, { before })
        } else if (op === 'delete') blocks.remove(block)
        else if (!own.has(block)) {
          const entry = blocks.get(block)
          const body = entry?.ensureProse('body')
          body?.delete(0, body.length)
          body?.insert(0, proseElements([text]))
          entry?.set('base', { title: entry.get('title'), texts: [text] })
        }
      }
      const header = handle.record('header')
      header.set('basedOn', {
        item: 'SP-07',
        version: '1.1',
        blocks: blocks.ids().filter(id => id !== 'g01'),
      })
    })
    await client.settled()
  } finally {
    client.close()
  }
}

test('two people write in a kit, a group record and an item at once, one of them offline and back', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const one = await enterHouse(browser, server, 'u.bernd')
  const kit = await beginKit(one, server)
  const item = await linkTo(one, 'SP-07')
  const record = (await one.getByRole('link', { name: 'Alle Angaben' }).getAttribute('href')) ?? ''
  const paths = [`/blatt/${kit}`, record, item]
  const ready = ['items/SP-01/state', 'slots/slot1/weekday', 'blocks/b01/body']
  const two = await enterHouse(browser, server, 'u.km')
  const [mine, yours] = await Promise.all(
    [one, two].map(async first => {
      const pages = [first, await first.context().newPage(), await first.context().newPage()]
      for (const [index, page] of pages.entries()) {
        await page.goto(`${server.url}${paths[index] ?? ''}`)
        await at(page, ready[index] ?? '').waitFor()
        await saved(page)
      }
      return pages
    }),
  )
  const [myKit, myRecord, myItem] = known(mine)
  const [yourKit, yourRecord, yourItem] = known(yours)

  await keptOnDevice(myItem)
  await one.context().setOffline(true)
  await Promise.all([
    (async () => {
      await choose(at(myKit, 'items/SP-01/state'), 'in_arbeit')
      await choose(at(myKit, 'items/SP-08/state'), 'angepasst')
      await write(myRecord, 'slots/slot1/from', '17:30')
      await write(myRecord, 'contact/phone', '069 90009-214')
      await rewrite(
        myItem,
        'b09',
        'Verteilt kleine Aufgaben. Nach zehn Treffen blicken wir gemeinsam zurück.',
      )
      await leaveOut(myItem, 'Eine Chatgruppe')
    })(),
    (async () => {
      await choose(at(yourKit, 'items/SP-01/state'), 'verwendet')
      await choose(at(yourKit, 'items/SP-10/state'), 'nicht_benoetigt')
      await choose(at(yourRecord, 'slots/slot1/weekday'), 'MO')
      await write(yourRecord, 'slots/slot1/to', '19:00')
      await rewrite(yourItem, 'b04', 'Bei uns geht ein Kieselstein herum: Wer ihn hält, hat das Wort.')
      await more(yourItem, 'Gruppenregeln', 'Nach oben')
      await yourItem.keyboard.press('Escape')
      for (const page of yours ?? []) await saved(page)
    })(),
  ])
  // without a network the facts come from this device, with what was written here meanwhile
  await myItem.reload()
  await expect(myItem.getByRole('region', { name: 'Eure Gruppe' })).toContainText('069 90009-214')
  await one.context().setOffline(false)
  for (const page of [...(mine ?? []), ...(yours ?? [])]) await saved(page)
  for (const [index, id] of [kit, idOf(record), idOf(item)].entries()) {
    const [left, right] = [mine?.[index], yours?.[index]]
    if (!left || !right) throw new Error('A page is missing')
    await expect
      .poll(
        async () =>
          JSON.stringify(await projectedAs(left, id)) === JSON.stringify(await projectedAs(right, id)),
      )
      .toBe(true)
    expect(await projectedAs(left, id)).toEqual(await server.project(id))
  }
  const facts = await server.project<GroupRecordDraft>(idOf(record))
  expect(facts.slots[0]).toMatchObject({ weekday: 'MO', from: '17:30', to: '19:00' })
  const items = (await server.project<StarterKitDraft>(kit)).items
  const state = (code: string) => items.find(entry => entry.code === code)?.state
  expect([state('SP-08'), state('SP-10')]).toEqual(['angepasst', 'nicht_benoetigt'])
  expect(['in_arbeit', 'verwendet']).toContain(state('SP-01'))
  const blocks = (await server.project<ReturnType<typeof kitItem.project>['value']>(idOf(item))).blocks
  expect(blocks.map(block => block.id).slice(0, 6)).toEqual(['b01', 'b02', 'b03', 'b05', 'b04', 'b06'])
  expect(blocks.some(block => block.id === 'b07')).toBe(false)
  const textOf = (id: string) => paragraphTexts(blocks.find(block => block.id === id)?.body ?? []).join()
  expect(textOf('b04')).toContain('Kieselstein')
  expect(textOf('b09')).toContain('Nach zehn Treffen')
})

function known(pages: readonly Page[] | undefined): [Page, Page, Page] {
  const [kit, record, item] = pages ?? []
  if (!kit || !record || !item) throw new Error('A page is missing')
  return [kit, record, item]
}

test('the sheets show the group that the kit names, also after another one is chosen there', async ({
  browser,
}) => {
  const one = await enterHouse(browser, server, 'u.bernd')
  const kit = await beginKit(one, server)
  const item = await linkTo(one, 'SP-08')
  const two = await enterHouse(browser, server, 'u.km')
  await two.goto(`${server.url}${item}`)
  const shown = two.getByRole('region', { name: 'Eure Gruppe' })
  await expect(shown).toContainText('Lichtblick Hohenlichtern')
  const windlicht = await createIn(one, 'g.lichtblick', 'groupRecord', 'Windlicht Auenstedt')
  await one.reload()
  await choose(one.getByRole('combobox', { name: 'Angaben aus' }), { label: 'Windlicht Auenstedt' })
  // live on the other screen, which nobody touched; the sheet itself names no group
  await expect(shown).toContainText('Windlicht Auenstedt')
  await saved(one)
  await two.reload()
  await expect(two.getByRole('combobox', { name: 'Angaben aus' })).toHaveValue('')
  await expect(two.getByRole('combobox', { name: 'Angaben aus' })).toContainText('wie im Koffer')
  await expect(shown).toContainText('Windlicht Auenstedt')
  // without a network, too: kit and group lie on this device
  await keptOnDevice(two)
  // the kit's choice, and the record it names
  await wordsOnDevice(two, windlicht)
  await wordsOnDevice(two, 'Windlicht Auenstedt')
  await two.context().setOffline(true)
  await two.reload()
  await expect(shown).toContainText('Windlicht Auenstedt')
  await two.context().setOffline(false)
  expect((await server.project<StarterKitDraft>(kit)).groupRecordId).not.toBeNull()
})

test('[SK04] what is checked on the sheet counts as checked in the kit, at once on both screens', async ({
  browser,
}) => {
  const one = await enterHouse(browser, server, 'u.bernd')
  const kit = await beginKit(one, server)
  const two = await enterHouse(browser, server, 'u.km')
  await two.goto(`${server.url}/blatt/${kit}`)
  const warning = 'SP-26 wird verwendet, muss aber erst fachlich geprüft werden.'
  await choose(at(one, 'items/SP-26/state'), 'verwendet')
  for (const page of [one, two]) {
    await page.locator('summary').filter({ hasText: 'ansehen' }).click()
    await expect(page.getByText(warning)).toBeVisible()
  }
  await at(one, 'items/SP-26').getByRole('link').click()
  await write(one, 'header/review/by', 'Dr. Ilse Rabenau')
  await expect(two.getByText(warning)).toBeVisible()
  await at(one, 'header/review/on').fill('2026-05-04')
  await expect(two.getByText(warning)).toHaveCount(0)
  await expect(at(two, 'items/SP-26')).toContainText('ärztlich geprüft am 4. Mai 2026')
  await one.getByRole('link', { name: 'Zurück zum Koffer' }).click()
  await expect(at(one, 'items/SP-26')).toContainText('ärztlich geprüft am 4. Mai 2026')
  await expect(one.getByText(warning)).toHaveCount(0)
  await expect(at(one, 'items/SP-25')).toContainText('muss ärztlich geprüft werden')
})

test('axe finds nothing in kit, group record and sheets; the case is worked with keys alone', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const page = await enterHouse(browser, server, 'u.bernd', {
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  const kit = await beginKit(page, server)
  const paths = [`/blatt/${kit}`, await linkTo(page, 'SP-26')]
  paths.push((await page.getByRole('link', { name: 'Alle Angaben' }).getAttribute('href')) ?? '')

  // by keys: find a sheet, change its state, open it, go back
  await at(page, 'find').focus()
  await page.keyboard.type('flyer')
  await expect(page.getByRole('status').filter({ hasText: '2 Blätter gefunden' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(at(page, 'items/SP-10').getByRole('link')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('verw')
  await expect(at(page, 'items/SP-10/state')).toHaveValue('verwendet')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'SP-10 Flyer' })).toBeAttached()
  await page.getByRole('link', { name: 'Zurück zum Koffer' }).focus()
  await page.keyboard.press('Enter')
  await at(page, 'bays').waitFor()

  for (const path of paths) {
    await page.goto(`${server.url}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await saved(page)
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
      expect(found, `${path} ${width} ${colorScheme}`).toEqual([])
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await page.evaluate(overflow)).toBe(0)
    }
  }
})

function createIn(page: Page, spaceId: string, kind: string, title: string): Promise<string> {
  return page.evaluate(
    async ([spaceId, kind, title, id]) => {
      const input = { json: { id, kind, title, spaceId } }
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(input)
      const answer = await fetch('/api/rpc/documents/create', { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`Answered with ${answer.status}`)
      return id
    },
    [spaceId, kind, title, randomUUID()] as const,
  )
}

test('a sheet says that nothing is known of the group, and asks which one where there are several', async ({
  browser,
}) => {
  const page = await enterHouse(browser, server, 'u.ma')
  const create = (kind: string, title: string) => createIn(page, 'g.aufwind', kind, title)
  const item = await create('kitItem', 'Aushang im Treppenhaus')
  await page.goto(`${server.url}/blatt/${item}`)
  await expect(page.getByText('Noch keine Angaben zur Gruppe.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Eure Gruppe' })).toContainText('Name der Gruppe fehlt noch')
  await page.getByRole('button', { name: 'Gruppe anlegen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aufwind Lindenfurt' })).toBeAttached()

  await page.goto(`${server.url}/blatt/${item}`)
  await expect(page.getByRole('link', { name: 'Angaben aus: Aufwind Lindenfurt' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Eure Gruppe' })).toContainText('Aufwind Lindenfurt')

  await create('groupRecord', 'Windlicht Auenstedt')
  await page.reload()
  await expect(page.getByText('Wählt, aus welcher Gruppe die Angaben kommen.')).toBeVisible()
  await choose(page.getByRole('combobox', { name: 'Angaben aus' }), { label: 'Windlicht Auenstedt' })
  await expect(page.getByRole('region', { name: 'Eure Gruppe' })).toContainText('Windlicht Auenstedt')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Eure Gruppe' })).toContainText('Name der Gruppe fehlt noch')
})
