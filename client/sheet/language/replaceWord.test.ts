import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { sharedUndo } from '#client/document/sharedUndo.ts'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import { fillPress, type PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import { languageTexts } from '#shared/kinds/pressTemplate/languageTexts.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { languageCheckOf } from './languageCheck.ts'
import { replaceWord } from './replaceWord.ts'

function open(content: PressContent) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), content)
  const origin = {}
  const handle = pressTemplate.open(doc, origin)
  const undo = sharedUndo(doc, handle.y, origin)
  // what replacing needs of a session, and no more
  const session = { doc, kind: pressTemplate, handle, undo } as unknown as AnySession
  const check = languageCheckOf(
    { doc, kind: pressTemplate },
    { texts: languageTexts, profile: () => 'neutral', kept: () => [], rules: baseLanguageRules },
  )
  check.begin()()
  const [finding] = check.get()
  if (!finding) throw new Error('Something should be found')
  const value = () => pressTemplate.project(doc).value
  return { session, undo, handle, finding, value, before: value() }
}

describe('replaceWord', () => {
  it('in a line, as one step that can be undone', () => {
    const { session, undo, finding, value, before } = open({
      text: { headline: 'Hilfe für Alkoholiker hier' },
    })
    expect(replaceWord(session, finding, 'Menschen')).toBe(true)
    expect(value().text.headline).toBe('Hilfe für Menschen hier')
    undo.undo()
    expect(value()).toEqual(before)
  })
  it('in prose, behind a merge field, in a list, with its marks', () => {
    const { session, undo, finding, value, before } = open({
      text: {
        body: [
          'Erster Absatz',
          ...nodesFromLines(['- Punkt', '- {{gruppe.name}} ist **ganz clean** seither']),
        ],
      },
    })
    expect(replaceWord(session, finding, 'ohne Alkohol')).toBe(true)
    const text = JSON.stringify(value().text.body)
    expect(text).toContain('{"type":"text","text":"ganz ohne Alkohol","marks":[{"type":"bold"}]}')
    expect(text.replaceAll('ohne Alkohol', 'clean')).toBe(JSON.stringify(before.text.body))
    undo.undo()
    expect(value()).toEqual(before)
  })
  it('in the words of a quote, an entry of a list', () => {
    const { session, finding, value } = open({ quotes: [{ id: 'Q1', text: 'Ich bin clean' }] })
    expect(replaceWord(session, finding, 'abstinent')).toBe(true)
    expect(value().quotes[0]?.text).toBe('Ich bin abstinent')
  })
  it('writes nothing when the text has changed meanwhile', () => {
    const line = open({ text: { headline: 'Hilfe für Alkoholiker' } })
    line.handle.record('text').set('headline', 'Neue Hilfe für Alkoholiker')
    expect(replaceWord(line.session, line.finding, 'Menschen')).toBe(false)
    expect(line.value().text.headline).toBe('Neue Hilfe für Alkoholiker')
    const prose = open({ text: { body: ['Sie sind clean.'] } })
    prose.handle.record('text').prose('body')?.delete(0, 1)
    expect(replaceWord(prose.session, prose.finding, 'abstinent')).toBe(false)
    const gone = open({ quotes: [{ id: 'Q1', text: 'Ich bin clean' }] })
    expect(replaceWord(gone.session, { ...gone.finding, field: 'quotes/Q9/text' }, 'x')).toBe(false)
  })
})
