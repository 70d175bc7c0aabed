import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Count } from './step.ts'

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  success: z.boolean(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

/** Counts of a vitest JSON report; a test that was skipped or left for later counts as failed. */
export async function vitestCounts(file: string): Promise<Count> {
  const report = vitestReport.parse(await readJson(file))
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(1, failed) }
}

/** Counts of a Playwright JSON report; flaky and skipped tests count as failed. */
export async function playwrightCounts(file: string): Promise<Count> {
  const { stats } = playwrightReport.parse(await readJson(file))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
}

/** Removes a report of an earlier run, so that its counts can never be taken for this one's. */
export const forget = (file: string): Promise<void> => rm(file, { force: true })
