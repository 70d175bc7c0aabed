import { test as base } from '@playwright/test'

/**
 * The test of Playwright that closes what was opened in it: a page left behind goes on trying to reach a server that is
 * gone, beside every test that follows.
 */
export const test = base.extend<{ leavesNothingOpen: void }>({
  leavesNothingOpen: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use()
      await Promise.all(
        browser
          .contexts()
          .filter(context => !before.has(context))
          .map(context => context.close()),
      )
    },
    { auto: true },
  ],
})
