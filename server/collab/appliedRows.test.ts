import { describe, expect, it } from 'vitest'
import { AppliedRows } from './appliedRows.ts'

describe('AppliedRows', () => {
  it('[L2] goes on only while none is missing', () => {
    const rows = new AppliedRows(3)
    expect(rows.through).toBe(3)
    rows.add(5)
    expect([rows.through, rows.hasGap]).toEqual([3, true])
    rows.add(6)
    rows.add(4)
    expect([rows.through, rows.hasGap]).toEqual([6, false])
  })

  it('takes what the load held already as known', () => {
    const rows = new AppliedRows(3)
    rows.add(2)
    rows.add(3)
    expect([rows.through, rows.hasGap]).toEqual([3, false])
  })
})
