import { describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { commandIdSchema, type LedgerRow } from '#shared/ledger/row.ts'
import { Rows } from './rows.ts'

const document = documentIdSchema.parse('0191a000-0000-7000-8000-000000000001')
const row = (seq: number, at = seq): LedgerRow => ({
  seq,
  commandId: commandIdSchema.parse(`0191a000-0000-7000-8000-${String(seq).padStart(12, '0')}`),
  at,
  by: null,
  payload: { kind: 'test', seq },
})

function begin(kept: readonly LedgerRow[], server: { rows: readonly LedgerRow[] }) {
  const device = { rows: kept }
  const asked: number[] = []
  const rows = new Rows(
    document,
    kept,
    {
      rows: async () => device.rows,
      keepRows: async (_, next) => {
        device.rows = [...device.rows, ...next]
      },
      replaceRows: async (_, next) => {
        device.rows = next
      },
    },
    async after => {
      asked.push(after)
      return { rows: server.rows.filter(own => own.seq > after) }
    },
    () => {},
  )
  return { rows, device, asked }
}

describe('the rows of a document', () => {
  it('come from the device at once and from the server when it has more', async () => {
    const { rows, device, asked } = begin([row(1), row(2)], { rows: [row(1), row(2), row(3), row(4)] })
    expect(rows.rows.get()).toEqual([row(1), row(2)])
    await rows.reach(4)
    expect(rows.rows.get().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(device.rows).toEqual(rows.rows.get())
    await rows.reach(4)
    expect(asked).toHaveLength(1)
  })

  it('[RO1] takes the rows of an answer at once when they follow, else with those between', async () => {
    const { rows, asked } = begin([row(1)], { rows: [row(1), row(2), row(3), row(4)] })
    await rows.take([row(2)])
    expect(asked).toEqual([])
    await rows.take([row(4)])
    expect(asked).toHaveLength(1)
    expect(rows.rows.get().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    await rows.take([row(1)])
    expect(rows.rows.get()).toHaveLength(4)
  })

  it('[RO2] are the server’s where it has fewer than the device', async () => {
    const { rows, device } = begin([row(1), row(2), row(3)], { rows: [row(1)] })
    await rows.reach(1)
    expect(rows.rows.get()).toEqual([row(1)])
    expect(device.rows).toEqual([row(1)])
  })

  it('[RO2] are the server’s where it has others under the same numbers', async () => {
    const server = [row(1), row(2, 77), row(3, 78)]
    const { rows, device } = begin([row(1), row(2)], { rows: server })
    await rows.reach(3)
    expect(rows.rows.get()).toEqual(server)
    expect(device.rows).toEqual(server)
  })

  it('[RO3] say nothing any more when the server has erased them', async () => {
    const erasure = { ...row(3), payload: { kind: 'contentErased', seq: 7, row: 1 } }
    const { rows, device } = begin([row(1), row(2)], { rows: [row(1), row(2), erasure] })
    await rows.reach(3)
    expect(rows.rows.get().map(({ payload }) => payload)).toEqual([null, row(2).payload, erasure.payload])
    expect(device.rows).toEqual(rows.rows.get())
  })

  it('are shown although the device cannot keep them', async () => {
    const full = new Rows(
      document,
      [],
      {
        rows: async () => [],
        keepRows: () => Promise.reject(new Error('full')),
        replaceRows: () => Promise.reject(new Error('full')),
      },
      async after => ({ rows: [row(1), row(2)].filter(own => own.seq > after) }),
      () => {},
    )
    await full.reach(2)
    expect(full.rows.get()).toHaveLength(2)
  })

  it('does not ask for ever for what the server does not give', async () => {
    const { rows, asked } = begin([row(1)], { rows: [row(1)] })
    await rows.reach(5)
    expect(asked).toEqual([0])
    expect(rows.rows.get()).toEqual([row(1)])
  })
})
