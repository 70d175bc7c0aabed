import { describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { closeCodes, Line, type Lines } from './line.ts'
import { deniedFrame } from './serverFrame.ts'

function setUp() {
  let now = 0
  let measured = 0
  const waiting: { at: number; callback: () => void }[] = []
  const log: string[] = []
  const frames: Uint8Array[] = []
  const socket = {
    readyState: 1,
    bufferedBytes: 0,
    send: (data: Uint8Array) => log.push(`send ${data.length}`),
    close: (code?: number, reason?: string) => log.push(`close ${code} ${reason}`),
    pause: () => log.push('pause'),
    resume: () => log.push('resume'),
  }
  const clock = {
    now: () => now,
    after(ms: number, callback: () => void) {
      const entry = { at: now + ms, callback }
      waiting.push(entry)
      return () => void waiting.splice(waiting.indexOf(entry), 1)
    },
  }
  const lines: Lines = { clock, measure: () => measured, open: new Set() }
  const line = new Line(socket, lines, new Headers())
  line.begin({
    handleMessage: data => frames.push(data),
    handleClose: ({ code, reason }) => log.push(`left ${code} ${reason}`),
  })
  return {
    line,
    lines,
    log,
    frames,
    skew: (ms: number) => {
      now += ms
    },
    advance: (ms: number) => {
      now += ms
      measured += ms
      for (const entry of waiting.filter(({ at }) => at <= now)) {
        waiting.splice(waiting.indexOf(entry), 1)
        entry.callback()
      }
    },
  }
}
const address = new TextEncoder().encode('doc/6f1c3c52-5d2f-4f9e-9a54-0e7f7a4c2b11/1')
const frameOf = (type: number) => new Uint8Array([address.length, ...address, type])
const auth = frameOf(2)
const leave = frameOf(7)
const frame = frameOf(0)
const id = { documentId: documentIdSchema.parse('6f1c3c52-5d2f-4f9e-9a54-0e7f7a4c2b11'), generation: 1 }

/** A room that is open on the line; answers with what it will take. */
function openRoom(line: Line): Uint8Array[] {
  const taken: Uint8Array[] = []
  line.frame(auth)
  line.enter(id, { frame: data => taken.push(data) })
  line.entered(id)
  return taken
}

describe('line', () => {
  it('[b16] closes where nobody has opened a room in time', () => {
    const { line, log, advance, frames } = setUp()
    advance(14_000)
    line.frame(auth)
    expect(log).toEqual([])
    advance(1_000)
    expect(log).toEqual([`close ${closeCodes.tryAgain} handshakeTooLate`])
    line.frame(auth)
    expect(frames).toHaveLength(1)
  })

  it('[b16] stays where somebody has', () => {
    const { line, log, advance } = setUp()
    line.opened()
    advance(60_000)
    expect(log).toEqual([])
  })

  it('[a13] ends, and leaves its rooms, when nothing has come for long', () => {
    const { line, lines, log, advance } = setUp()
    openRoom(line)
    line.opened()
    advance(50_000)
    line.frame(frame)
    advance(100_000)
    line.endIfSilent()
    expect(log).toEqual([])
    advance(1)
    line.endIfSilent()
    expect(log).toEqual([`close ${closeCodes.silent} silent`, `left ${closeCodes.silent} silent`])
    expect(lines.open.size).toBe(0)
  })

  it('[a10] stays when the clock is set right', () => {
    const { line, log, skew } = setUp()
    line.opened()
    skew(86_400_000)
    line.endIfSilent()
    expect(log).toEqual([])
  })

  it('[b28] reads a flood more slowly, and loses nothing of it', () => {
    const { line, log, advance } = setUp()
    const taken = openRoom(line)
    line.opened()
    for (let index = 0; index < 3_009; index++) line.frame(frame)
    expect(taken).toHaveLength(3_009)
    expect(log).toEqual(['pause'])
    advance(1_000)
    expect(log).toEqual(['pause', 'resume'])
  })

  it('[LI1] goes on reading only when the last has let go', () => {
    const { line, log } = setUp()
    line.hold()
    line.hold()
    line.release()
    expect(log).toEqual(['pause'])
    line.release()
    expect(log).toEqual(['pause', 'resume'])
  })

  it('[b27] closes after so many frames of an unknown kind', () => {
    const { line, log } = setUp()
    line.opened()
    for (let index = 0; index < 19; index++) line.countUnknown()
    expect(log).toEqual([])
    line.countUnknown()
    expect(log).toEqual([`close ${closeCodes.refused} unknownFrames`])
  })

  it('[LI2] brings a frame to the room that is open under its address', () => {
    const { line, frames } = setUp()
    const room = { frame: (data: Uint8Array) => taken.push(data) }
    const taken: Uint8Array[] = []
    line.frame(auth)
    line.enter(id, room)
    line.entered(id)
    line.frame(frame)
    line.leave(id, { frame: () => undefined })
    line.frame(frame)
    line.leave(id, room)
    line.frame(frame)
    expect(taken).toEqual([frame, frame])
    expect(frames).toEqual([auth])
  })

  it('[LI3] takes what comes during a handshake when it is over, in order', () => {
    const { line, frames } = setUp()
    const taken: Uint8Array[] = []
    const room = { frame: (data: Uint8Array) => taken.push(data) }
    line.frame(auth)
    for (const data of [frame, leave, frame]) line.frame(data)
    line.enter(id, room)
    expect(taken).toEqual([])
    line.entered(id)
    expect(taken).toEqual([frame, leave, frame])
    expect(frames).toEqual([auth])
  })

  it('[LI3] begins the next handshake only when the one before has failed', async () => {
    const { line, frames } = setUp()
    line.frame(auth)
    line.frame(auth)
    expect(frames).toHaveLength(1)
    line.send(deniedFrame(new TextDecoder().decode(address), 'notFound'))
    await new Promise(resolve => setImmediate(resolve))
    expect(frames).toHaveLength(2)
  })

  it('[LI3] leaving a room that is not open is nothing, and no reason to close', () => {
    const { line, log, frames } = setUp()
    for (let index = 0; index < 100; index++) line.frame(leave)
    expect(log).toEqual([])
    expect(frames).toEqual([])
  })

  it('reads no further while much waits for a handshake', () => {
    const { line, log } = setUp()
    line.frame(auth)
    for (let index = 0; index < 10; index++)
      line.frame(new Uint8Array([...frame, ...new Uint8Array(200_000)]))
    expect(log).toEqual(['pause'])
    line.enter(id, { frame: () => undefined })
    line.entered(id)
    expect(log).toEqual(['pause', 'resume'])
  })

  it('[LI2] [b18] answers a name that is no room with a no, and closes after so many', () => {
    const { line, log, frames } = setUp()
    for (const name of ['', '__proto__', 'constructor', 'doc/x/1', '\0']) {
      line.frame(new Uint8Array([name.length, ...new TextEncoder().encode(name), 2, 0]))
    }
    expect(frames).toEqual([])
    expect(log).toHaveLength(5)
    expect(log.every(entry => entry.startsWith('send'))).toBe(true)
    for (let index = 0; index < 15; index++) line.frame(new Uint8Array([1, 65, 0]))
    expect(log.at(-1)).toBe(`close ${closeCodes.refused} unknownFrames`)
    expect(log).toHaveLength(20)
  })
})
