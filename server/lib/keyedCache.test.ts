import { describe, expect, it } from 'vitest'
import { createKeyedCache } from './keyedCache.ts'

describe('createKeyedCache', () => {
  it('reads once, also for two who ask at the same time', async () => {
    let reads = 0
    const cache = createKeyedCache(
      async (key: string) => `${key}${++reads}`,
      () => true,
    )
    expect(await Promise.all([cache.get('a'), cache.get('a')])).toEqual(['a1', 'a1'])
    expect(await cache.get('a')).toBe('a1')
    expect(await cache.get('b')).toBe('b2')
  })

  it('[KC1] answers nothing that was read before it was told to forget', async () => {
    let stored = 'old'
    const waiting: (() => void)[] = []
    const cache = createKeyedCache(
      async () => {
        const value = stored
        await new Promise<void>(resolve => waiting.push(resolve))
        return value
      },
      () => true,
    )
    const asked = cache.get('a')
    stored = 'new'
    cache.forget('a')
    waiting.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
    waiting.shift()?.()
    expect(await asked).toBe('new')
  })

  it('asks again after a failed reading', async () => {
    let broken = true
    const cache = createKeyedCache(
      async () => {
        if (broken) throw new Error('broken')
        return 'whole'
      },
      () => true,
    )
    await expect(cache.get('a')).rejects.toThrow('broken')
    broken = false
    expect(await cache.get('a')).toBe('whole')
  })

  it('[KC2] asks again for what was not worth keeping, once for all who wait', async () => {
    let stored: string | null = null
    let readings = 0
    const cache = createKeyedCache(
      async () => {
        readings++
        return stored
      },
      value => value !== null,
    )
    expect(await Promise.all([cache.get('a'), cache.get('a'), cache.get('a')])).toEqual([null, null, null])
    expect(readings).toBe(1)
    stored = 'there'
    expect(await cache.get('a')).toBe('there')
  })
})
