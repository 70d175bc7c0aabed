import { expect, it } from 'vitest'
import { registerNames, registerOf, registerPath } from '#client/lib/registers.ts'
import { sourceOf } from './source.ts'

it.each([
  ['decisions/d02', '/blatt/A1#decision-d02'],
  ['elections/w4', '/blatt/A1#election-w4'],
  ['agenda/top5', '/blatt/A1#agenda-top5'],
  ['tasks/T1', '/blatt/A1#tasks-T1'],
  ['agenda/top3/earlyWarnings/w1', '/blatt/A1#agenda/top3/earlyWarnings/w1'],
  ['visit/visitedGroup', '/blatt/A1#visit/visitedGroup'],
  ['header/date', '/blatt/A1#header/date'],
])('%s is found at %s', (path, address) => expect(sourceOf('A1', path)).toBe(address))

it('every register has an address of its own that leads to it', () => {
  const addresses = registerNames.map(name => registerPath('org.region', name))
  expect(new Set(addresses).size).toBe(registerNames.length)
  expect(addresses.map(address => registerOf(address.split('/').at(-1)))).toEqual(registerNames)
  expect(registerOf(undefined)).toBe('decisions')
  expect(registerOf('nichts')).toBeNull()
})
