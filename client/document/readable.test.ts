import { describe, expect, it } from 'vitest'
import { differences, type Section, wholeText } from './readable.ts'

const section = (title: string, pieces: Record<string, readonly string[]>): Section => ({
  title,
  pieces: Object.entries(pieces).map(([path, paragraphs]) => ({ path, label: path, paragraphs })),
})
const found = (mine: Section[], present: Section[]) =>
  differences(mine, present).map(({ piece }) => [piece.path, ...piece.paragraphs])

describe('differences', () => {
  it('are none between equal texts, whatever else the other one has', () => {
    const mine = [section('A', { title: ['Bericht'], body: ['eins', 'zwei'] })]
    expect(
      found(mine, [section('A', { title: ['Bericht'], body: ['null', 'eins', 'zwei'], more: ['x'] })]),
    ).toEqual([])
  })

  it('[P6] are the paragraphs that are missing, each in its own right', () => {
    const mine = [section('A', { body: ['eins', 'mein Satz', 'eins'] })]
    expect(found(mine, [section('A', { body: ['eins', 'drei'] })])).toEqual([['body', 'mein Satz', 'eins']])
  })

  it('are the whole section when it is gone, and say what stands there now when it is not', () => {
    const mine = [section('A', { title: ['Neu'], body: ['Satz'] })]
    expect(found(mine, [])).toEqual([
      ['title', 'Neu'],
      ['body', 'Satz'],
    ])
    expect(differences(mine, [section('A', { title: ['Alt'], body: ['Satz'] })])[0]?.now).toEqual(['Alt'])
  })

  it('do not count spaces and empty lines', () => {
    expect(
      found([section('A', { body: ['', ' eins  zwei '] })], [section('A', { body: ['eins zwei'] })]),
    ).toEqual([])
  })
})

it('a whole text reads from top to bottom', () => {
  const text = wholeText('Protokoll', [
    section('Kopf', { Ort: ['Haus'] }),
    { title: 'TOP 1', pieces: [{ path: 'b', label: null, paragraphs: ['eins', 'zwei'] }] },
  ])
  expect(text).toBe('Protokoll\n\nKopf\nOrt: Haus\n\nTOP 1\neins\nzwei\n')
})
