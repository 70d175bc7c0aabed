import type { Page } from '@playwright/test'
import { z } from 'zod'
import { type LiveAction, type LiveState, liveStateSchema } from '#shared/rules/liveState.ts'

const answerSchema = z.object({
  json: z.looseObject({ outcome: z.string(), state: liveStateSchema.nullable().optional() }),
})

/** Does something in the meeting as this page's person, and answers where it stands then. */
export async function actLive(page: Page, action: LiveAction): Promise<LiveState | null> {
  const documentId = /[0-9a-f-]{36}/.exec(page.url())?.[0]
  const answer = await page.evaluate(
    async input => {
      const response = await fetch('/api/rpc/live/act', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: input }),
      })
      return response.json() as Promise<unknown>
    },
    { documentId, action },
  )
  const { outcome, state = null } = answerSchema.parse(answer).json
  if (outcome !== 'done') throw new Error(`${action.type} was answered with ${JSON.stringify(answer)}`)
  return state
}
