import type {
  afterLoadDocumentPayload,
  connectedPayload,
  onAuthenticatePayload,
  onLoadDocumentPayload,
} from '@hocuspocus/server'
import { describe, expect, it } from 'vitest'
import { Refused } from './refused.ts'
import { wrapHooks } from './wrapHooks.ts'

// What a hook is given does not matter here: it is handed through.
const payload = {} as onLoadDocumentPayload &
  connectedPayload &
  onAuthenticatePayload &
  afterLoadDocumentPayload

describe('wrapHooks', () => {
  it('makes the error of a deciding hook a refusal and reports it', async () => {
    const reported: unknown[] = []
    const cause = new Error('broken')
    const hooks = wrapHooks({ onLoadDocument: () => Promise.reject(cause) }, (...report) =>
      reported.push(report),
    )
    await expect(hooks.onLoadDocument?.(payload)).rejects.toMatchObject({
      name: 'Refused',
      reason: 'unavailable',
      cause,
    })
    expect(reported).toEqual([['onLoadDocument', cause]])
  })

  it('hands a refusal on as it is, without a report', async () => {
    const reported: unknown[] = []
    const refused = new Refused('notFound')
    const hooks = wrapHooks({ onAuthenticate: () => Promise.reject(refused) }, (...report) =>
      reported.push(report),
    )
    await expect(Promise.resolve(hooks.onAuthenticate?.(payload))).rejects.toBe(refused)
    expect(reported).toEqual([])
  })

  it('ends the error of any other hook, thrown or rejected', async () => {
    const reported: string[] = []
    const hooks = wrapHooks(
      {
        connected: () => {
          throw new Error('at once')
        },
        afterLoadDocument: () => Promise.reject(new Error('later')),
      },
      hook => reported.push(hook),
    )
    await hooks.connected?.(payload)
    await hooks.afterLoadDocument?.(payload)
    expect(reported).toEqual(['connected', 'afterLoadDocument'])
  })
})
