import { describe, expect, it } from 'vitest'
import { attendanceRowSchema, type QuorumRule } from '#shared/kinds/minutes/schema.ts'
import { quorum } from './quorum.ts'

const attendance = ['10:30', '11:30', null, null].map((to, index) => ({
  id: `u.${index}`,
  ...attendanceRowSchema.parse({ status: 'anwesend', voting: 'stimmberechtigt', intervals: [['10:00', to]] }),
}))

describe('quorum', () => {
  it.each<[string, QuorumRule | null, string, ReturnType<typeof quorum>]>([
    ['no rule', null, '11:00', { eligible: 4, present: 3, needed: 0, quorate: true }],
    ['„keine“', { type: 'keine' }, '09:00', { eligible: 4, present: 0, needed: 0, quorate: true }],
    [
      'enough',
      { type: 'mindestzahl', min: 3, of: 6 },
      '11:00',
      { eligible: 6, present: 3, needed: 3, quorate: true },
    ],
    [
      'one left',
      { type: 'mindestzahl', min: 3 },
      '11:30',
      { eligible: 4, present: 2, needed: 3, quorate: false },
    ],
    [
      'half of 6',
      { type: 'anteil', percent: 50, of: 6 },
      '11:00',
      { eligible: 6, present: 3, needed: 3, quorate: true },
    ],
    [
      'half of 7',
      { type: 'anteil', percent: 50, of: 7 },
      '11:00',
      { eligible: 7, present: 3, needed: 4, quorate: false },
    ],
    [
      'a share that binary fractions make a hair too large',
      { type: 'anteil', percent: 64.4, of: 250 },
      '11:00',
      { eligible: 250, present: 3, needed: 161, quorate: false },
    ],
    [
      '7 of 100',
      { type: 'anteil', percent: 7, of: 100 },
      '11:00',
      { eligible: 100, present: 3, needed: 7, quorate: false },
    ],
  ])('%s', (_, rule, time, expected) => {
    expect(quorum({ quorum: { rule }, attendance }, time)).toEqual(expected)
  })
})
