import { expect, it } from 'vitest'
import { TokenBucket } from './tokenBucket.ts'

it('[b28] allows a burst, then so many a second', () => {
  const bucket = new TokenBucket(10, 5)
  expect(Array.from({ length: 6 }, () => bucket.take(0))).toEqual([0, 0, 0, 0, 0, 100])
  expect(bucket.take(100)).toBe(100)
  expect(bucket.take(10_000)).toBe(0)
  expect(Array.from({ length: 5 }, () => bucket.take(10_000)).at(-1)).toBe(100)
})

it('gives nothing for a clock that was set back', () => {
  const bucket = new TokenBucket(10, 1)
  expect(bucket.take(1_000)).toBe(0)
  expect(bucket.take(0)).toBe(100)
})
