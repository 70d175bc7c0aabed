import { defineConfig } from 'vitest/config'

/**
 * The projects that need no browser. `unit` stands beside its unit; the others cross processes,
 * time or the network and live in test/. The browser project is Playwright's (playwright.config.ts).
 */
const project = (name: string, include: string[], seconds: number) => ({
  test: { name, include, testTimeout: seconds * 1000, hookTimeout: seconds * 1000 },
})

export default defineConfig({
  test: {
    // two cores: one worker may wait for the disk while the other computes
    maxWorkers: 2,
    projects: [
      project(
        'unit',
        ['{shared,server,client,scripts}/**/*.test.{ts,tsx}', 'test/{support,bench}/**/*.test.ts'],
        20,
      ),
      project('contract', ['test/contracts/**/*.test.ts'], 60),
      project('integration', ['test/{integration,hostile,faults}/**/*.test.ts'], 180),
      project('convergence', ['test/convergence/**/*.test.ts'], 300),
    ],
  },
})
