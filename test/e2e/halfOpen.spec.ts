import { expect } from '@playwright/test'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/** So soon a socket that stands and says nothing counts as gone, in ms (THREATS a13). */
const noticedWithin = 45_000

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('[a13] a half-open socket is shown as no connection within 45 s, and the words stay on the device', async ({
  page,
}) => {
  await page.clock.install()
  await signIn(page, server.links['u.ma'] ?? '')
  await openMinutes(page, server)
  const badge = page.locator('[data-save]')
  await expect(badge).toHaveText('gespeichert')
  await page.locator('[data-path="agenda/top1/body"]').scrollIntoViewIfNeeded()
  await expect(page.locator('[data-path="agenda/top1/body"] .ProseMirror')).toBeVisible()
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
  // the process stands still: its sockets are open and silent
  server.freeze()
  await page.locator('[data-path="agenda/top1/body"] [role="textbox"]').click()
  await page.keyboard.type('Ins Leere. ')
  await page.clock.runFor(noticedWithin)
  // at once: what the browser itself finds out some seconds later by a real clock is not what is asked here
  expect(await badge.textContent()).toContain('ohne Verbindung')
  await expect(badge).toHaveAttribute('data-save', 'onDevice')
  server.thaw()
  await page.clock.resume()
  await expect(badge).toHaveText('gespeichert')
})
