import { describe, expect, it } from 'vitest'
import type { Intention, KeptIntention } from '#client/offline/intentions.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { type CommandId, commandIdSchema } from '#shared/ledger/row.ts'
import type { Asked } from './commands.ts'
import { Intended } from './intended.ts'

const document = documentIdSchema.parse('0191a000-0000-7000-8000-000000000001')
let count = 0
const intention = (name: string): Intention => ({
  commandId: commandIdSchema.parse(`0191a000-0000-7000-8000-${String(++count).padStart(12, '0')}`),
  document,
  name,
  input: {},
  madeAt: count,
  progress: { state: 'waiting' },
})
const refused: Asked = { outcome: 'refused', reason: 'notQuorate', fields: { needed: 4 }, rows: [] }
const done: Asked = { outcome: 'done', rows: [] }

/** A device with two tabs would share this. */
function device() {
  let kept: readonly KeptIntention[] = []
  return {
    intentions: async () => kept,
    keepIntention: async (own: Intention) => {
      kept = [...kept, { ...own, place: kept.length + 1 }]
    },
    markIntention: async (commandId: CommandId, progress: Intention['progress']) => {
      kept = kept.map(own => (own.commandId === commandId ? { ...own, progress } : own))
    },
    removeIntention: async (commandId: CommandId) => {
      kept = kept.filter(own => own.commandId !== commandId)
    },
  }
}

function begin(answer: (own: Intention) => Asked | Promise<Asked>, store = device()) {
  const asked: string[] = []
  const intended = new Intended(
    document,
    [],
    store,
    async own => {
      asked.push(own.name)
      return answer(own)
    },
    name => name === 'close',
    () => {},
  )
  return { intended, asked, store }
}
const names = (intended: Intended) => intended.list.get().map(({ name }) => name)

describe('what is intended', () => {
  it('[IT1] goes in its order and leaves when it is done', async () => {
    const { intended, asked } = begin(() => done)
    for (const name of ['first', 'second', 'close']) await intended.add(intention(name))
    expect(await intended.send()).toBe('sent')
    expect(asked).toEqual(['first', 'second', 'close'])
    expect(intended.list.get()).toEqual([])
    expect(intended.isWaiting).toBe(false)
  })

  it('[IT2] stays with its reason when it is refused, until it is put away', async () => {
    const { intended, asked } = begin(own => (own.name === 'first' ? refused : done))
    const first = intention('first')
    await intended.add(first)
    await intended.add(intention('second'))
    await intended.send()
    expect(intended.list.get()).toMatchObject([
      { name: 'first', progress: { state: 'refused', reason: 'notQuorate', fields: { needed: 4 } } },
    ])
    await intended.send()
    expect(asked).toEqual(['first', 'second'])
    await intended.remove(first.commandId)
    expect(intended.list.get()).toEqual([])
  })

  it('[IT3] does not end the writing while something before it is refused', async () => {
    const { intended, asked } = begin(own => (own.name === 'first' ? refused : done))
    const first = intention('first')
    await intended.add(first)
    await intended.add(intention('close'))
    await intended.send()
    expect(asked).toEqual(['first'])
    expect(names(intended)).toEqual(['first', 'close'])
    expect(intended.isWaiting).toBe(false)
    await intended.remove(first.commandId)
    expect(intended.isWaiting).toBe(true)
    await intended.send()
    expect(asked).toEqual(['first', 'close'])
  })

  it('waits in its order while the server cannot be reached', async () => {
    let reachable = false
    const { intended, asked } = begin(() => (reachable ? done : { outcome: 'unreachable' }))
    await intended.add(intention('first'))
    await intended.add(intention('second'))
    expect(await intended.send()).toBe('unreachable')
    expect(asked).toEqual(['first'])
    expect(names(intended)).toEqual(['first', 'second'])
    reachable = true
    expect(await intended.send()).toBe('sent')
    expect(names(intended)).toEqual([])
  })

  it('takes what another tab intended, and not what it took back', async () => {
    const store = device()
    const one = begin(() => done, store)
    const other = begin(() => done, store)
    const back = intention('back')
    await one.intended.add(back)
    await one.intended.add(intention('stays'))
    await other.intended.look()
    await one.intended.remove(back.commandId)
    await other.intended.send()
    expect(other.asked).toEqual(['stays'])
  })

  it('was not taken when the device cannot keep it', async () => {
    const store = { ...device(), keepIntention: () => Promise.reject(new Error('full')) }
    const { intended } = begin(() => done, store)
    await expect(intended.add(intention('first'))).rejects.toThrow('full')
    expect(intended.list.get()).toEqual([])
  })
})
