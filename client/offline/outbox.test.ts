import { describe, expect, it } from 'vitest'
import { Outbox, type OutboxEntry } from './outbox.ts'

let count = 0
const entry = (fields: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: `e${++count}`,
  room: 'doc/1/1',
  tab: 'here',
  at: count,
  changes: 1,
  bytes: new Uint8Array([count]),
  ...fields,
})

describe('outbox', () => {
  it('goes from memory over the device to the server', () => {
    const outbox = new Outbox()
    const first = entry()
    outbox.add(first)
    expect(outbox.progress()).toEqual({ changes: 1, kept: false })
    expect(outbox.takeUnwritten()).toEqual([first])
    expect(outbox.progress()).toEqual({ changes: 1, kept: false })
    expect(outbox.written([first.id])).toEqual([])
    expect(outbox.progress()).toEqual({ changes: 1, kept: true })
    expect(outbox.acknowledge([first.id])).toEqual([first])
    expect(outbox.progress()).toBeNull()
  })

  it('[OB1] keeps what a failed write left in memory and writes it again', () => {
    const outbox = new Outbox()
    const first = entry()
    outbox.add(first)
    outbox.takeUnwritten()
    expect(outbox.writeFailed([first.id])).toEqual([])
    expect(outbox.unacknowledged()).toEqual([first])
    expect(outbox.takeUnwritten()).toEqual([first])
  })

  it('[OB2] writes no entries of other tabs until they are gone', () => {
    const outbox = new Outbox()
    const foreign = entry({ tab: 'there' })
    outbox.adoptForeign(foreign)
    expect(outbox.takeUnwritten()).toEqual([])
    expect(outbox.progress()).toEqual({ changes: 1, kept: false })
    outbox.keptElsewhere([foreign.id])
    expect(outbox.progress()).toEqual({ changes: 1, kept: true })
    expect(outbox.takeOver('there')).toEqual([foreign])
    expect(outbox.takeUnwritten()).toEqual([foreign])
  })

  it('[OB3] settles an entry that was acknowledged in the middle of its write', () => {
    for (const end of ['written', 'writeFailed'] as const) {
      const outbox = new Outbox()
      const first = entry()
      outbox.add(first)
      outbox.takeUnwritten()
      expect(outbox.acknowledge([first.id])).toEqual([])
      expect(outbox.progress()).toBeNull()
      expect(outbox[end]([first.id])).toEqual([first])
      expect(outbox.unacknowledged()).toEqual([])
    }
  })

  it('counts one change at least while anything waits', () => {
    const outbox = new Outbox()
    outbox.add(entry({ changes: 0 }))
    expect(outbox.progress()?.changes).toBe(1)
    outbox.add(entry({ changes: 2 }))
    outbox.add(entry({ changes: 1 }))
    expect(outbox.progress()?.changes).toBe(3)
  })

  it('replays oldest first, those of earlier visits included', () => {
    const outbox = new Outbox()
    const young = entry({ at: 30 })
    const old = entry({ at: 10, tab: 'gone' })
    outbox.add(young)
    outbox.adoptKept([old], 'here')
    expect(outbox.unacknowledged()).toEqual([old, young])
  })
})
