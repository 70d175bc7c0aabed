import { describe, expect, it } from 'vitest'
import { frameMark } from '#shared/wire/frameMark.ts'
import { SentFrames } from './sentFrames.ts'

const [a, b, c] = [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array([3])]

describe('sent frames', () => {
  it('[SF1] gives each answer to the oldest frame', () => {
    const frames = new SentFrames()
    frames.sent(['a', 'b'], a)
    frames.sent([], b)
    frames.sent(['c'], c)
    expect(frames.answered(frameMark(a))).toEqual(['a', 'b'])
    expect(frames.answered(frameMark(b))).toEqual([])
    expect(frames.isWaiting).toBe(true)
    expect(frames.answered(frameMark(c))).toEqual(['c'])
    expect(frames.isWaiting).toBe(false)
    expect(frames.answered(frameMark(c))).toBeNull()
  })

  it('[SF1] [a18] takes no answer for that to another frame', () => {
    const frames = new SentFrames()
    frames.sent(['a'], a)
    frames.sent(['b'], b)
    expect(frames.answered(frameMark(b))).toBeNull()
    expect(frames.closed()).toEqual(['a', 'b'])
  })

  it('[SF2] forgets the frames of a closed channel', () => {
    const frames = new SentFrames()
    frames.sent(['a'], a)
    frames.sent(['b'], b)
    expect(frames.closed()).toEqual(['a', 'b'])
    frames.sent(['c'], c)
    expect(frames.answered(frameMark(c))).toEqual(['c'])
  })
})
