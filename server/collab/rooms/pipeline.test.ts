import { describe, expect, it } from 'vitest'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { BegunAnew, Pipeline } from './pipeline.ts'

/** A clock that stands still until it is moved. */
function standingClock() {
  let now = 0
  let waiting: { at: number; callback: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, callback: () => void) {
      const entry = { at: now + ms, callback }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(other => other !== entry)
      }
    },
    advance(ms: number) {
      now += ms
      const due = waiting.filter(({ at }) => at <= now)
      waiting = waiting.filter(({ at }) => at > now)
      for (const { callback } of due) callback()
    },
  }
}

/** A journal that a test answers by hand, in the order in which it was asked. */
function setUp() {
  const clock = standingClock()
  const log: string[] = []
  const pipeline = new Pipeline(clock, () => log.push('taken back'))
  const asked: { name: string; resolve: () => void; reject: (error: unknown) => void }[] = []

  function write(name: string): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      asked.push({ name, resolve, reject })
    })
    return pipeline.add(written, async () => {
      told(name, write(name))
    })
  }
  function told(name: string, answer: Promise<void>): void {
    answer.then(
      () => log.push(`${name} on disk`),
      (error: unknown) => log.push(error instanceof BegunAnew ? `${name} anew` : `${name} given up`),
    )
  }
  return {
    clock,
    log,
    pipeline,
    asked,
    write: (name: string) => told(name, write(name)),
    follow: (name: string) =>
      told(
        name,
        pipeline.follow(async () =>
          told(
            name,
            pipeline.follow(async () => {}),
          ),
        ),
      ),
  }
}
const turn = () => new Promise(resolve => setImmediate(resolve))

describe('pipeline', () => {
  it('[PL1] answers in the order of the calls, whatever comes first from the disk', async () => {
    const { log, asked, write, follow, pipeline } = setUp()
    write('a')
    write('b')
    follow('c')
    asked[1]?.resolve()
    await turn()
    expect(log).toEqual([])
    asked[0]?.resolve()
    await turn()
    expect(log).toEqual(['a on disk', 'b on disk', 'c on disk'])
    await pipeline.idle()
  })

  it('[PL1] what has nothing to wait for is answered at once', async () => {
    const { log, follow } = setUp()
    follow('a')
    await turn()
    expect(log).toEqual(['a on disk'])
  })

  it('[PL2] takes everything back after a failure and hands it on again in the old order', async () => {
    const { log, asked, write, follow, clock, pipeline } = setUp()
    const { epoch } = pipeline
    write('a')
    write('b')
    follow('c')
    asked[0]?.reject(new Error('disk full'))
    await turn()
    expect(pipeline.epoch).toBeGreaterThan(epoch)
    expect(pipeline.isRecovering).toBe(true)
    expect(log).toEqual([])
    asked[1]?.reject(new Error('disk full'))
    await turn()
    expect(pipeline.isRecovering).toBe(true)
    expect(log).toEqual(['taken back'])
    clock.advance(50)
    await turn()
    expect(log).toEqual(['taken back', 'a anew', 'b anew', 'c anew'])
    expect(asked.map(({ name }) => name)).toEqual(['a', 'b', 'a', 'b'])
    asked[2]?.resolve()
    asked[3]?.resolve()
    await pipeline.recovered()
    await turn()
    expect(log.slice(4)).toEqual(['a on disk', 'b on disk', 'c on disk'])
  })

  it('[PL2] hands nothing on that comes after what has failed once more', async () => {
    const { log, asked, write, clock, pipeline } = setUp()
    write('a')
    write('b')
    for (const { reject } of asked.splice(0)) reject(new Error('disk full'))
    await turn()
    // the first fails again before the second is handed on
    const push = asked.push.bind(asked)
    asked.push = (...items) => {
      for (const { reject } of items) reject(new Error('disk full'))
      asked.push = push
      return push(...items)
    }
    clock.advance(50)
    await turn()
    expect(asked.map(({ name }) => name)).toEqual(['a'])
    clock.advance(1_000)
    await turn()
    expect(asked.map(({ name }) => name)).toEqual(['a', 'a', 'b'])
    for (const { resolve } of asked.slice(1)) resolve()
    await pipeline.recovered()
    await turn()
    expect(log.slice(-2)).toEqual(['a on disk', 'b on disk'])
  })

  it('[PL2] gives all of it up after 5 s, and works again afterwards', async () => {
    const { log, asked, write, clock, pipeline } = setUp()
    write('a')
    for (let answered = 0; answered < 100 && !log.includes('a given up'); answered++) {
      asked[answered]?.reject(new Error('disk full'))
      await turn()
      clock.advance(1_000)
      await turn()
    }
    expect(log.at(-1)).toBe('a given up')
    await pipeline.idle()
    write('b')
    asked.at(-1)?.resolve()
    await turn()
    expect(log.at(-1)).toBe('b on disk')
  })

  it('[PL2] what is only not allowed any more is judged again without waiting', async () => {
    const { log, asked, write } = setUp()
    write('a')
    asked[0]?.reject(new StaleWrite())
    await turn()
    expect(asked).toHaveLength(2)
    asked[1]?.resolve()
    await turn()
    expect(log).toEqual(['taken back', 'a anew', 'a on disk'])
  })
})
