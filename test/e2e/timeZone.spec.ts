import { expect } from '@playwright/test'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { asNewerClient } from './support/newerClient.ts'
import { openMinutes, signIn } from './support/people.ts'
import { type DemoServer, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

/** Whoever takes part from elsewhere writes the same minutes: times are those of the federation (domain.md 2.6). */
let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.dispose())

test('a time that is entered far away is the time where the meeting is', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'Pacific/Auckland' })
  const page = await context.newPage()
  await server.setTime(Date.parse('2026-03-14T10:31:00+01:00'))
  await signIn(page, server.links['u.jw'] ?? '')
  await openMinutes(page, server)
  await asNewerClient(server, page, doc =>
    fillMinutes(minutes.open(doc), {
      attendance: [{ id: 'u.jw', status: 'zugeschaltet', voting: 'stimmberechtigt', intervals: [] }],
    }),
  )
  const row = page.locator('[data-path="attendance/u.jw"]')
  await row.getByRole('button', { name: /jetzt gekommen/ }).click()
  await expect(row.getByRole('textbox', { name: /1\. Zeit: von/ })).toHaveValue('10:31')
  // a page that opens without a connection goes by the same clock
  expect(await page.evaluate(() => localStorage.getItem('mitschrift.timeZone'))).toBe('Europe/Berlin')
})
