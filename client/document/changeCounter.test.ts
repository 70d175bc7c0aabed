import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ChangeCounter, placeOf, samePlacePause } from './changeCounter.ts'

describe('change counter', () => {
  it('takes contiguous typing as one change', () => {
    const counter = new ChangeCounter()
    expect([0, 100, 900, 900 + samePlacePause].map(at => counter.count('a', at))).toEqual([1, 0, 0, 0])
    expect(counter.count('a', 901 + 2 * samePlacePause)).toBe(1)
  })

  it('begins anew in another place', () => {
    const counter = new ChangeCounter()
    expect(['a', 'b', 'a'].map((place, at) => counter.count(place, at))).toEqual([1, 1, 1])
  })

  it('sees a prose as one place and the keys of a record as several', () => {
    const doc = new Y.Doc()
    const places: string[] = []
    doc.on('afterTransaction', transaction => places.push(placeOf(transaction)))
    const root = doc.getMap<unknown>('document')
    const body = new Y.XmlFragment()
    root.set('body', body)
    const paragraph = new Y.XmlElement('paragraph')
    body.insert(0, [paragraph])
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    text.insert(0, 'Hallo')
    root.set('title', 'A')
    root.set('place', 'B')
    const [, ofBody, ofParagraph, ofText, ofTitle, ofPlace] = places
    expect(ofParagraph).toBe(ofBody)
    expect(ofText).toBe(ofBody)
    expect(ofTitle).not.toBe(ofPlace)
  })
})
