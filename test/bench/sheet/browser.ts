import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '#test/e2e/support/chromium.ts'

const viewport = { width: 1280, height: 900 }
// A page that does not come to where it should be hangs.
const patienceMs = 30_000

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] })

/** A fresh profile, signed in with this cookie where one is given. */
export async function freshContext(
  browser: Browser,
  signedIn: { url: string; cookie: string } | null,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' })
  context.setDefaultTimeout(patienceMs)
  if (signedIn) {
    const { cookie, url } = signedIn
    const end = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, end), value: cookie.slice(end + 1), url }])
  }
  return context
}

/** Bytes that the page's JavaScript holds after everything that nobody holds has been collected. */
export async function heapOf(session: CDPSession): Promise<number> {
  // twice: what is only freed by the first collection's callbacks goes with the second
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

/** Resolves when the badge says „gespeichert“: the document is here and nothing waits. */
export const untilSaved = (page: Page): Promise<unknown> => page.waitForSelector('[data-save="saved"]')
