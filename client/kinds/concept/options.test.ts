import { expect, it } from 'vitest'
import { enumNames, optionsOf } from './options.ts'

it.each(enumNames)('every value of %s has a word', name => {
  for (const { value, label } of optionsOf(name))
    expect(label).not.toBe(value === 'offen' ? '' : `enum.${name}.${value}`)
  expect(optionsOf(name).every(({ label }) => label !== '')).toBe(true)
  expect(new Set(optionsOf(name).map(({ label }) => label)).size).toBe(optionsOf(name).length)
})
