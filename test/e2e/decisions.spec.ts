import { type Browser, expect } from '@playwright/test'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { enterArrivals } from './support/arriving.ts'
import { expectNothingFound } from './support/axe.ts'
import {
  article,
  beginMeeting,
  berlin,
  commands,
  confirmForm,
  five,
  voter,
  votes,
} from './support/deciding.ts'
import { device, keptOnDevice } from './support/device.ts'
import { asNewerClient } from './support/newerClient.ts'
import { join, openMinutes, signIn } from './support/people.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { addDecision, count, editorAt, place } from './support/writing.ts'

test.describe('decisions', () => {
  let server: DemoServer
  test.beforeEach(async () => {
    server = await startDemo()
    await server.setTime(berlin('11:40'))
  })
  test.afterEach(() => server.dispose())

  const begin = (browser: Browser, content?: MinutesContent) => beginMeeting(browser, server, content)

  test('the chair confirms what was counted, with the keyboard; everybody sees what stands, and what was not counted', async ({
    browser,
  }) => {
    const away = [
      ...five.filter(({ id }) => id !== 'u.jw'),
      voter('u.jw', [
        ['10:00', '10:52'],
        ['11:55', null],
      ]),
    ]
    const chair = await begin(browser, { attendance: away })
    const svea = await join(browser, server, 'u.sk')
    await count(svea.page, 'decisions/d01/tallyProposals', votes(3, 0, 1))
    await expect(place(chair.page, 'decisions/d01/tallyProposals')).toContainText('Ja 3')

    // nobody but the chair is offered to confirm
    await expect(commands(svea.page, 'd01').getByRole('button')).toHaveCount(0)
    const opener = commands(chair.page, 'd01').getByRole('button', { name: /^Ergebnis bestätigen/ })
    await opener.focus()
    await chair.page.keyboard.press('Enter')
    const form = commands(chair.page, 'd01')
    await expect(form.getByRole('textbox', { name: 'Ja', exact: true })).toBeFocused()
    await expect(form.getByRole('textbox', { name: 'Ja', exact: true })).toHaveValue('3')
    await expect(form).toContainText('Vorausgefüllt nach der Zählung von Svea Kallweit')
    await expectNothingFound(chair.page)
    await chair.page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
    await chair.page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).press('Enter')

    for (const { page } of [chair, svea]) {
      const decision = article(page, 'd01')
      await expect(decision.getByRole('heading')).toContainText('Wortlaut steht fest seit 11:4')
      await expect(decision.getByRole('definition')).toHaveText(['3', '0', '1', 'angenommen'])
      await expect(decision).toContainText('4 von 6 Stimmberechtigten da. Bestätigt von Marlies Achterberg')
      await expect(decision).toContainText('Die Nummer wird beim Schließen vergeben.')
      // a frozen wording is no text to write in
      await expect(place(page, 'decisions/d01/wording').getByRole('textbox')).toHaveCount(0)
      await expect(decision.getByRole('button', { name: /Stimmen zählen|bestätigen/ })).toHaveCount(0)
    }
    // who was away had counted, too
    await asNewerClient(server, chair.page, doc =>
      minutes
        .open(doc)
        .list('decisions')
        .get('d01')
        ?.owned('tallyProposals')
        .set('u.ma', votes(5, 0, 0)),
    )
    await expect(article(svea.page, 'd01')).toContainText(
      'Nicht gezählt: Marlies Achterberg hat Ja 5, Nein 0, Enthaltung 0 eingetragen.',
    )
    await expectNothingFound(svea.page)
  })

  test('„3 von 4 nötig“ is refused in a plain sentence, and the item is postponed from there', async ({
    browser,
  }) => {
    const three = five.slice(0, 3)
    const { page } = await begin(browser, { attendance: three })
    await page.getByRole('button', { name: 'Beschlussfähigkeit feststellen' }).click()
    await expect(page.locator('#attendance')).toContainText('nicht beschlussfähig, 3 von 6 da')
    const form = await confirmForm(page, 'd01')
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('3')
    await form.getByRole('button', { name: 'Nur das Ergebnis bestätigen' }).click()
    const says =
      'Nicht beschlussfähig: 3 von 4 nötig. Der Antrag bleibt ohne Abstimmung; ihr könnt ihn vertagen.'
    await expect(form.getByRole('alert')).toContainText(says)
    await expectNothingFound(page)
    await form.getByRole('button', { name: /^Vertagen/ }).click()
    await expect.poll(async () => (await server.project()).agenda[0]?.result).toBe('vertagt')
    await expect(article(page, 'd01').getByRole('definition')).toHaveCount(0)
    await page.getByRole('button', { name: 'Rückgängig' }).first().click()
    await expect.poll(async () => (await server.project()).agenda[0]?.result).not.toBe('vertagt')
    // what was counted is kept for whoever mends the attendance and confirms again
    await page.reload()
    await expect(commands(page, 'd01')).toContainText('Nicht beschlussfähig: 3 von 4 nötig.')
    const again = await confirmForm(page, 'd01')
    await expect(again.getByRole('textbox', { name: 'Ja', exact: true })).toHaveValue('3')
  })

  test('of two who confirm at once one wins; the other sees which count stands, and whose', async ({
    browser,
  }) => {
    const chair = await begin(browser)
    const phone = await join(browser, server, 'u.ma')
    const forms = [await confirmForm(chair.page, 'd01'), await confirmForm(phone.page, 'd01')] as const
    await forms[0].getByRole('textbox', { name: 'Ja', exact: true }).fill('4')
    await forms[1].getByRole('textbox', { name: 'Ja', exact: true }).fill('5')
    // what the first one decides does not reach the second before it decides itself
    phone.line.hold()
    await forms[0].getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(article(chair.page, 'd01').getByRole('definition').first()).toHaveText('4')
    await forms[1].getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(forms[1].getByRole('alert')).toContainText(
      'Es gilt schon: Ja 4, Nein 0, Enthaltung 0, angenommen. Bestätigt von Marlies Achterberg um 11:4',
    )
    phone.line.release()
    await expect(article(phone.page, 'd01').getByRole('definition').first()).toHaveText('4')
  })

  test('a vote on a motion that was written without a connection is confirmed on return; one that cannot be is told', async ({
    browser,
  }) => {
    const chair = await begin(browser)
    const deniz = await join(browser, server, 'u.dy')
    const { page } = chair
    await page.locator('[data-save]').getByText('gespeichert').waitFor()
    // what is needed for it lies on the device
    await expect(commands(page, 'd01').getByRole('button').first()).toBeVisible()
    await keptOnDevice(page)
    await chair.context.setOffline(true)
    const id = await addDecision(page, 'top5')
    await (await editorAt(page, `decisions/${id}/wording`)).getByRole('textbox').click()
    await page.keyboard.insertText('Wir führen zwei Veranstaltungen durch.')
    const form = await confirmForm(page, id)
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('4')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(form).toContainText('Noch nicht bestätigt')
    await expect(form).toContainText('Ja 4, Nein 0, Enthaltung 0')
    const other = await confirmForm(page, 'd01')
    await other.getByRole('textbox', { name: 'Ja', exact: true }).fill('5')
    await other.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(other).toContainText('Noch nicht bestätigt')
    await expect(page.locator('[data-save]')).toContainText('auf diesem Gerät')
    await expectNothingFound(page)

    // a reload without a connection keeps both
    await page.reload()
    await expect(commands(page, id)).toContainText('Noch nicht bestätigt')
    await expect(commands(page, 'd01')).toContainText('Noch nicht bestätigt')

    // meanwhile two have left before that vote
    await asNewerClient(server, deniz.page, doc => {
      const list = minutes.open(doc).list('attendance')
      for (const gone of ['u.hp', 'u.jw']) list.get(gone)?.set('intervals', [['10:00', '11:00']])
    })
    await chair.context.setOffline(false)
    await expect(commands(page, 'd01')).toContainText('Nicht beschlussfähig: 3 von 4 nötig.')
    await expect(commands(page, 'd01')).toContainText('Nicht bestätigt')
    await expectNothingFound(page)
    await commands(page, 'd01')
      .getByRole('button', { name: /^Weglegen/ })
      .click()
    await commands(page, id)
      .getByRole('button', { name: /^Weglegen/ })
      .click()
    await expect(commands(page, 'd01').getByText('Nicht bestätigt', { exact: true })).toHaveCount(0)

    // they are back, and what is intended now is confirmed when the connection is
    await asNewerClient(server, deniz.page, doc => {
      const list = minutes.open(doc).list('attendance')
      for (const back of ['u.hp', 'u.jw']) list.get(back)?.set('intervals', [['10:00', null]])
    })
    await expect(place(page, 'quorum/rule')).toContainText('5 von 6')
    await chair.context.setOffline(true)
    const again = await confirmForm(page, id)
    await again.getByRole('textbox', { name: 'Ja', exact: true }).fill('4')
    await again.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(again).toContainText('Noch nicht bestätigt')
    // taken back, it is not asked at all
    const back = await confirmForm(page, 'd01')
    await back.getByRole('textbox', { name: 'Ja', exact: true }).fill('1')
    await back.getByRole('button', { name: 'Nur das Ergebnis bestätigen' }).click()
    await back.getByRole('button', { name: /^Zurücknehmen/ }).click()
    await expect(back.getByRole('button', { name: /^Ergebnis bestätigen/ })).toBeVisible()
    await chair.context.setOffline(false)
    for (const one of [page, deniz.page]) {
      await expect(article(one, id).getByRole('definition').first()).toHaveText('4')
      await expect(article(one, 'd01').getByRole('definition')).toHaveCount(0)
    }
    await expect(page.locator('[data-save]')).toHaveText('gespeichert')
  })

  test('a whole meeting on one device without a network: who came, votes and the closing are confirmed on return', async ({
    browser,
  }) => {
    const { page, context } = await join(browser, server, 'u.ma')
    await asNewerClient(server, page, doc => {
      const agenda = minutes.open(doc).list('agenda')
      // nothing is asked of an item but what is decided here
      for (const id of agenda.ids()) agenda.get(id)?.set('type', 'information')
    })
    await expect(place(page, 'agenda/top7/type')).toHaveValue('information')
    await keptOnDevice(page)
    await page.locator('[data-save]').getByText('gespeichert').waitFor()
    await context.setOffline(true)

    await enterArrivals(page)
    await place(page, 'quorum/commands')
      .getByRole('button', { name: 'Beschlussfähigkeit feststellen' })
      .click()
    const form = await confirmForm(page, 'd01')
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('4')
    await form.getByRole('textbox', { name: 'Enthaltung', exact: true }).fill('1')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(form).toContainText('Noch nicht bestätigt')
    await place(page, 'ways').getByRole('button', { name: 'Sitzung schließen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Jetzt schließen' }).click()
    expect(await server.rows()).toEqual([])

    // an hour later: what counts is who was there when it was voted
    await server.setTime(berlin('12:50'))
    await context.setOffline(false)
    await expect.poll(async () => (await server.rows()).length, { timeout: 20_000 }).toBe(4)
    const record = recordOf(await server.rows())
    expect(record.quorum).toMatchObject([{ present: 5, result: 'beschlussfaehig' }])
    expect(record.decisions).toMatchObject([
      { decisionId: 'd01', eligiblePresent: 5, result: 'angenommen', register: '2026-01/01' },
    ])
    expect(record.closing?.end).toMatch(/^11:4\d$/)
    const { header, attendance } = await server.project()
    expect(header.end).toBe(record.closing?.end)
    expect(attendance.filter(row => row.intervals.length > 0)).toHaveLength(6)
    await expect(article(page, 'd01').getByRole('heading')).toContainText('2026-01/01')
  })

  test('closing says what is missing and what it does; two sign; without a connection all of it is there', async ({
    browser,
  }) => {
    const kept = await device({ viewport: { width: 1280, height: 900 } })
    const context = await kept.start()
    const page = await context.newPage()
    await signIn(page, server.links['u.ma'] ?? '')
    await openMinutes(page, server)
    await asNewerClient(server, page, doc => {
      fillMinutes(minutes.open(doc), { attendance: five })
      const agenda = minutes.open(doc).list('agenda')
      for (const id of agenda.ids()) if (id !== 'top1') agenda.get(id)?.set('result', 'vertagt')
    })
    await expect(place(page, 'attendance/u.ma')).toBeVisible()
    const form = await confirmForm(page, 'd01')
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('5')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    await expect(article(page, 'd01').getByRole('definition').first()).toHaveText('5')

    await page.locator('#tasks').getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
    await page.locator('#tasks textarea:focus').fill('Raum anfragen')
    await page.locator('#tasks textarea:focus').blur()
    await page.getByRole('button', { name: 'Sitzung schließen' }).click()
    const guide = page.getByRole('dialog', { name: 'Sitzung schließen' })
    await expect(guide).toContainText('vor dem Abschluss klären')
    await expect(guide.getByRole('button', { name: 'Jetzt schließen' })).toBeDisabled()
    await expectNothingFound(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Rückgängig' }).first().click()
    await asNewerClient(server, page, doc => {
      const tasks = minutes.open(doc).list('tasks')
      for (const id of tasks.ids()) tasks.remove(id)
    })
    await expect(page.locator('[data-path^="tasks/"]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Sitzung schließen' }).click()
    await expect(guide).toContainText('Ein Beschluss bekommt die Nummer 2026-01/01 im Register.')
    await guide.getByRole('button', { name: 'Jetzt schließen' }).click()
    await expect(guide).toHaveCount(0)
    const closing = page.locator('#closing')
    await expect(closing).toContainText('2026-01/01')
    await expect(article(page, 'd01').getByRole('heading')).toContainText('Beschluss 2026-01/01')
    await expect(
      page.getByText('Das Protokoll steht fest und wird nicht mehr geändert.').first(),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Aufgabe hinzufügen' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Zur Sitzung' })).toHaveCount(0)

    const deniz = await join(browser, server, 'u.dy')
    for (const one of [page, deniz.page]) {
      const part = one.locator('#closing')
      await part.getByRole('button', { name: 'Unterschreiben' }).click()
      await expectNothingFound(one)
      await part.getByRole('button', { name: 'Unterschreiben' }).click()
      await expect(part.getByRole('button', { name: 'Unterschreiben' })).toHaveCount(0)
    }
    const signed = closing.locator('[data-signed="true"]')
    await expect(signed).toHaveCount(2)
    await expect(closing).toContainText('Die Unterschriften passen zu dem, was hier steht.')

    // sent, one objection raised and settled
    await closing.getByRole('button', { name: 'Protokoll versenden' }).click()
    await closing.getByRole('button', { name: 'Protokoll versenden' }).click()
    await expect(deniz.page.locator('#closing')).toContainText('Versandt am 14. März 2026')
    await deniz.page.locator('#closing').getByRole('button', { name: 'Einwand erheben' }).click()
    await deniz.page.getByLabel('Was stimmt nicht?').fill('TOP 2 fehlt ein Satz.')
    await deniz.page.getByRole('button', { name: 'Einwand einreichen' }).click()
    await expect(closing).toContainText('TOP 2 fehlt ein Satz.')
    await deniz.page.getByRole('button', { name: /^Einwand von Deniz Yıldırım ist erledigt/ }).click()
    await deniz.page.getByRole('button', { name: 'Einwand ist erledigt', exact: true }).click()
    await expect(closing).toContainText('erledigt')
    await expectNothingFound(page)

    await keptOnDevice(page)
    await context.setOffline(true)
    await page.reload()
    await expect(page.locator('#closing [data-signed="true"]')).toHaveCount(2)
    await expect(page.locator('#closing')).toContainText('2026-01/01')
    await expect(page.locator('#closing')).toContainText('Die Unterschriften passen zu dem, was hier steht.')
    await expect(article(page, 'd01').getByRole('definition').first()).toHaveText('5')
    await deniz.context.close()
    await context.close()
    await kept.remove()
  })

  test('what was written without a connection before the others closed is set aside and stands with the late contributions', async ({
    browser,
  }) => {
    const chair = await begin(browser, {
      attendance: five,
      agenda: [],
    })
    const svea = await join(browser, server, 'u.sk')
    await asNewerClient(server, chair.page, doc => {
      const agenda = minutes.open(doc).list('agenda')
      for (const id of agenda.ids()) agenda.get(id)?.set('result', 'vertagt')
    })
    await editorAt(svea.page, 'agenda/top6/body')
    await svea.context.setOffline(true)
    await (await editorAt(svea.page, 'agenda/top6/body')).getByRole('textbox').click()
    await svea.page.keyboard.insertText('Ich kann das Foto vom Türschild machen.')
    await expect(svea.page.locator('[data-save]')).toContainText('auf diesem Gerät')
    await chair.page.getByRole('button', { name: 'Sitzung schließen' }).click()
    await chair.page.getByRole('button', { name: 'Jetzt schließen' }).click()
    await expect(chair.page.locator('#closing')).toBeVisible()
    await svea.context.setOffline(false)
    await expect(
      svea.page
        .getByRole('region', { name: 'Aufgehobener Text' })
        .getByText('Die Sitzung wurde geschlossen, bevor dein Text den Server erreicht hat.'),
    ).toBeVisible({ timeout: 30_000 })
    for (const { page } of [chair, svea]) {
      await expect(page.locator('#lateContributions')).toContainText('Nachtrag von Svea Kallweit')
      await expect(page.locator('#lateContributions')).toContainText('Ich kann das Foto')
    }
    await expect(place(svea.page, 'agenda/top6/body')).not.toContainText('Ich kann das Foto')
    await chair.context.close()

    // the minute taker decides what becomes of it, once
    const deniz = await join(browser, server, 'u.dy')
    await deniz.page.getByRole('button', { name: /^Vermerken: Nachtrag von Svea Kallweit/ }).click()
    await expect(svea.page.locator('#lateContributions')).toContainText('vermerkt, Deniz Yıldırım')
  })

  test('a forged draft changes nothing that anybody sees', async ({ browser }) => {
    const chair = await begin(browser)
    const form = await confirmForm(chair.page, 'd01')
    await form.getByRole('textbox', { name: 'Ja', exact: true }).fill('5')
    await form.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).click()
    const stands = article(chair.page, 'd01')
    await expect(stands.getByRole('definition').first()).toHaveText('5')
    // the row may arrive before the answer to the command, while the form is still there
    await expect(form.getByRole('textbox')).toHaveCount(0)
    const before = await stands.innerText()

    const forger = await join(browser, server, 'u.jw')
    await asNewerClient(server, forger.page, doc => {
      const decision = minutes.open(doc).list('decisions').get('d01')
      const { y } = decision ?? {}
      for (const [key, value] of [
        ['votes', votes(0, 5, 0)],
        ['result', 'abgelehnt'],
        ['register', '2026-01/99'],
        ['frozenWording', 'Es gibt 640 Euro.'],
        ['state', 'aufgehoben'],
      ] as const)
        y?.set(key, value)
      doc.getMap('document').set('signatures', [{ role: 'sitzungsleitung', person: 'u.jw' }])
      decision?.set('rule', 'einstimmig')
    })
    await openMinutes(forger.page, server)
    for (const page of [chair.page, forger.page]) {
      await expect(article(page, 'd01').getByRole('definition')).toHaveText(['5', '0', '0', 'angenommen'])
      await expect(page.locator('main')).not.toContainText('2026-01/99')
      await expect(page.locator('main')).not.toContainText('640 Euro.')
    }
    await expect.poll(() => stands.innerText()).toBe(before)

    // even taken out of the draft it is there to be read
    await asNewerClient(server, forger.page, doc => minutes.open(doc).list('decisions').remove('d01'))
    await expect(chair.page.locator('main')).toContainText('Dieser Beschluss steht nicht mehr im Entwurf.')
  })

  test('at 360 px the chair confirms with the thumb, and nothing scrolls sideways', async ({ browser }) => {
    const chair = await begin(browser)
    await chair.context.close()
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      isMobile: true,
      hasTouch: true,
    })
    const page = await context.newPage()
    await signIn(page, server.links['u.ma'] ?? '')
    await page.goto(`${server.url}/blatt/${demoMinutesId}`)
    const bar = commands(page, 'd01')
    await bar.getByRole('button', { name: /^Ergebnis bestätigen/ }).tap()
    const more = bar.getByRole('button', { name: 'Ja: eine Stimme mehr' })
    const box = await more.boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(56)
    for (let vote = 0; vote < 4; vote++) await more.tap()
    await expect(bar.getByRole('status')).toContainText('4 von 5 Stimmberechtigten.')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await bar.getByRole('button', { name: 'Bestätigen und Wortlaut festhalten' }).tap()
    await expect(article(page, 'd01').getByRole('definition').first()).toHaveText('4')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
