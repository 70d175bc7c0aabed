import { describe, expect, it } from 'vitest'
import { RangeSet } from './rangeSet.ts'

describe('RangeSet', () => {
  it('gives the parts of a range that are missing', () => {
    const set = new RangeSet()
    expect(set.missing(1, 0, 5)).toEqual([{ from: 0, to: 5 }])
    set.add(1, [{ from: 2, to: 4 }])
    set.add(1, [{ from: 8, to: 9 }])
    expect(set.missing(1, 0, 10)).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 8 },
      { from: 9, to: 10 },
    ])
    expect(set.missing(1, 2, 4)).toEqual([])
    expect(set.missing(1, 3, 5)).toEqual([{ from: 4, to: 5 }])
    expect(set.missing(2, 2, 4)).toEqual([{ from: 2, to: 4 }])
    expect([1, 2, 3, 4].map(clock => set.has(1, clock))).toEqual([false, true, true, false])
  })

  it('holds the same, whether ranges come one by one, or many at once', () => {
    // Every third number below 300, in an order that jumps about.
    const ranges = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) * 3).map(from => ({
      from,
      to: from + 2,
    }))
    const single = new RangeSet()
    for (const range of ranges) single.add(1, [range])
    const several = new RangeSet()
    several.add(1, ranges.slice(0, 5))
    several.add(1, ranges.slice(5))
    expect(several.missing(1, 0, 301)).toEqual(single.missing(1, 0, 301))
    expect(single.missing(1, 0, 301)).toHaveLength(100)
    single.add(1, [{ from: 1, to: 299 }])
    expect(single.missing(1, 0, 301)).toEqual([{ from: 299, to: 301 }])
  })
})
