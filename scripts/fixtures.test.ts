import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  documentFolder,
  documentNames,
  fixtureFolder,
  fixtureNames,
  readDocuments,
  readFixtures,
  referenceDocuments,
  referenceFixtures,
  referenceFolder,
} from './fixtures.ts'

/** Name → text of the committed files with this ending. */
const read = (folder: URL, ending: string) =>
  new Map(
    readdirSync(folder)
      .filter(file => file.endsWith(ending))
      .map(file => [file.slice(0, -ending.length), readFileSync(new URL(file, folder), 'utf8')] as const),
  )
const committed = () => read(fixtureFolder, '.json')
const documents = () => read(documentFolder, '.md')

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

describe('documents', () => {
  it('are all committed and equal the reference texts, where these stand beside the project', () => {
    const expected = existsSync(referenceFolder) ? referenceDocuments() : documents()
    expect([...expected.keys()].sort()).toEqual([...documentNames].sort())
    expect(documents()).toEqual(expected)
  })

  it('stand between two comments with their ID', () => {
    const markdown = [
      'vorher',
      '<!-- doc:X1 begin -->',
      '',
      '# Titel',
      '',
      '<!-- doc:X1 end -->',
      'nachher',
    ].join('\n')
    expect([...readDocuments(markdown)]).toEqual([['X1', '# Titel\n']])
  })
})
