import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { personIdSchema } from '#shared/ids.ts'
import { PresenceStates } from './presenceStates.ts'

const person = { id: personIdSchema.parse('u.ma'), name: 'Maren', tone: 2 }
const place = { path: 'agenda/top1/body', typing: true }

/** An awareness update as a client writes it, or as somebody would who keeps to no rules. */
function said(...entries: { id: number; clock: number; json: string }[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { id, clock, json } of entries) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}

/** What another client shows after the updates. */
function shown(...updates: (Uint8Array | null)[]): Map<number, Record<string, unknown>> {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  for (const update of updates) if (update) applyAwarenessUpdate(awareness, update, null)
  const states = new Map(awareness.getStates())
  awareness.destroy()
  return states
}

describe('presence of a room', () => {
  const state = (change: object = {}) => JSON.stringify({ place, cursor: null, ...change })

  it('[PS2] [b21] is stamped with the person whom the server knows', () => {
    const states = new PresenceStates()
    const forged = { person: { id: 'u.dy', name: 'Somebody else', tone: 8 }, color: 'red' }
    states.take(said({ id: 1, clock: 1, json: state(forged) }), 1, person, 0)
    expect(shown(states.takeChanges())).toEqual(new Map([[1, { person, place, cursor: null }]]))
    expect(states.takeChanges()).toBeNull()
  })

  it('[PS1] [b20] of another client id is dropped', () => {
    const states = new PresenceStates()
    states.take(said({ id: 1, clock: 1, json: state() }, { id: 2, clock: 9, json: state() }), 1, person, 0)
    expect([...shown(states.takeChanges()).keys()]).toEqual([1])
  })

  it('[PS2] [b22] [b23] beyond its size, or with a clock that nobody reaches, changes nothing', () => {
    const states = new PresenceStates()
    states.take(said({ id: 1, clock: 1, json: state() }), 1, person, 0)
    const before = shown(states.takeChanges())
    const large = state({ cursor: { anchor: 'x'.repeat(5_000), head: 1 } })
    states.take(said({ id: 1, clock: 2, json: large }), 1, person, 0)
    states.take(said({ id: 1, clock: 2 ** 53 - 1, json: state({ place: null }) }), 1, person, 0)
    states.take(said({ id: 1, clock: 3, json: '{' }), 1, person, 0)
    states.take(said({ id: 1, clock: 4, json: '"text"' }), 1, person, 0)
    expect(states.hasChanges).toBe(false)
    expect(shown(states.everybody())).toEqual(before)
    states.take(said({ id: 1, clock: 2, json: state({ place: null }) }), 1, person, 0)
    expect(shown(states.takeChanges()).get(1)?.['place']).toBeNull()
  })

  it('[b24] that cannot be read throws, whatever its bytes are', () => {
    const states = new PresenceStates()
    for (const bytes of [[255, 255, 255, 255, 15], [3], [1, 1, 1, 100, 65], [1]]) {
      expect(() => states.take(new Uint8Array(bytes), 1, person, 0)).toThrow()
    }
    expect(states.hasChanges).toBe(false)
  })

  it('goes when its client goes, and may come back', () => {
    const states = new PresenceStates()
    states.take(said({ id: 1, clock: 5, json: state() }), 1, person, 0)
    const came = states.takeChanges()
    states.remove(1)
    const went = states.takeChanges()
    expect(shown(came, went).size).toBe(0)
    expect(states.everybody()).toBeNull()
    expect(states.isEmpty).toBe(true)
    states.take(said({ id: 1, clock: 6, json: state() }), 1, person, 0)
    expect(shown(came, went, states.takeChanges()).size).toBe(1)
  })

  it('of very many goes in parts, whoever has waited longest first', () => {
    const states = new PresenceStates()
    const change = (id: number, clock: number) =>
      states.take(said({ id, clock, json: state() }), id, person, 0)
    for (const id of [1, 2, 3]) change(id, 1)
    const [size = 0] = [...shown(states.everybody()).values()].map(one => JSON.stringify(one).length)
    expect([...shown(states.takeChanges(2 * size)).keys()]).toEqual([1, 2])
    change(1, 2)
    expect(states.hasChanges).toBe(true)
    expect([...shown(states.takeChanges(size / 2)).keys()]).toEqual([3])
    expect([...shown(states.takeChanges(size)).keys()]).toEqual([1])
    expect(states.hasChanges).toBe(false)
  })

  it('of whoever has been silent for long goes', () => {
    const states = new PresenceStates()
    states.take(said({ id: 1, clock: 1, json: state() }), 1, person, 0)
    states.takeChanges()
    states.forgetSilent(40_000)
    expect(states.hasChanges).toBe(false)
    states.forgetSilent(46_000)
    expect(states.hasChanges).toBe(true)
  })
})
