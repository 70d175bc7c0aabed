import { expect, it } from 'vitest'
import * as group from '#shared/kinds/groupRecord/enums.ts'
import * as own from './enums.ts'

it('what minutes say of a group has the values that the group record has', () => {
  expect(own.opennessSchema.options).toEqual(group.opennessSchema.options)
  expect(own.groupPhaseSchema.options).toEqual(group.groupPhaseSchema.options)
  expect(own.weekdaySchema.options).toEqual(group.weekdaySchema.options)
  expect(own.slotRhythmSchema.options).toEqual(group.rhythmSchema.options)
  expect(own.slotFormatSchema.options).toEqual(group.slotFormatSchema.options)
  expect(own.slotStateSchema.options).toEqual(group.slotStateSchema.options)
  expect(own.commitmentSchema.options).toEqual(group.commitmentSchema.options)
})
