import { describe, expect, it } from 'vitest'
import { growthOf, ofLastingThreads } from './growth.ts'

/** A sample every 15 s, `mbPerHour` more each hour, and a saw tooth of one percent. */
const samples = (minutes: number, mbPerHour: number) =>
  Array.from({ length: minutes * 4 }, (_, index) => ({
    atMs: index * 15_000,
    value: 100 + (mbPerHour * index) / 240 + (index % 5) * 0.2,
  }))

describe('growthOf', () => {
  it('takes a saw tooth for what it is', () => {
    expect(growthOf(samples(8, 0)).isFlat).toBe(true)
  })

  it('finds a kilobyte that is forgotten ten times a second', () => {
    expect(growthOf(samples(8, 36)).isFlat).toBe(false)
  })

  it('says nothing of a short time', () => {
    expect(growthOf(samples(3, 36)).isFlat).toBe(null)
    expect(growthOf([]).isFlat).toBe(null)
  })
})

it('leaves out threads that come and go', () => {
  const sample = (atMs: number, ...heaps: [number, number][]) => ({ atMs, heapOf: new Map(heaps) })
  const seen = [sample(0, [0, 50e6], [1, 10e6], [3, 20e6]), sample(1, [0, 51e6], [1, 10e6], [4, 20e6])]
  expect(ofLastingThreads(seen)).toEqual([
    { atMs: 0, value: 60 },
    { atMs: 1, value: 61 },
  ])
})
