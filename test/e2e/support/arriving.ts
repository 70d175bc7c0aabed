import type { Page } from '@playwright/test'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { draftOps, timelineSchema } from '#test/support/timeline.ts'
import { Play } from './play.ts'

/** Those of scenario (a) who are there from the beginning, entered by hand. */
export async function enterArrivals(page: Page): Promise<void> {
  const ops = draftOps(timelineSchema.parse(readFixture('a.timeline')))
  const names = z
    .object({ persons: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(readFixture('cast'))
  const play = new Play(new Map(names.persons.map(({ id, name }) => [id, name])))
  for (const op of ops.filter(({ id }) => id === 'L01' || id === 'L02')) await play.do(page, op)
}
