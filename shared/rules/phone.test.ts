import { expect, it } from 'vitest'
import { isMobileNumber } from './phone.ts'

it.each([
  ['0151 90009-214', true],
  ['0160/90009214', true],
  ['(0171) 90009214', true],
  ['+49 (0) 176 90009', true],
  ['+49 157 90009', true],
  ['0049 1609000', true],
  [' Tel. 0151 90009', true],
  ['069 90009-214', false],
  ['0180 6 90009', false],
  ['+49 69 151', false],
  ['069 0151', false],
  ['', false],
])('%s: %s', (phone, expected) => expect(isMobileNumber(phone)).toBe(expected))
