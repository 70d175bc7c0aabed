import { expect, type Page } from '@playwright/test'
import { showcaseIds } from '#server/demo/showcase.ts'
import { expectNothingFound } from './support/axe.ts'
import { signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const room = '/raum/org.region'
const paths = [
  'beschluesse',
  'aufgaben',
  'pflichten',
  'fruehwarnsignale',
  'rueckmeldungen',
  'zwischenbericht',
  'auszug',
] as const
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } }

test.describe('the registers of a room', () => {
  let server: DemoServer
  test.beforeAll(async () => {
    server = await startDemo({ showcase: true })
    await server.setTime(Date.parse('2026-04-20T09:00:00Z'))
  })
  test.afterAll(() => server.dispose())

  const open = async (page: Page, path: string, who = 'u.ma'): Promise<void> => {
    await signIn(page, server.links[who] ?? '')
    await page.goto(`${server.url}${room}${path}`)
  }
  const rows = (page: Page) => page.locator('main tbody tr')

  test('decisions: five of A1 with their numbers, one rejected; filtered by typing; each leads to its place', async ({
    page,
  }) => {
    await open(page, '/register')
    await expect(rows(page)).toHaveCount(5)
    await expect(rows(page).locator('th')).toHaveText([1, 2, 3, 4, 5].map(number => `2026-01/0${number}`))
    await expect(rows(page).nth(3)).toContainText('abgelehntJa 2, Nein 2, Enthaltung 0')
    // the wording as frozen, not the live text that has gone on
    await expect(rows(page).nth(1)).toContainText('am 18. Juni 2026 gemeinsam')

    await page.getByRole('searchbox', { name: 'Filtern' }).fill('presse abgelehnt')
    await expect(rows(page)).toHaveCount(1)
    await expect(page.getByText('1 von 5')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Filtern' }).fill('gibt es nicht')
    await expect(page.getByText('Dazu passt nichts')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Filtern' }).fill('')

    await rows(page).nth(2).getByRole('link').click()
    await page.waitForURL(`**/blatt/${demoMinutesId}#decision-d03`)
    const place = page.locator('[data-path="decisions/d03"]')
    await expect(place).toBeInViewport()
  })

  test('tasks: by person, overdue first; a row leads to its task; a person of two has it, too', async ({
    page,
  }) => {
    await open(page, '/register/aufgaben')
    const headings = page.locator('main h2')
    await expect(headings).toHaveText([
      'Gerd T. 1 Aufgabe, davon 1 überfällig',
      'Hanne Pfefferkorn 3 Aufgaben, davon 1 überfällig',
      'Marlies Achterberg 4 Aufgaben, davon 2 überfällig',
      'Svea Kallweit 1 Aufgabe, davon 1 überfällig',
      'Deniz Yıldırım 2 Aufgaben',
      'Jonas Wiedenhöfer 1 Aufgabe',
      'Ruben Okafor 1 Aufgabe',
    ])
    const hanne = page.getByRole('region', { name: 'Hanne Pfefferkorn' })
    await expect(hanne.locator('tbody tr').first()).toContainText('11. April 2026überfällig')
    await expect(hanne).toContainText('mit Marlies Achterberg')
    await hanne.getByRole('link', { name: /^Starterpaket mit den/ }).click()
    await expect(page.locator('[data-path="tasks/T5"]').first()).toBeInViewport()
  })

  test('the room shows the counters and the roles; a role is entered, changed, removed and brought back', async ({
    page,
  }) => {
    await open(page, '')
    const counters = page.getByRole('region', { name: 'Stand 2026' })
    await expect(counters).toContainText('Besuche (du)0/2')
    await expect(counters).toContainText('Teamtreffen1/2')
    await expect(counters).toContainText('noch 1 Gruppe bis zum dauerhaften Regionalverband')
    await expect(counters).toContainText('Rollen im Team3/3')
    await expect(counters.getByRole('link', { name: '5 Aufgaben sind überfällig' })).toBeVisible()

    const people = page.getByRole('region', { name: 'Menschen und Rollen' })
    await people.getByRole('button', { name: 'Rolle eintragen' }).click()
    await people.getByRole('combobox').first().selectOption({ label: 'Jonas Wiedenhöfer' })
    await people.getByRole('combobox').nth(1).selectOption({ label: 'Gruppenvertretung' })
    await people.getByLabel('Von', { exact: true }).fill('2026-02-01')
    await people.getByRole('textbox', { name: 'Bestimmt durch' }).fill('Gruppe Neuland')
    await people.getByRole('button', { name: 'Eintragen', exact: true }).click()
    const line = people.getByText('Gruppenvertretung seit 1. Februar 2026, bestimmt durch Gruppe Neuland')
    await expect(line).toBeVisible()

    await people.getByRole('button', { name: 'Ändern: Gruppenvertretung, Jonas Wiedenhöfer' }).click()
    await people.getByLabel('Bis', { exact: true }).fill('2026-01-31')
    await people.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await expect(people.getByRole('alert')).toHaveText('Das Ende liegt vor dem Anfang.')
    await people.getByLabel('Bis', { exact: true }).fill('2026-12-31')
    await people.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await expect(people.getByText('vom 1. Februar 2026 bis 31. Dezember 2026')).toBeVisible()

    await people.getByRole('button', { name: 'Entfernen: Transparenzperson, Deniz Yıldırım' }).click()
    await expect(counters).toContainText('Es fehlt: Transparenzperson')
    await page.getByRole('button', { name: 'Zurückholen' }).click()
    await expect(counters).toContainText('Rollen im Team3/3')
  })

  test('who only writes sees roles and counters and changes none; who does not belong finds nothing', async ({
    page,
  }) => {
    await open(page, '', 'u.sk')
    const people = page.getByRole('region', { name: 'Menschen und Rollen' })
    await expect(people.getByText('Multiplikationsperson seit 1. Januar 2025')).toBeVisible()
    await expect(people.getByRole('button', { name: /^(?:Rolle eintragen|Ändern|Entfernen)/ })).toHaveCount(0)
    // who has none of the roles sees how the others stand
    await expect(page.getByRole('region', { name: 'Stand 2026' })).toContainText(
      '0 von 3 Menschen haben es geschafft',
    )
    await page.goto(`${server.url}${room}/register`)
    await expect(rows(page)).toHaveCount(5)
    await expect(page.getByText('Steht hier etwas anderes als im Protokoll?')).toHaveCount(0)
    await page.context().clearCookies()
    await signIn(page, server.links['u.km'] ?? '')
    await page.goto(`${server.url}${room}/register`)
    await expect(page.getByRole('heading', { name: 'Hier ist nichts' })).toBeVisible()
  })

  test('visits and duties: why a visit does not count yet; the groups, with both readings of seven', async ({
    page,
  }) => {
    await open(page, '/register/pflichten')
    const visits = page.getByRole('region', { name: 'Besuche', exact: true })
    await expect(visits.locator('tbody tr')).toHaveText([
      /^Marlies Achterberg0\/2Windlicht Auenstedt, 22\.\sJanuar 2026besucht, Bericht steht noch aus$/,
      /^Deniz Yıldırım0\/2Morgenrot Moorkaten, 17\.\sFebruar 2026Kurzbericht fehlt$/,
      /^Hanne Pfefferkorn0\/2noch nichts$/,
    ])
    await expect(page.getByRole('region', { name: 'Teamtreffen' })).toContainText('1/2')
    const groups = page.getByRole('region', { name: 'Gruppen in der Region' })
    await expect(groups).toContainText('noch 1 Gruppe bis zum dauerhaften Regionalverband')
    await expect(groups).toContainText('Ein Team betreut höchstens 7 Gruppen, und mindestens 7 tragen')
    await expect(groups.locator('tbody tr')).toHaveCount(7)
    await visits.getByRole('link', { name: /^Windlicht/ }).click()
    await page.waitForURL(`**/blatt/${showcaseIds.A2}#visit/visitedGroup`)
    await expect(page.locator('[data-path="visit/visitedGroup"]')).toBeInViewport()
  })

  test('early warnings name nobody; the interim report leaves out what is not approved', async ({ page }) => {
    await open(page, '/register/fruehwarnsignale')
    await expect(rows(page)).toHaveCount(3)
    await expect(page.locator('main table')).not.toContainText(/Gerd|Marlies/)
    await page.getByRole('link', { name: 'Zwischenbericht' }).click()
    await expect(page.getByText('1 Bericht ist noch nicht freigegeben und steht nicht darin.')).toBeVisible()
  })

  test('an extract of one item: its course and decisions, to be copied; held back where the team alone may read', async ({
    browser,
  }) => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await open(page, '/register/auszug')
    const [minutes, of] = [page.getByRole('combobox').first(), page.getByRole('combobox').nth(1)]
    await minutes.selectOption({ value: demoMinutesId })
    await of.selectOption({ label: 'TOP 6 Pressearbeit und Starterpaket für Hohenlichtern' })
    const paper = page.getByRole('article')
    await expect(paper).toContainText('Beschluss 2026-01/05')
    await expect(paper).toContainText('Hanne Pfefferkorn möchte schon')
    await page.getByRole('button', { name: 'Kopieren' }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('Beschluss 2026-01/04')
    await of.selectOption({ value: 'decisions/d02' })
    await expect(paper).toContainText('Ja 3, Nein 0, Enthaltung 1 – angenommen')
    await expect(paper).not.toContainText('Annegret Sommerlatte stellt')
    await minutes.selectOption({ value: showcaseIds.A2 })
    await of.selectOption({ value: 'agenda/s1' })
    await expect(paper).toContainText('vertraulich und steht nicht in diesem Auszug')
  })

  test('a report that nobody has passed on waits, until somebody notes that it was', async ({ page }) => {
    await open(page, '/register/rueckmeldungen')
    await expect(page.getByText('Nichts steht aus')).toBeVisible()
    await page.goto(`${server.url}/blatt/${showcaseIds.A2}`)
    await page.getByRole('button', { name: /^Weitergeleitet.*, 1: entfernen$/ }).click()
    await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)
    // the register follows a moment later
    await expect(async () => {
      await page.goto(`${server.url}${room}/register/rueckmeldungen`)
      await expect(rows(page)).toHaveText(
        [/^Windlicht Auenstedt, 22\.\sJanuar 2026Regionalverband.*Marlies Achterberg88 Tageweitergeben/],
        { timeout: 1_000 },
      )
    }).toPass()
    await page.getByRole('button', { name: /^Weitergabe eintragen: Windlicht/ }).click()
    await page.getByRole('textbox', { name: 'An wen' }).fill('Landesverband Mittelland')
    await page.getByLabel('Wann').fill('2026-04-19')
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await expect(page.getByText('Nichts steht aus')).toBeVisible()
  })

  test('the registers are made anew with progress while they stand there', async ({ page }) => {
    await open(page, '/register')
    await expect(rows(page)).toHaveCount(5)
    await page.getByText('Steht hier etwas anderes als im Protokoll?').click()
    await page.getByRole('button', { name: 'Register dieses Raums neu aufbauen' }).click()
    await expect(
      page.locator('[aria-live]').filter({ hasText: 'Die Register sind neu aufgebaut.' }),
    ).toHaveCount(1)
    await expect(rows(page)).toHaveCount(5)
  })

  test('English, by keyboard alone', async ({ page }) => {
    await open(page, '')
    await page.getByRole('button', { name: 'Ansicht' }).click()
    await page.getByLabel('English').check()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.goto(`${server.url}${room}`)
    const link = page.getByRole('link', { name: 'Decisions' })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Decisions' })).toBeFocused()
    await expect(rows(page).first()).toContainText('accepted')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2026-01/04')
    await expect(rows(page)).toHaveCount(1)
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab')
      if (
        await rows(page)
          .getByRole('link')
          .first()
          .evaluate(own => own === document.activeElement)
      )
        break
    }
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-path="decisions/d04"]')).toBeInViewport()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(sizes))
      test(`axe finds nothing and nothing scrolls sideways, ${colorScheme}, ${size}`, async ({ browser }) => {
        const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
        const page = await context.newPage()
        await signIn(page, server.links['u.ma'] ?? '')
        const expectFine = async (): Promise<void> => {
          await expectNothingFound(page, colorScheme === 'light' ? 'all' : 'colours')
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
        }
        await page.goto(`${server.url}${room}`)
        await page.getByRole('region', { name: 'Stand 2026' }).waitFor()
        await page.getByRole('button', { name: 'Rolle eintragen' }).click()
        await expectFine()
        for (const path of paths) {
          await page.goto(`${server.url}${room}/register/${path}`)
          await page.locator('main h1').waitFor()
          await expect(page.getByText('Wird geholt …')).toHaveCount(0)
          if (path === 'auszug') {
            await page.getByRole('combobox').first().selectOption({ value: demoMinutesId })
            await page.getByRole('combobox').nth(1).selectOption({ value: 'decisions/d01' })
            await page.getByRole('article').waitFor()
          }
          await expectFine()
        }
        await context.close()
      })
})
