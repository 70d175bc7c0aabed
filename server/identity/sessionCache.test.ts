import { expect, it } from 'vitest'
import { createSessionCache, type KnownSession } from './sessionCache.ts'

const session: KnownSession = { sessionId: 's', personId: 'p', token: 't', expiresAt: 1 }

it('reads a session once', async () => {
  const cache = createSessionCache()
  let reads = 0
  const read = async () => {
    reads += 1
    return session
  }
  await cache.get('cookie', read)
  expect(await cache.get('cookie', read)).toBe(session)
  expect(reads).toBe(1)
})

it('[SC1] answers no session that was forgotten while it was read', async () => {
  const cache = createSessionCache()
  let stored: KnownSession | null = session
  let finishReading = (): void => undefined
  const held = new Promise<void>(resolve => {
    finishReading = resolve
  })
  const asked = cache.get('cookie', async () => {
    const found = stored
    await held
    return found
  })
  stored = null
  cache.forget('s')
  finishReading()
  expect(await asked).toBeNull()
})

it('does not keep „nobody“: a guessed cookie leaves nothing in memory', async () => {
  const cache = createSessionCache()
  expect(await cache.get('cookie', async () => null)).toBeNull()
  expect(await cache.get('cookie', async () => session)).toBe(session)
})
