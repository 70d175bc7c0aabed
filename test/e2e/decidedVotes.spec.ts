import { type Browser, expect, type Page } from '@playwright/test'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { expectNothingFound } from './support/axe.ts'
import { article, beginMeeting, berlin, commands, confirmForm, votes } from './support/deciding.ts'
import { keptOnDevice } from './support/device.ts'
import { join, type Participant } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { addDecision, addElection, choose, count, editorAt, enter, place } from './support/writing.ts'

const made = 'Gemacht am 14. März 2026 um 11:4'
const confirmedLater = 'ohne Verbindung, vom Server bestätigt am 14. März 2026 um 12:5'

test.describe('consent and elections', () => {
  let server: DemoServer
  let chair: Participant
  const begin = async (browser: Browser): Promise<Participant> => {
    server = await startDemo()
    await server.setTime(berlin('11:40'))
    return beginMeeting(browser, server)
  }
  test.beforeEach(async ({ browser }) => {
    chair = await begin(browser)
  })
  test.afterEach(() => server.dispose())

  /** An election with two who stand, from the item as it is; answers with its ids. */
  async function election(page: Page): Promise<{ id: string; first: string; second: string }> {
    const id = await addElection(page, 'top5')
    await enter(place(page, `elections/${id}/office`), 'Kassenführung')
    const stands = place(page, `elections/${id}`).getByLabel('Wer kandidiert')
    for (const [index, who] of ['u.sk', 'u.jw'].entries()) {
      // one is there to begin with
      if (index > 0)
        await place(page, `elections/${id}`).getByRole('button', { name: 'Kandidatur hinzufügen' }).click()
      await expect(stands).toHaveCount(index + 1)
      await choose(stands.last(), who)
    }
    const paths = await place(page, `elections/${id}`)
      .getByRole('list', { name: 'Kandidaturen' })
      .locator('> li')
      .evaluateAll(all => all.map(one => one.getAttribute('data-path')?.split('/')[3] ?? ''))
    return { id, first: paths[0] ?? '', second: paths[1] ?? '' }
  }
  const candidate = (page: Page, id: string, who: string) => place(page, `elections/${id}/candidates/${who}`)
  const tally = (id: string, who: string) => `elections/${id}/candidates/${who}/tallyProposals`
  const deciding = (page: Page, id: string) => place(page, `elections/${id}/commands`)
  const confirmRound = async (page: Page, id: string, winner: string) => {
    await deciding(page, id)
      .getByRole('button', { name: /Wahlgang bestätigen/ })
      .click()
    // what stands here is what is confirmed; a count that has just come stands here a moment later
    await expect(deciding(page, id)).toContainText(`Gewählt wären damit: ${winner}.`)
    await deciding(page, id).getByRole('button', { name: 'Wahlgang bestätigen', exact: true }).click()
  }

  test('a consent holds with no objection and fails with one; nobody counts votes', async ({ browser }) => {
    const { page } = chair
    const svea = await join(browser, server, 'u.sk')
    const other = await addDecision(page, 'top5')
    await (await editorAt(page, `decisions/${other}/wording`)).getByRole('textbox').click()
    await page.keyboard.insertText('Wir führen zwei Veranstaltungen durch.')
    for (const id of ['d01', other]) {
      await choose(article(page, id).getByLabel(/^Welche Mehrheit/), 'konsent')
      await expect(article(svea.page, id)).toContainText(
        'Konsent: Es gilt, wenn niemand einen Einwand hat. Gezählt wird nicht.',
      )
      await expect(article(svea.page, id).getByRole('button', { name: /Stimmen zählen/ })).toHaveCount(0)
    }
    const holds = await confirmForm(page, 'd01')
    await expect(holds.getByRole('textbox', { name: 'Einwände' })).toBeFocused()
    await expect(holds.getByRole('textbox', { name: 'Ja', exact: true })).toHaveCount(0)
    await expect(holds.getByRole('status')).toContainText('Bei 0 Einwänden: angenommen.')
    await expectNothingFound(page)
    await holds.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).press('Enter')
    const fails = await confirmForm(page, other)
    await fails.getByRole('button', { name: 'Einwände +1' }).click()
    await expect(fails.getByRole('status')).toContainText('Bei einem Einwand: abgelehnt.')
    await fails.getByRole('button', { name: 'Nur das Ergebnis bestätigen' }).click()
    for (const one of [page, svea.page]) {
      await expect(article(one, 'd01').getByRole('definition')).toHaveText(['0', 'angenommen'])
      await expect(article(one, 'd01').getByRole('heading')).toContainText('Wortlaut steht fest seit 11:4')
      await expect(article(one, other).getByRole('definition')).toHaveText(['1', 'abgelehnt'])
      await expect(article(one, other)).toContainText('Bestätigt von Marlies Achterberg')
      await expect(commands(one, other)).not.toContainText('ohne Verbindung')
    }
    const { decisions } = recordOf(await server.rows())
    expect(decisions.map(({ votes: counted, objections, result }) => [counted, objections, result])).toEqual([
      [null, 0, 'angenommen'],
      [null, 1, 'abgelehnt'],
    ])
  })

  test('an election: counted by two, confirmed by the chair, refused by whoever was elected, and held again', async ({
    browser,
  }) => {
    const { page } = chair
    const svea = await join(browser, server, 'u.sk')
    const { id, first, second } = await election(page)
    await deciding(page, id)
      .getByRole('button', { name: /^Wahlgang bestätigen/ })
      .click()
    await expect(deciding(page, id)).toContainText(
      'Für Svea Kallweit und Jonas Wiedenhöfer fehlt eine übereinstimmende Zählung.',
    )
    await page.keyboard.press('Escape')
    await deciding(page, id).getByRole('button', { name: 'Abbrechen' }).click()
    await count(svea.page, tally(id, first), votes(3, 1, 1))
    await count(svea.page, tally(id, second), votes(2, 2, 1))
    await expect(candidate(page, id, second)).toContainText('Ja 2')
    await expect(deciding(svea.page, id).getByRole('button')).toHaveCount(0)

    await deciding(page, id)
      .getByRole('button', { name: /^Wahlgang bestätigen/ })
      .click()
    await expect(deciding(page, id)).toContainText('Gewählt wären damit: Svea Kallweit.')
    await expectNothingFound(page)
    await deciding(page, id).getByRole('button', { name: 'Wahlgang bestätigen', exact: true }).click()
    for (const one of [page, svea.page]) {
      await expect(candidate(one, id, first)).toContainText('gewählt')
      await expect(candidate(one, id, second)).toContainText('nicht gewählt')
    }
    await deciding(page, id)
      .getByRole('button', { name: 'Nein, Svea Kallweit nimmt die Wahl nicht an' })
      .click()
    await expect(candidate(svea.page, id, first)).toContainText('nimmt die Wahl nicht an')

    // a seat is open still: counted again, the other one is elected and accepts
    await count(svea.page, tally(id, first), votes(0, 5, 0))
    await count(svea.page, tally(id, second), votes(4, 0, 1))
    await expect(candidate(page, id, second)).toContainText('Ja 4')
    await confirmRound(page, id, 'Jonas Wiedenhöfer')
    await deciding(page, id).getByRole('button', { name: 'Ja, Jonas Wiedenhöfer nimmt die Wahl an' }).click()
    for (const one of [page, svea.page]) {
      await expect(candidate(one, id, second)).toContainText('gewählt, nimmt die Wahl an')
      await expect(candidate(one, id, first)).toContainText('nicht gewählt')
    }
    await expect(deciding(page, id).getByRole('button')).toHaveCount(0)
    expect(recordOf(await server.rows()).elections).toMatchObject([
      { electionId: id, round: 2, elected: [second], accepted: { [second]: true } },
    ])
  })

  test('an election and a vote made without a network are confirmed on return; both times stand there', async ({
    browser,
  }) => {
    const { page, context } = chair
    const svea = await join(browser, server, 'u.sk')
    const { id, first, second } = await election(page)
    await page.locator('[data-save]').getByText('gespeichert').waitFor()
    await expect(deciding(page, id).getByRole('button').first()).toBeVisible()
    await keptOnDevice(page)
    await context.setOffline(true)
    await count(page, tally(id, first), votes(4, 0, 1))
    await count(page, tally(id, second), votes(1, 3, 1))
    await confirmRound(page, id, 'Svea Kallweit')
    await expect(deciding(page, id)).toContainText('Noch nicht bestätigt')
    const form = await confirmForm(page, 'd01')
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('5')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(form).toContainText('Noch nicht bestätigt')
    await expectNothingFound(page)
    await page.reload()
    await expect(deciding(page, id)).toContainText('Noch nicht bestätigt')
    expect(await server.rows()).toEqual([])

    await server.setTime(berlin('12:50'))
    await context.setOffline(false)
    for (const one of [page, svea.page]) {
      await expect(candidate(one, id, first)).toContainText('gewählt', { timeout: 20_000 })
      await expect(candidate(one, id, second)).toContainText('nicht gewählt')
      for (const part of [deciding(one, id), commands(one, 'd01')]) {
        await expect(part).toContainText(made)
        await expect(part).toContainText(confirmedLater)
        await expect(part).not.toContainText('Noch nicht bestätigt')
      }
    }
    await deciding(page, id).getByRole('button', { name: 'Ja, Svea Kallweit nimmt die Wahl an' }).click()
    await expect(candidate(svea.page, id, first)).toContainText('gewählt, nimmt die Wahl an')
    const { elections, decisions } = recordOf(await server.rows())
    expect(elections).toMatchObject([{ electionId: id, eligiblePresent: 5, elected: [first] }])
    expect(elections[0]?.at).toMatch(/^11:4\d$/)
    expect(decisions[0]?.at).toMatch(/^11:4\d$/)
    await expectNothingFound(svea.page)
  })
})
