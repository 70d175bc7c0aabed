import { describe, expect, it } from 'vitest'
import { SentFrames } from './sentFrames.ts'

describe('sent frames', () => {
  it('[SF1] gives each answer to the oldest frame', () => {
    const frames = new SentFrames()
    frames.sent(['a', 'b'])
    frames.sent([])
    frames.sent(['c'])
    expect(frames.answered()).toEqual(['a', 'b'])
    expect(frames.answered()).toEqual([])
    expect(frames.answered()).toEqual(['c'])
    expect(frames.answered()).toEqual([])
  })

  it('[SF2] forgets the frames of a closed channel', () => {
    const frames = new SentFrames()
    frames.sent(['a'])
    frames.sent(['b'])
    expect(frames.closed()).toEqual(['a', 'b'])
    frames.sent(['c'])
    expect(frames.answered()).toEqual(['c'])
  })
})
