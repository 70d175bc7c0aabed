import { expect, type Page } from '@playwright/test'
import { paragraphTexts } from '#shared/document/prose.ts'
import { expectNothingFound } from './support/axe.ts'
import { votes } from './support/deciding.ts'
import { join, projected, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { addDecision, choose, count, editorAt, enter, enterInSlip, place } from './support/writing.ts'

test.describe('minutes', () => {
  let server: DemoServer
  test.beforeEach(async () => {
    server = await startDemo()
  })
  test.afterEach(() => server.dispose())

  test('two people count one vote, one of them offline: both counts stay, and the sheet says that they differ', async ({
    browser,
  }) => {
    const svea = await join(browser, server, 'u.sk')
    const jonas = await join(browser, server, 'u.jw')
    const id = await addDecision(svea.page, 'top5')
    const wording = `decisions/${id}/wording`
    await (await editorAt(svea.page, wording)).getByRole('textbox').click()
    await svea.page.keyboard.insertText('Wir führen zwei Veranstaltungen durch.')
    await editorAt(jonas.page, wording)

    await jonas.context.setOffline(true)
    await count(jonas.page, `decisions/${id}/tallyProposals`, votes(5, 0, 0))
    await (await editorAt(jonas.page, wording)).getByRole('textbox').click()
    await jonas.page.keyboard.press('End')
    await jonas.page.keyboard.insertText(' Eine im November.')
    await count(svea.page, `decisions/${id}/tallyProposals`, votes(3, 0, 1))
    await choose(place(svea.page, `decisions/${id}/rule`), 'zweidrittel')
    // alone she sees what her count would mean
    await expect(place(svea.page, `decisions/${id}/tallyProposals`)).toContainText(
      'Ja 3, Nein 0, Enthaltung 1 – das wäre angenommen (zwei Drittel).',
    )
    await jonas.context.setOffline(false)

    for (const { page } of [svea, jonas]) {
      const tally = place(page, `decisions/${id}/tallyProposals`)
      await expect(tally).toContainText('Ja 5, Nein 0, Enthaltung 0')
      await expect(tally).toContainText('Ja 3, Nein 0, Enthaltung 1')
      await expect(tally).not.toContainText('das wäre')
      await expect(tally).toContainText('Noch nicht bestätigt')
      await expect(page.getByRole('note').filter({ hasText: 'Die Zählungen sind verschieden' })).toBeVisible()
    }
    await expect
      .poll(async () => {
        const { decisions } = await server.project()
        const decision = decisions.find(one => one.id === id)
        return {
          rule: decision?.rule,
          wording: paragraphTexts(decision?.wording ?? []),
          counts: decision?.tallyProposals,
        }
      })
      .toEqual({
        rule: 'zweidrittel',
        wording: ['Wir führen zwei Veranstaltungen durch. Eine im November.'],
        counts: { 'u.sk': votes(3, 0, 1), 'u.jw': votes(5, 0, 0) },
      })

    // counting again ends it; taking one's count back too, and the way back is offered
    await count(jonas.page, `decisions/${id}/tallyProposals`, votes(3, 0, 1))
    await expect(place(svea.page, `decisions/${id}/tallyProposals`)).toContainText('Jonas Wiedenhöfer')
    await expect(place(svea.page, `decisions/${id}/tallyProposals`)).toContainText('das wäre angenommen')
    await jonas.page.getByRole('button', { name: /^Meine Zählung ändern/ }).click()
    await jonas.page.getByRole('button', { name: 'Meine Zählung zurücknehmen' }).click()
    await expect.poll(async () => countsOf(svea.page, id)).toEqual(['u.sk'])
    await jonas.page.getByRole('button', { name: 'Zurückholen' }).click()
    await expect.poll(async () => (await countsOf(svea.page, id)).toSorted()).toEqual(['u.jw', 'u.sk'])
  })

  test('a vote is counted with the keyboard alone', async ({ browser }) => {
    const { page } = await join(browser, server, 'u.dy')
    const tally = place(page, 'decisions/d01/tallyProposals')
    const begin = tally.getByRole('button', { name: /^Stimmen zählen/ })
    await begin.focus()
    await page.keyboard.press('Enter')
    await expect(tally.getByRole('textbox', { name: 'Ja', exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(begin).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('4')
    await tabTo(page, 'Enthaltung')
    await page.keyboard.type('1')
    await expectNothingFound(page)
    await page.keyboard.press('Enter')
    await expect(tally.getByRole('button', { name: /^Meine Zählung ändern/ })).toBeFocused()
    await expect(tally).toContainText('Ja 4, Nein 0, Enthaltung 1 – das wäre angenommen (einfache Mehrheit).')
    await expect
      .poll(async () => (await server.project()).decisions[0]?.tallyProposals)
      .toEqual({ 'u.dy': votes(4, 0, 1) })
  })

  test('„Sitzung schließen“ says first what is missing and leads there; nothing is closed', async ({
    browser,
  }) => {
    const { page } = await join(browser, server, 'u.ma')
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    await enter(page.locator('#tasks textarea:focus'), 'Raum anfragen')
    await page.getByRole('button', { name: 'Sitzung schließen' }).click()
    const check = page.getByRole('dialog', { name: 'Sitzung schließen' })
    await expect(check.getByRole('heading', { level: 3 }).first()).toContainText('vor dem Abschluss klären')
    await expectNothingFound(page)
    await check.getByRole('button', { name: /Wer übernimmt diese Aufgabe/ }).click()
    await expect(check).toHaveCount(0)
    await expect(page.locator('[data-path^="tasks/"][data-path$="/who"]')).toBeFocused()
    expect((await server.project()).header.end).toBeNull()
  })

  test('the next meeting is prepared from what is open, without what was taken out; offline it says what it needs', async ({
    browser,
  }) => {
    const { page, context } = await join(browser, server, 'u.ma')
    await choose(place(page, 'agenda/top7/result'), 'vertagt')
    const motion = await addDecision(page, 'top7')
    await (await editorAt(page, `decisions/${motion}/wording`)).getByRole('textbox').click()
    await page.keyboard.insertText('Wir beantragen 640 Euro.')
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    await enter(page.locator('#tasks textarea:focus'), 'Kostenplan aufschlüsseln')
    await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)

    await page.getByRole('button', { name: 'Nächste Sitzung vorbereiten' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nächste Sitzung vorbereiten' })
    await expect(dialog.getByLabel('Titel des neuen Protokolls')).toHaveValue(
      'Protokoll der 2. Sitzung 2026 des Regionalteams',
    )
    await expect(dialog.getByLabel('Protokoll-Nr.')).toHaveValue('RT-OL 2026-02')
    await dialog.getByRole('checkbox', { name: /Verschiedenes und Termine/ }).uncheck()
    await dialog.getByRole('button', { name: 'Alles wieder hineinnehmen' }).click()
    await dialog.getByRole('checkbox', { name: /Stand der offenen Aufgaben/ }).uncheck()

    await context.setOffline(true)
    await expect(dialog.getByRole('status')).toContainText('Dafür braucht es den Server')
    await expect(dialog.getByRole('button', { name: 'Neues Blatt anlegen' })).toBeDisabled()
    await context.setOffline(false)
    await dialog.getByRole('button', { name: 'Neues Blatt anlegen' }).click()
    await page.waitForURL(url => !url.pathname.endsWith('0a01'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2\. Sitzung 2026/)
    const made = page.url().split('/').at(-1) ?? ''
    await expect.poll(async () => (await server.project(made)).agenda.length).toBe(3)

    const next = await server.project(made)
    expect(next.agenda.map(item => item.title)).toEqual([
      'Begrüßung und Formalia',
      'Impulswoche Herbst 2026',
      'Verschiedenes und Termine',
    ])
    expect(next.decisions.map(({ wording }) => paragraphTexts(wording).join())).toEqual([
      'Das Protokoll der Sitzung RT-OL 2026-01 vom 14. März 2026 wird in der versandten Fassung genehmigt.',
      'Wir beantragen 640 Euro.',
    ])
    expect(next.tasks.map(({ what, carriedFrom }) => [what, carriedFrom?.split('/')[0]])).toEqual([
      ['Kostenplan aufschlüsseln', 'a1a1a1a1-2026-4314-8000-000000000a01'],
    ])
    expect(next.header.number).toBe('RT-OL 2026-02')
    // and the way back to the minutes they come from
    await page.getByRole('link', { name: 'Voriges Protokoll öffnen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1\. Sitzung 2026/)
  })

  test('formalia, quorum and attachments are written where they stand', async ({ browser }) => {
    const { page } = await join(browser, server, 'u.dy')
    await page.getByRole('button', { name: 'Änderung an der Tagesordnung eintragen' }).click()
    await enter(place(page, 'formalia/agendaApproved/changes/0'), 'TOP 7 vor TOP 6')
    await place(page, 'formalia/agendaApproved').check()
    await page.getByRole('button', { name: 'Einwand gegen das vorige Protokoll eintragen' }).click()
    await enter(place(page, 'formalia/previousMinutes/objections/0'), 'Datum berichtigen')
    await page.getByRole('button', { name: /^Regel/ }).click()
    await choose(place(page, 'quorum/rule/type'), 'anteil')
    await page.getByLabel('„Einstimmig“ verträgt keine Enthaltung').check()
    await page.keyboard.press('Escape')
    await place(page, 'agenda/top2')
      .getByRole('button', { name: /^Mehr zu TOP/ })
      .click()
    await page.getByRole('checkbox', { name: 'Anlage 1: Kurzbericht Windlicht Auenstedt' }).check()
    await page.keyboard.press('Escape')
    await expect(place(page, 'agenda/top2')).toContainText('Anlage 1: Kurzbericht Windlicht Auenstedt')
    await expect
      .poll(async () => {
        const { formalia, quorum, agenda } = await server.project()
        return { formalia, quorum, attachments: agenda[1]?.attachments }
      })
      .toEqual({
        formalia: {
          agendaApproved: { approved: true, changes: ['TOP 7 vor TOP 6'] },
          previousMinutes: { approved: false, objections: ['Datum berichtigen'] },
        },
        quorum: { rule: { type: 'anteil', percent: 50, of: 6 }, abstentionsBreakUnanimity: true },
        attachments: ['att1'],
      })
    // an emptied line is gone, and with the last one the answer that nobody has given
    await enterInSlip(place(page, 'formalia/previousMinutes/objections/0'), '')
    await expect(
      page.getByRole('button', { name: 'Einwand gegen das vorige Protokoll eintragen' }),
    ).toBeFocused()
    await expect.poll(async () => (await server.project()).formalia.previousMinutes).toBeNull()
  })

  test('at 360 px a vote is counted with the thumb, and nothing scrolls sideways', async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      isMobile: true,
      hasTouch: true,
    })
    const page = await context.newPage()
    await signIn(page, server.links['u.sk'] ?? '')
    await page.goto(`${server.url}/blatt/a1a1a1a1-2026-4314-8000-000000000a01`)
    await page.getByRole('button', { name: /^Beschluss/ }).tap()
    const tally = place(page, 'decisions/d01/tallyProposals')
    await tally.getByRole('button', { name: /^Stimmen zählen/ }).tap()
    const more = tally.getByRole('button', { name: 'Ja: eine Stimme mehr' })
    const box = await more.boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(56)
    expect(box?.width ?? 0).toBeGreaterThanOrEqual(48)
    await more.tap()
    await more.tap()
    await expect(tally.getByRole('status')).toContainText('Ja 2, Nein 0, Enthaltung 0 – das wäre angenommen')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await tally.getByRole('button', { name: 'Als meine Zählung eintragen' }).tap()
    await expect.poll(async () => countsOf(page, 'd01')).toEqual(['u.sk'])

    // what is said of a day stands below it
    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).tap()
    const note = page.getByRole('note').filter({ hasText: 'Bis wann soll das erledigt sein?' })
    const [day, said] = await Promise.all([
      page.locator('[data-path^="tasks/"][data-path$="/due"]').boundingBox(),
      note.boundingBox(),
    ])
    expect(said?.y ?? 0).toBeGreaterThanOrEqual((day?.y ?? 0) + (day?.height ?? 0) - 1)
  })
})

/** Tab until the field with this label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab')
    if (await field.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${label}`)
}

async function countsOf(page: Page, id: string): Promise<string[]> {
  const { decisions } = await projected(page)
  return Object.keys(decisions.find(decision => decision.id === id)?.tallyProposals ?? {})
}
