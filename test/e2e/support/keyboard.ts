import type { Page } from '@playwright/test'

/** Presses Tab until the focus is where it should be; fails when it never comes there. */
export async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(selector => document.activeElement?.matches(selector) ?? false, isThere)) return
  }
  throw new Error(`Tab never came to ${isThere}`)
}
