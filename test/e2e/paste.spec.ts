import { expect } from '@playwright/test'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'
import { badge, body, copied, enter, field, paste, prose, writeIn } from './support/write.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('[b47–b49] what comes from elsewhere comes cleaned, says what was left out, and asks nobody', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await writeIn(page, 'top1')
  await paste(page, {
    'text/plain': 'egal',
    'text/html': `<style>p{background:url(https://tracker.example/s)}</style><h1 onclick="alert(1)">Titel</h1>
      <p style="background:url(https://tracker.example/p)">Ein <b>fetter</b> <a href="javascript:alert(1)">Link</a>
      <a href="https://example.org/">geht</a><img src="https://tracker.example/i.png"></p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Punkt</p>
      <table><tr><td>a</td><td>b</td></tr></table><iframe src="https://tracker.example/f"></iframe>`,
  })
  const text = body(page, 'top1')
  await expect(text.locator('h3')).toHaveText('Titel')
  await expect(text.locator('strong')).toHaveText('fetter')
  await expect(text.locator('a')).toHaveCount(1)
  await expect(text.locator('ol li')).toHaveText('Punkt')
  await expect(text.locator('td')).toHaveText(['a', 'b'])
  await expect(page.getByRole('status').filter({ hasText: 'Ein Bild kam nicht mit' })).toContainText(
    'Ein Link kam nur als Text mit',
  )
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top1')).not.toMatch(/javascript|tracker|onclick|style/)
  expect(asked.filter(url => url.includes('example'))).toEqual([])
  // one step back takes all of it
  await page.keyboard.press('Control+z')
  await expect(text.locator('h3, table, ol')).toHaveCount(0)
})

test('[b15] control letters and halves of letters are gone before they are written', async ({ browser }) => {
  const page = await enter(browser, server, 'u.ma')
  await writeIn(page, 'top2')
  await paste(page, { 'text/plain': 'Vor\0nach\ud800 \u202ewende' })
  await expect(body(page, 'top2')).toContainText('Vornach\ufffd wende')
  await expect(badge(page)).toHaveAttribute('data-save', 'saved')
  expect(await prose(server, 'top2')).toContain('Vornach\ufffd wende')
})

test('[b50] far too much HTML comes as its text', async ({ browser }) => {
  const page = await enter(browser, server, 'u.ma')
  await writeIn(page, 'top3')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/html', `<p>Gestaltet</p>${'<p style="mso:x"> </p>'.repeat(600_000)}`)
    data.setData('text/plain', 'Nur der Text')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(body(page, 'top3')).toContainText('Nur der Text')
  await expect(page.getByRole('status').filter({ hasText: 'nur der Text eingefügt' })).toBeVisible()
})

test('several paragraphs stay in their text, headings keep their order, facts go by their names', async ({
  browser,
}) => {
  const page = await enter(browser, server, 'u.ma')
  await writeIn(page, 'top5')
  await page.keyboard.type('Vorher ')
  await paste(page, { 'text/plain': 'eins\nzwei {{gruppe.name}}\ndrei' })
  const text = body(page, 'top5')
  await expect(text.locator('p')).toHaveText(['Vorher eins', /^zwei .*Name der Gruppe/, 'drei'])
  await expect(body(page, 'top6')).not.toContainText('drei')
  await page.keyboard.press('Enter')
  await paste(page, { 'text/html': '<h4 data-pm-slice="0 0 []">klein</h4>', 'text/plain': 'klein' })
  await expect(text.locator('h3')).toHaveText('klein')

  await page.keyboard.press('Control+a')
  const { html, plain } = await copied(page)
  expect(html).toContain('data-merge-field="gruppe.name"')
  expect(plain).toContain('zwei Name der Gruppe fehlt noch')
  await writeIn(page, 'top7')
  await paste(page, { 'text/html': html, 'text/plain': plain })
  await expect(body(page, 'top7').locator('[data-merge-field="gruppe.name"]')).toHaveCount(1)
  await expect(field(page, 'top7').locator('h3')).toHaveText('klein')
})
