import { describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { createDurableMarks } from './durableMark.ts'

const room = { documentId: documentIdSchema.parse('6f1c3c52-5d2f-4f9e-9a54-0e7f7a4c2b11'), generation: 1 }

describe('durable marks', () => {
  const marks = createDurableMarks('a secret of at least 32 characters')

  it('are genuine for their room and sequence only', () => {
    const mark = marks.of(room, 17)
    expect(mark.seq).toBe(17)
    expect(marks.isGenuine(room, mark)).toBe(true)
    expect(marks.isGenuine(room, { ...mark, seq: 18 })).toBe(false)
    expect(marks.isGenuine({ ...room, generation: 2 }, mark)).toBe(false)
    expect(createDurableMarks('another secret').isGenuine(room, mark)).toBe(false)
  })

  it('made up by somebody are not', () => {
    for (const proof of ['', 'x', '0'.repeat(22), 'ß'.repeat(22)]) {
      expect(marks.isGenuine(room, { seq: 17, proof })).toBe(false)
    }
  })
})
