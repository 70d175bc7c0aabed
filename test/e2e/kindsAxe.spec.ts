import { randomUUID } from 'node:crypto'
import { expect, type Locator } from '@playwright/test'
import { showcaseIds } from '#server/demo/showcase.ts'
import { expectNothingFound } from './support/axe.ts'
import { signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { addDecision } from './support/writing.ts'

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } }

test.describe('every kind, filled with the documents of the scenarios', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo({ showcase: true })
  })
  test.afterAll(() => server.dispose())

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      test(`axe finds nothing and nothing scrolls sideways, ${colorScheme}, ${size}`, async ({ browser }) => {
        const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
        const page = await context.newPage()
        const open = async (id: string, until: string): Promise<void> => {
          await page.goto(`${server.url}/blatt/${id}`)
          await page.locator(`[data-path="${until}"]`).first().waitFor()
        }
        const expectFine = async (): Promise<void> => {
          await expectNothingFound(page, colorScheme === 'light' ? 'all' : 'colours')
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
        }
        await signIn(page, server.links['u.ma'] ?? '')

        await test.step('minutes that are closed: findings, what was decided, late contributions, signatures', async () => {
          await open(demoMinutesId, 'agenda/top4/body')
          await page.getByText(/Stellen? ansehen/).click()
          for (const part of ['decisions/d02', 'lateContributions', 'signatures']) {
            await page.locator(`[data-path="${part}"]`).first().scrollIntoViewIfNeeded()
            await expectFine()
          }
        })
        await test.step('minutes: vote entry, what one can do with a motion', async () => {
          const id = randomUUID()
          const { origin } = new URL(server.url)
          await page.request.post(`${origin}/api/rpc/documents/create`, {
            data: { json: { id, kind: 'minutes', spaceId: 'org.region', title: 'Sitzung' } },
            headers: { origin },
          })
          await open(id, 'header/date')
          await page
            .getByRole('button', { name: /Punkt(?: der Tagesordnung)? hinzufügen$/ })
            .first()
            .click()
          const title = page.locator('main textarea[data-path^="agenda/"]:focus')
          const item = (await title.getAttribute('data-path'))?.split('/')[1] ?? ''
          await title.fill('Raum')
          const motion = page.locator(`[data-path="decisions/${await addDecision(page, item)}"]`)
          await motion.getByRole('button', { name: /^Stimmen zählen/ }).click()
          await more(motion).click()
          await expectFine()
        })
        await test.step('minutes: the report on a visit, the menu of a slash', async () => {
          await open(showcaseIds.A2, 'agenda/s1/body')
          await page.locator('[data-path="agenda/s1/body"]').getByRole('textbox').click()
          await page.keyboard.press('Control+Home')
          await page.keyboard.type('/')
          await page.getByRole('listbox').waitFor()
          await expectFine()
          await page.keyboard.press('Escape')
          await page.keyboard.press('Backspace')
        })
        await test.step('press: embargo, findings, why a word is marked; as it is printed', async () => {
          await open(showcaseIds.B2, 'embargo/reason')
          await page.getByText(/Stellen? ansehen/).click()
          await page.locator('[data-word]').first().locator('summary').click()
          await expectFine()
          await page.getByRole('button', { name: 'So wird es gedruckt' }).click()
          await page.getByText('Bildmaterial').waitFor()
          await expectFine()
        })

        await context.clearCookies()
        await signIn(page, server.links['u.bernd'] ?? '')
        await test.step('concept: time line, funding check, what one can do with a milestone; palette', async () => {
          await open(showcaseIds.C5, 'milestones/M1')
          await page.getByText('Passt die Gruppe zur Förderung?').click()
          await more(page.locator('[data-path="milestones/M1"]')).click()
          await expectFine()
          await page.keyboard.press('Escape')
          await page.keyboard.press('Control+k')
          await page.getByRole('dialog').getByRole('option').first().waitFor()
          await expectFine()
        })
        await test.step('group: the facts, with what is still to be looked at', async () => {
          await open(showcaseIds.group, 'group/name')
          await page.getByText(/Stellen? ansehen/).click()
          await expectFine()
        })
        await test.step('starter kit: lid, tray, what one can do with a folder', async () => {
          await open(showcaseIds.kit, 'items/SP-25')
          await more(page.locator('[data-path="items/SP-25"]').first()).click()
          await expectFine()
        })
        await test.step('a sheet of the kit: own and locked blocks, what one can do with one', async () => {
          await open(showcaseIds.C2, 'blocks/b10')
          await more(page.locator('section[data-path="blocks/b04"]')).click()
          await expectFine()
        })
        await context.close()
      })
    }
  }

  test('shows words and no ids, prints what was entered, and offers nothing after the end', async ({
    browser,
  }) => {
    const page = await (await browser.newContext()).newPage()
    const at = (path: string): Locator => page.locator(`[data-path="${path}"]`).first()
    await signIn(page, server.links['u.bernd'] ?? '')
    await page.goto(`${server.url}/blatt/${showcaseIds.C3}`)
    await at('attendance/u.bernd').waitFor()
    await expect(page.getByRole('button', { name: /jetzt gekommen/ })).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await expect(at('attendance/ohne').getByText('eine Person ohne Nennung', { exact: true })).toBeVisible()
    await expect(page.getByText('Sitzungsleitung').first()).toBeVisible()
    for (const empty of ['header/number', 'header/speakerListKeeper', 'header/invitedOn', 'header/orgId'])
      await expect(at(empty)).toBeHidden()
    await page.emulateMedia({ media: 'screen' })

    await page.context().clearCookies()
    await signIn(page, server.links['u.ma'] ?? '')
    await page.goto(`${server.url}/blatt/${showcaseIds.B2}`)
    const paragraph = at('access/offen_mit_vorgespraech')
    await expect(paragraph).toContainText('Telefon der Gruppe fehlt noch')
    await expect(at('text/body')).toContainText('Telefon der Gruppe fehlt noch')
    await expect(page.locator('main')).not.toContainText('{{')
    // the speaker is no member of this space
    await expect(page.getByLabel('Wer spricht').nth(1).locator('option:checked')).toHaveText('Karin M.')
    await page.getByRole('button', { name: 'So wird es gedruckt' }).click()
    const printed = page.getByRole('article', { name: 'So wird es gedruckt' })
    await expect(printed).toContainText('Einen Termin gibt es unter Telefon der Gruppe fehlt noch')
    await expect(page.locator('main')).not.toContainText('{{')
  })
})

/** The three dots of an entry. */
const more = (entry: Locator): Locator => entry.getByText('⋯', { exact: true }).first()
