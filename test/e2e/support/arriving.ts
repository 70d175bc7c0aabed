import type { Page } from '@playwright/test'
import { readFixture } from '#server/demo/files.ts'
import { draftOps, timelineSchema } from '#test/support/timeline.ts'
import { Play } from './play.ts'

/** Those of scenario (a) who are there from the beginning, entered by hand. */
export async function enterArrivals(page: Page): Promise<void> {
  const ops = draftOps(timelineSchema.parse(readFixture('a.timeline')))
  const play = new Play()
  for (const op of ops.filter(({ id }) => id === 'L01' || id === 'L02')) await play.do(page, op)
}
