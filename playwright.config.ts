import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from './test/e2e/support/chromium.ts'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/e2e',
  globalSetup: './test/e2e/support/globalSetup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    launchOptions: { executablePath: chromiumPath, args: [...chromiumArgs] },
    // one step that cannot be done must not eat the whole test's time
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
  },
})
