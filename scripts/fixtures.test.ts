import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureFolder, fixtureNames, readFixtures, referenceFixtures, referenceFolder } from './fixtures.ts'

const committed = () =>
  new Map(
    readdirSync(fixtureFolder).map(file => {
      return [file.replace(/\.json$/, ''), readFileSync(new URL(file, fixtureFolder), 'utf8')] as const
    }),
  )

describe('fixtures', () => {
  it('are all committed, each under its own name', () => {
    expect([...committed().keys()].sort()).toEqual([...fixtureNames].sort())
    for (const [name, text] of committed()) {
      expect(Object.entries(JSON.parse(text))[0]).toEqual(['fixture', name])
    }
  })

  it('equal the reference texts, where these stand beside the project', () => {
    // A checkout on its own has nothing to compare with: there the committed files are the only truth.
    const expected = existsSync(referenceFolder) ? referenceFixtures() : committed()
    expect([...expected.keys()].sort()).toEqual([...fixtureNames].sort())
    expect(committed()).toEqual(expected)
  })

  it('are read from json blocks whose first key is „fixture“', () => {
    const markdown = [
      '```json',
      '{"fixture": "x", "a": [1]}',
      '```',
      '```json',
      '{"a": 1, "fixture": "y"}',
      '```',
      '```js',
      'z',
      '```',
    ].join('\n')
    expect([...readFixtures(markdown)]).toEqual([['x', '{\n  "fixture": "x",\n  "a": [\n    1\n  ]\n}\n']])
  })
})
