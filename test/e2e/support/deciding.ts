import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { minutes, type Votes } from '#shared/kinds/minutes/schema.ts'
import { asNewerClient } from './newerClient.ts'
import { join, type Participant } from './people.ts'
import type { DemoServer } from './server.ts'
import { place } from './writing.ts'

/** What tests of decisions share: who is there, when, and where on the sheet something is decided. */

export const votes = (yes: number, no: number, abstain: number): Votes => ({ yes, no, abstain, invalid: 0 })

/** Berlin in March, before the clocks change: UTC + 1. */
export const berlin = (time: string): number => Date.parse(`2026-03-14T${time}:00+01:00`)

export const voter = (id: string, intervals: [string, string | null][] = [['10:00', null]]) => ({
  id,
  status: 'anwesend' as const,
  voting: 'stimmberechtigt' as const,
  intervals,
})
export const five = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk'].map(id => voter(id))

export const article = (page: Page, id: string): Locator => place(page, `decisions/${id}`)
export const commands = (page: Page, id: string): Locator => place(page, `decisions/${id}/commands`)

/** Opens the form in which the chair confirms what was counted. */
export async function confirmForm(page: Page, id: string): Promise<Locator> {
  await commands(page, id)
    .getByRole('button', { name: /^Ergebnis bestätigen/ })
    .click()
  return commands(page, id)
}

/** The chair is there, with the sheet open; the others of the meeting stand in the attendance. */
export async function beginMeeting(
  browser: Browser,
  server: DemoServer,
  content: MinutesContent = { attendance: five },
): Promise<Participant> {
  const chair = await join(browser, server, 'u.ma')
  await asNewerClient(server, chair.page, doc => fillMinutes(minutes.open(doc), content))
  await expect(place(chair.page, 'attendance/u.ma')).toBeVisible()
  return chair
}
