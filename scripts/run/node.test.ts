import { expect, it } from 'vitest'
import { isNewEnough } from './node.mjs'

it.each([
  ['v18.20.0', false],
  ['v20.19.5', false],
  ['v24.14.9', false],
  ['v24.15.0\n', true],
  ['v24.21.0', true],
  ['v26.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected)
})
