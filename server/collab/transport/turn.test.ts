import { describe, expect, it } from 'vitest'
import { type Message, Turn } from './turn.ts'

const bytes = (length: number, fill = 7) => new Uint8Array(length).fill(fill)
const compressible = (length: number) => Buffer.from('presence '.repeat(length / 9))

function inTurn() {
  const turn = new Turn(new WeakMap())
  return { turn, sequence: (...all: Uint8Array[]) => step(turn, all) }
}
const step = (turn: Turn, all: readonly Uint8Array[]) =>
  all.reduce((sequence, data) => sequence.followedBy(turn.message(data)), turn.start)

describe('what a turn sends', () => {
  it('is one Sequence for all sockets that get the same, with the same chunks', () => {
    const { sequence } = inTurn()
    const [text, presence] = [bytes(90), bytes(300)]
    const all = Array.from({ length: 5 }, () => sequence(text, presence))
    expect(new Set(all).size).toBe(1)
    expect(new Set(all.map(each => each.chunks(false))).size).toBe(1)
  })

  it('keeps apart who gets something else in between, and finds each way again', () => {
    const { sequence } = inTurn()
    const [ack, text, other] = [bytes(5), bytes(90), bytes(90)]
    const ways = () => [sequence(text), sequence(ack, text), sequence(text, ack), sequence(other, text)]
    const [first, again] = [ways(), ways()]
    expect(new Set(first).size).toBe(4)
    expect(again.every((each, index) => each === first[index])).toBe(true)
  })

  it('tells two messages of the same content apart only by their objects', () => {
    const { turn } = inTurn()
    const data = bytes(50)
    const message = turn.message(data)
    turn.message(bytes(50))
    expect(turn.message(data)).toBe(message)
    expect(turn.message(bytes(50))).not.toBe(message)
  })

  it('counts what waits', () => {
    expect(inTurn().sequence(bytes(90), bytes(300)).bytes).toBe(390)
  })

  it('joins small frames and leaves a large payload where it is', () => {
    const { sequence } = inTurn()
    const large = bytes(70_000)
    const chunks = sequence(bytes(1, 1), bytes(2, 2), large, bytes(3, 3)).chunks(false)
    const header = [0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]
    expect(chunks.map(chunk => (chunk === large ? 'large' : [...chunk]))).toEqual([
      [0x82, 1, 1, 0x82, 2, 2, 2, ...header],
      'large',
      [0x82, 3, 3, 3, 3],
    ])
  })

  it('compresses what several read, once, and gives the plain frame to the others', () => {
    const { turn } = inTurn()
    const data = compressible(5_000)
    const message = turn.message(data)
    message.readers = 2
    const compressed = message.deflated()
    expect(compressed?.length).toBeLessThan(200)
    expect(message.deflated()).toBe(compressed)
    const both = step(turn, [data])
    expect(both.chunks(true)[0]?.[0]).toBe(0xc2)
    expect(both.chunks(false)[0]?.[0]).toBe(0x82)
    expect(both.chunks(false)[0]?.length).toBe(data.length + 4)
  })

  it('remembers a large message beyond its turn, so that whoever joins next costs no second compression', () => {
    const large = new WeakMap<Uint8Array, Message>()
    const [document, small] = [compressible(50_000), compressible(500)]
    const [now, later] = [new Turn(large), new Turn(large)]
    now.message(document).readers++
    expect(later.message(document).deflated()).toBe(now.message(document).deflated())
    expect(later.message(document).deflated()?.length).toBeLessThan(1_000)
    expect(later.message(small)).not.toBe(now.message(small))
  })
})
