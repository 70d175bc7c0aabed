import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectNothingFound } from './support/axe.ts'
import { act, ask, openWall, present, writes } from './support/meetingScene.ts'
import { join } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

let server: DemoServer
test.beforeEach(async () => {
  server = await startDemo()
  await server.setTime(Date.parse('2026-03-14T11:20:00+01:00'))
})
test.afterEach(() => server.dispose())

/** Every line is at least one twentieth of the picture high (DESIGN, Wand): of 1,080 px. */
const leastLine = 54

/** How large the letters of everything are that can be read, the smallest first. */
const letters = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const sizes: number[] = []
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement
      if (!element || node.textContent?.trim() === '' || element.closest('.sr')) continue
      sizes.push(Number.parseFloat(getComputedStyle(element).fontSize))
    }
    return sizes.toSorted((one, other) => one - other)
  })

/** Nothing reaches beyond the picture, and every line can be read from ten metres. */
async function expectLegible(wall: Page): Promise<void> {
  const sizes = await letters(wall)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes[0]).toBeGreaterThanOrEqual(leastLine)
  const { over, wide } = await wall.evaluate(() => {
    const text = document.querySelector('[data-wall="text"]')
    return {
      over: text === null ? 0 : text.scrollHeight - text.clientHeight,
      wide: document.documentElement.scrollWidth - innerWidth,
    }
  })
  expect([over, wide]).toEqual([0, 0])
}

test('the wall follows the meeting: item, motion, break; a count once it is confirmed', async ({
  browser,
}) => {
  const chair = await join(browser, server, 'u.ma')
  const counter = await join(browser, server, 'u.sk')
  await writes(chair, server, present)
  // a count that is only proposed
  const proposed = { yes: 4, no: 1, abstain: 0, invalid: 0 }
  await writes(counter, server, handle =>
    handle.list('decisions').get('d01')?.owned('tallyProposals').set('u.sk', proposed),
  )
  const wall = await openWall(chair, server)
  await expect(wall.getByText('Die Sitzung hat noch nicht begonnen.')).toBeVisible()
  await expectLegible(wall)

  expect(await act(chair, server, { type: 'start', item: 'top5' })).toBe('done')
  await expect(wall.getByRole('heading')).toHaveText(/^Peer-Informations\u00adveranstaltungen zu Naloxon$/)
  await expect(wall.getByText('TOP\u00a05 von 8')).toBeVisible()
  await expectLegible(wall)

  await act(chair, server, { type: 'goTo', item: 'top1' })
  await act(chair, server, { type: 'show', decision: 'd01' })
  await expect(wall.getByRole('heading', { name: 'TOP\u00a01 · Antrag' })).toBeVisible()
  await expect(wall.getByText('Fassung genehmigt')).toBeVisible()
  await expect(wall.locator('dl')).toHaveCount(0)
  await expectLegible(wall)

  await act(chair, server, { type: 'pause' })
  await expect(wall.getByRole('heading', { name: 'Pause' })).toBeVisible()
  await expect(wall.getByText('seit 11:2')).toBeVisible()
  await expectLegible(wall)
  await act(chair, server, { type: 'resume' })

  const votes = { yes: 3, no: 1, abstain: 1, invalid: 0 }
  const input = { decision: 'd01', votes }
  const command = { documentId: demoMinutesId, commandId: randomUUID(), madeAt: null, input }
  expect(await ask(chair, server, 'minutes/confirmTallyAndFreeze', command)).toBe('done')
  await expect(wall.getByRole('heading', { name: 'TOP\u00a01 · Beschluss' })).toBeVisible()
  await expect(wall.locator('dl')).toContainText('Ja3Nein1Enthaltung1')
  await expect(wall.locator('dl')).toContainText('angenommen')
  await expectLegible(wall)
  for (const colorScheme of ['light', 'dark'] as const) {
    await wall.emulateMedia({ colorScheme })
    await expectNothingFound(wall)
  }
  // nothing to press, and no names
  expect(await wall.locator('main').locator('button, a, input, select').count()).toBe(0)
  await expect(wall.locator('main')).not.toContainText('Svea')

  await act(chair, server, { type: 'goTo', item: 'top2' })
  await expect(wall.getByRole('heading', { name: 'Berichte von Gruppenbesuchen' })).toBeVisible()
})

test('the screen stays on; key f is the whole picture and back; a long wording turns its pages', async ({
  browser,
}) => {
  const chair = await join(browser, server, 'u.ma')
  const sentence =
    'Das Regionalteam führt im Jahr 2026 zwei Veranstaltungen durch und trägt die Kosten selbst.'
  const lines = Array.from({ length: 16 }, (_, index) => `(${index + 1}) ${sentence}`)
  await writes(chair, server, handle =>
    handle.list('decisions').add('lang', { agendaItemId: 'top5', rule: 'einfach', wording: lines }),
  )
  // counts who asks that the screen stays on, and who lets go
  await chair.context.addInitScript(() => {
    Object.assign(window, { awake: 0 })
    const count = (by: number) => Object.assign(window, { awake: Number(Reflect.get(window, 'awake')) + by })
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          count(1)
          return { release: async () => count(-1) }
        },
      },
    })
  })
  const wall = await openWall(chair, server)
  await expect.poll(() => wall.evaluate(() => Number(Reflect.get(window, 'awake')))).toBe(1)
  await act(chair, server, { type: 'start', item: 'top5' })
  await act(chair, server, { type: 'show', decision: 'lang' })
  await expect(wall.getByText(/^Seite 1 von \d$/)).toBeVisible()
  expect((await letters(wall))[0]).toBeGreaterThanOrEqual(leastLine)
  const first = wall.getByText('(1)')
  const last = wall.getByText('(16)')
  await expect(first).toBeInViewport({ ratio: 0.9 })
  const pages = Number((await wall.getByText(/^Seite 1 von \d$/).textContent())?.at(-1))
  for (let page = 1; page < pages; page++) await wall.keyboard.press('ArrowRight')
  await expect(wall.getByText(`Seite ${pages} von ${pages}`)).toBeVisible()
  await expect(last).toBeInViewport({ ratio: 0.9 })
  await wall.keyboard.press('ArrowRight')
  await expect(first).toBeInViewport({ ratio: 0.9 })

  await wall.keyboard.press('f')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await expect(wall.getByText('Taste f')).toHaveCount(0)
  await wall.keyboard.press('f')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(false)
})

test('a document that is no minutes has no wall, and neither has one that nobody may see', async ({
  browser,
}) => {
  const chair = await join(browser, server, 'u.ma')
  await chair.page.goto(`${server.url}/wand/${randomUUID()}`)
  await expect(chair.page.getByRole('heading', { name: 'Hier ist nichts' })).toBeVisible()
  await chair.page.goto(`${server.url}/wand/unfug`)
  await expect(chair.page.getByRole('heading', { name: 'Hier ist nichts' })).toBeVisible()
})

test('without a network the projector follows the device at which the meeting goes on, and the others afterwards', async ({
  browser,
}) => {
  const chair = await join(browser, server, 'u.ma')
  const other = await join(browser, server, 'u.ma')
  await act(chair, server, { type: 'start', item: 'top1' })
  const { page } = chair
  await page.goto(`${server.url}/sitzung/${demoMinutesId}`)
  await expect(page.getByText('TOP 1 von 8').first()).toBeVisible()
  const wall = await openWall(chair, server)
  await expect(wall.getByText('TOP\u00a01 von 8')).toBeVisible()

  await chair.context.setOffline(true)
  await expect(wall.getByText('ohne Verbindung', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'TOP 1 abschließen' }).click()
  await expect(wall.getByText('TOP\u00a02 von 8')).toBeVisible()
  await expect(wall.getByText('ohne Verbindung: nur dieses Gerät')).toBeVisible()
  await expectLegible(wall)
  // whoever has a connection goes on, and that is what everybody sees
  await act(other, server, { type: 'goTo', item: 'top5' })

  await chair.context.setOffline(false)
  await expect(wall.getByText('TOP\u00a05 von 8')).toBeVisible({ timeout: 30_000 })
  await expect(wall.getByText('ohne Verbindung', { exact: false })).toHaveCount(0)
})
