import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { expect } from '@playwright/test'
import * as Y from 'yjs'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { expectNothingFound } from './support/axe.ts'
import { article, confirmForm } from './support/deciding.ts'
import { laterAt, prepareNext } from './support/laterMeeting.ts'
import { asNewerClient } from './support/newerClient.ts'
import { join, openMinutes } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { addDecision, editorAt, place } from './support/writing.ts'

const fits = 'Die Unterschriften passen zu dem, was hier steht.'

test.describe('what is decided about minutes after their meeting', () => {
  let server: DemoServer
  test.beforeEach(async () => {
    // A1 is closed, signed by both and sent there; objections are possible until 11 April
    server = await startDemo({ showcase: true })
    await server.setTime(laterAt('11:00'))
  })
  test.afterEach(() => server.dispose())

  test('the next meeting approves the previous minutes from its own sheet, once no objection is open', async ({
    browser,
  }) => {
    const chair = await join(browser, server, 'u.ma')
    const deniz = await join(browser, server, 'u.dy')
    const next = await prepareNext(server, chair.page)
    const hanne = await join(browser, server, 'u.hp')
    await hanne.page.locator('#closing').getByRole('button', { name: 'Einwand erheben' }).click()
    await hanne.page.getByLabel('Was stimmt nicht?').fill('Bei TOP 2 fehlt ein Satz.')
    await hanne.page.getByRole('button', { name: 'Einwand einreichen' }).click()
    await expect(deniz.page.locator('#closing')).toContainText('Bei TOP 2 fehlt ein Satz.')

    const part = place(chair.page, 'formalia/approvePrevious')
    const opener = part.getByRole('button', { name: 'Voriges Protokoll genehmigen' })
    await opener.focus()
    await chair.page.keyboard.press('Enter')
    await expect(part).toContainText('Das lässt sich nicht zurücknehmen.')
    await chair.page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
    await chair.page.keyboard.press('Enter')
    await expectNothingFound(chair.page)
    await part.getByRole('button', { name: 'Genehmigen', exact: true }).press('Enter')
    await expect(part.getByRole('alert')).toContainText('1 Einwand ist noch offen. Klärt ihn zuerst.')
    expect(recordOf(await server.rows()).approval).toBeNull()

    await hanne.page.getByRole('button', { name: /^Einwand von Hanne Pfefferkorn ist erledigt/ }).click()
    await hanne.page.getByRole('button', { name: 'Einwand ist erledigt', exact: true }).click()
    await expect.poll(async () => recordOf(await server.rows()).objections[0]?.settled).toBe(true)
    await opener.click()
    await part.getByRole('button', { name: 'Genehmigen', exact: true }).click()
    await expect(place(chair.page, 'formalia')).toContainText('Genehmigt am 10. April 2026.')
    await expect(opener).toHaveCount(0)
    expect(recordOf(await server.rows()).approval).toEqual({
      approvedInMinutesId: next,
      on: '2026-04-10',
    })

    // whoever has the old minutes open sees it, and the way to the meeting; nobody else was asked
    const approval = place(deniz.page, 'approval')
    await expect(approval).toContainText('Genehmigt am 10. April 2026.')
    await approval.getByRole('link', { name: 'Protokoll der genehmigenden Sitzung öffnen' }).click()
    await deniz.page.waitForURL(`**/blatt/${next}`)
    await expect(place(deniz.page, 'formalia')).toContainText('Genehmigt am 10. April 2026.')
  })

  test('minutes are approved from their own sheet by the chair of a later meeting, and by nobody else', async ({
    browser,
  }) => {
    const chair = await join(browser, server, 'u.ma')
    const deniz = await join(browser, server, 'u.dy')
    await expect(place(deniz.page, 'approval')).toBeVisible()
    const next = await prepareNext(server, chair.page)
    // not the chair: on the sheet of the later meeting nothing is offered, and here the server says who may
    await deniz.page.goto(`${server.url}/blatt/${next}`)
    await expect(place(deniz.page, 'formalia/previousMinutes')).toBeVisible()
    await openMinutes(deniz.page, server)
    await openMinutes(chair.page, server)
    for (const { page } of [deniz, chair]) {
      const part = place(page, 'approval')
      await part.getByRole('button', { name: 'Protokoll genehmigen' }).click()
      await expect(part.getByLabel('In welcher Sitzung').getByRole('option')).toHaveText([
        'Protokoll der 2. Sitzung 2026 des Regionalteams, 10. April 2026',
      ])
      await part.getByRole('button', { name: 'Genehmigen', exact: true }).click()
      if (page === deniz.page) await expect(part.getByRole('alert')).toContainText('Sitzungsleitung')
    }
    for (const { page } of [deniz, chair])
      await expect(place(page, 'approval').locator('p').first()).toContainText('Genehmigt am 10. April 2026.')
    await expect(place(deniz.page, 'approval').getByRole('button')).toHaveCount(0)
  })

  test('a correction is noted below the minutes that stand; whoever signed them signs it, too', async ({
    browser,
  }) => {
    const chair = await join(browser, server, 'u.ma')
    const deniz = await join(browser, server, 'u.dy')
    const svea = await join(browser, server, 'u.sk')
    await expect(svea.page.locator('#closing')).toContainText(fits)
    const before = await place(svea.page, 'agenda/top2').innerText()
    await place(chair.page, 'corrections').getByRole('button', { name: 'Berichtigung vermerken' }).click()
    await chair.page.getByLabel('Was berichtigt wird').fill('Bei TOP 2 muss es 18 Uhr heißen.')
    await expectNothingFound(chair.page)
    await chair.page.getByRole('button', { name: 'Vermerken und unterschreiben' }).click()
    for (const { page } of [chair, deniz, svea]) {
      const note = place(page, 'corrections').getByRole('listitem')
      await expect(note).toContainText('Bei TOP 2 muss es 18 Uhr heißen.')
      await expect(note).toContainText('Berichtigungsvermerk vom 10. April 2026')
      await expect(note).toContainText('Unterschrieben von Marlies Achterberg.')
      await expect(note).toContainText('Es fehlt: Deniz Yıldırım.')
    }
    await expect(place(chair.page, 'corrections').getByRole('listitem').getByRole('button')).toHaveCount(0)
    await expect(place(svea.page, 'corrections').getByRole('button')).toHaveCount(0)
    const sign = place(deniz.page, 'corrections').getByRole('button', { name: 'Berichtigung unterschreiben' })
    await sign.click()
    await sign.click()
    for (const { page } of [chair, deniz, svea]) {
      const note = place(page, 'corrections').getByRole('listitem')
      await expect(note).toContainText('Unterschrieben von Marlies Achterberg und Deniz Yıldırım.')
      await expect(note).not.toContainText('Es fehlt')
      await expect(page.locator('#closing')).toContainText(fits)
    }
    await expect(sign).toHaveCount(0)
    expect(await place(svea.page, 'agenda/top2').innerText()).toBe(before)
  })

  test('a decision is superseded by one of a later meeting: the minutes and the register say so', async ({
    browser,
  }) => {
    const { page } = await join(browser, server, 'u.ma')
    const deniz = await join(browser, server, 'u.dy')
    const next = await prepareNext(server, page)
    await expect(place(page, 'quorum/rule')).toContainText(/\d von 6/)
    const item = (await server.project(next)).agenda.at(-1)?.id ?? ''
    const id = await addDecision(page, item)
    await (await editorAt(page, `decisions/${id}/wording`)).getByRole('textbox').click()
    await page.keyboard.insertText('Die Jahresplanung beginnt neu.')
    const form = await confirmForm(page, id)
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('4')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(article(page, id).getByRole('definition')).toHaveText(['4', '0', '0', 'angenommen'])

    await openMinutes(page, server)
    const closing = page.locator('#closing')
    await closing.getByRole('button', { name: 'Beschluss aufheben' }).click()
    await expectNothingFound(page)
    await closing.getByLabel('Welcher Beschluss wird aufgehoben').selectOption('d02')
    await closing.getByLabel('Welcher Beschluss tritt an seine Stelle').selectOption(`${next}/${id}`)
    await closing.getByRole('button', { name: 'Aufheben', exact: true }).click()
    for (const one of [page, deniz.page]) {
      await expect(one.locator('#closing')).toContainText('2026-01/02 ist aufgehoben durch')
      await expect(article(one, 'd02').getByRole('heading')).toContainText('aufgehoben')
      await expect(article(one, 'd01').getByRole('heading')).not.toContainText('aufgehoben')
      await expect(one.locator('#closing')).toContainText(fits)
    }

    // in the register both stand, and the old one leads to the new one
    const old = deniz.page.locator('main tbody tr').filter({ hasText: '2026-01/02' })
    // the register follows a moment later
    await expect(async () => {
      await deniz.page.goto(`${server.url}/raum/org.region/register`)
      await expect(old).toContainText('aufgehoben durch einen neueren Beschluss', { timeout: 1_500 })
    }).toPass()
    const newer = deniz.page.locator('main tbody tr').filter({ hasText: 'Die Jahresplanung beginnt neu.' })
    await expect(newer.locator('[data-standing="valid"]')).toHaveCount(1)
    await expectNothingFound(deniz.page)
    await old.getByRole('link', { name: 'aufgehoben durch einen neueren Beschluss' }).click()
    await deniz.page.waitForURL(`**/blatt/${next}#decision-${id}`)
    await expect(article(deniz.page, id)).toContainText('Die Jahresplanung beginnt neu.')
  })

  test('[V16] where the bytes are no longer what was signed, each signature says so on the page', async ({
    browser,
  }) => {
    const before = await join(browser, server, 'u.sk')
    await expect(before.page.locator('#closing')).toContainText(fits)
    const whole = await asNewerClient(server, before.page, doc => Y.encodeStateAsUpdate(doc))
    await before.context.close()
    await server.stop()
    writeBehindItsBack(server.dataDir, whole)
    await server.restart()

    const { page } = await join(browser, server, 'u.sk')
    await expect(place(page, 'agenda/top1').getByText('Ein anderer Titel').first()).toBeVisible()
    const signatures = place(page, 'signatures')
    await expect(signatures.getByText(/^Diese Unterschrift passt nicht zu dem, was hier steht/)).toHaveCount(
      2,
    )
    await expect(signatures).not.toContainText(fits)
    await expectNothingFound(page)
  })
})

/** Somebody with the database in their hands: another title for the first item, in a row that the server never took. */
function writeBehindItsBack(folder: string, whole: Uint8Array): void {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, whole)
  const known = Y.encodeStateVector(doc)
  minutes.open(doc).list('agenda').get('top1')?.set('title', 'Ein anderer Titel')
  const bytes = Y.encodeStateAsUpdate(doc, known)
  const database = new DatabaseSync(path.join(folder, 'journal.db'))
  database
    .prepare(
      `insert into journal (document_id, generation, seq, author, encoding, bytes, at, crc)
       select document_id, generation, seq + 1, author, encoding, ?, at, ?
       from journal where document_id = ? order by seq desc limit 1`,
    )
    .run(bytes, crc32(bytes), demoMinutesId)
  database.close()
}
