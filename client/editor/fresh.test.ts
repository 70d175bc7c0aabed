import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { proseSchema } from './extensions.ts'
import { difference, freshAfter } from './fresh.ts'

const doc = (...paragraphs: string[]): Node =>
  proseSchema.node(
    'doc',
    null,
    paragraphs.map(text => proseSchema.node('paragraph', null, text ? [proseSchema.text(text)] : [])),
  )
const glows = (before: Node, after: Node, tone: number | null = 2) =>
  freshAfter([], difference(before, after), tone, 9).map(range =>
    after.textBetween(range.from, range.to, '|'),
  )

describe('fresh words', () => {
  it('are what was inserted', () => {
    expect(glows(doc('Hallo Welt'), doc('Hallo schöne Welt'))).toEqual(['schöne '])
    expect(glows(doc('a'), doc('a', 'neu'))).toEqual(['neu'])
    expect(glows(doc('aa'), doc('aaa'))).toEqual(['a'])
  })

  it('are none for deletions, unknown writers and whole merges', () => {
    expect(glows(doc('Hallo Welt'), doc('Hallo'))).toEqual([])
    expect(glows(doc('a'), doc('ab'), null)).toEqual([])
    expect(glows(doc('a'), doc(`a${'x'.repeat(500)}`))).toEqual([])
    expect(glows(doc('a'), doc('a'))).toEqual([])
  })

  it('move with what happens before, in and after them', () => {
    const fresh = [{ from: 5, to: 10, tone: 1, until: 9 }]
    const after = (from: number, oldTo: number, newTo: number) =>
      freshAfter(fresh, { from, oldTo, newTo }, null, 0).map(({ from, to }) => [from, to])
    expect(after(1, 1, 4)).toEqual([[8, 13]])
    expect(after(12, 14, 12)).toEqual([[5, 10]])
    expect(after(6, 8, 6)).toEqual([[5, 8]])
    expect(after(4, 11, 4)).toEqual([])
  })

  it('of one person in a row are one glow', () => {
    const first = freshAfter([], { from: 3, oldTo: 3, newTo: 4 }, 1, 10)
    expect(freshAfter(first, { from: 4, oldTo: 4, newTo: 5 }, 1, 11)).toEqual([
      { from: 3, to: 5, tone: 1, until: 11 },
    ])
    expect(freshAfter(first, { from: 4, oldTo: 4, newTo: 5 }, 2, 11)).toHaveLength(2)
  })
})
